import assert from "node:assert/strict";
import { newId } from "../client/id.ts";
import type { ToOperator } from "../protocol/server-to-operator.ts";
import type { VisitorRow } from "../protocol/visitor-list.ts";
import { type Account, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

/** A console that shows the list through a filter, and the rows it has been told. */
async function look(shop: Shop, account: Account, text = "") {
  const heard: ToOperator[] = [];
  const rows = new Map<number, VisitorRow>();
  let order: readonly number[] = [];
  const operator = shop.operator(account, {
    onFrame: (frame) => {
      heard.push(frame);
      if (frame.type !== "rows") return;
      if (frame.fresh) rows.clear();
      order = frame.order ?? order;
      for (const row of frame.rows) rows.set(row.visitor, row);
    },
  });
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const filter = { text, statuses: [] };
  const sort = { by: "visitor" as const, descending: false };
  operator.line.tell({ type: "window", window: { site: shop.site.id, filter, sort, first: 0, count: 50 } });
  await shop.until("the list", () => heard.some(({ type }) => type === "rows"));
  return {
    heard,
    shown: () => [...order],
    remarkOn: (visitor: number) => rows.get(visitor)?.remark,
    set: (visitor: number, words: string, id = newId()) =>
      operator.line.ask({ type: "remark", id, site: shop.site.id, visitor, text: words }),
  };
}

test("V9: a remark shows in all windows of its operator, after a restart too, and in no window of anybody else", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const [one, other, colleague] = [
    await look(shop, shop.owner),
    await look(shop, await shop.signIn("maya")),
    await look(shop, priya),
  ];
  const ada = shop.visitor();
  await shop.until("all see Ada", () => [one, other, colleague].every((desk) => desk.shown().includes(ada.visitor)));
  await one.set(ada.visitor, "  The\nhut ");
  await shop.until("both windows", () => [one, other].every((desk) => desk.remarkOn(ada.visitor) === "The hut"));
  await colleague.set(ada.visitor, "Priya's own");
  await shop.until("Priya's", () => colleague.remarkOn(ada.visitor) === "Priya's own");
  await one.set(ada.visitor, "The tent");
  await shop.until("both windows", () => [one, other].every((desk) => desk.remarkOn(ada.visitor) === "The tent"));
  assert.doesNotMatch(JSON.stringify(colleague.heard), /hut|tent/);
  assert.doesNotMatch(JSON.stringify([one.heard, other.heard]), /Priya's own/);

  await shop.stop();
  await shop.start();
  const later = await look(shop, shop.owner);
  await shop.until("the remark is back", () => later.remarkOn(ada.visitor) === "The tent");
  await later.set(ada.visitor, "");
  await shop.until("it is gone", () => later.remarkOn(ada.visitor) === undefined);
});

test("V9: the filter finds one's own remarks, as they change, and nobody else's", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const [ada, ben] = [shop.visitor({ title: "Huts" }), shop.visitor({ title: "Boots" })];
  await shop.until("both are there", () => ada.visitor > 0 && ben.visitor > 0);
  const [mine, hers] = [await look(shop, shop.owner, "HUT"), await look(shop, priya, "hut")];
  await shop.until("Ada, by the title", () => mine.shown().length === 1 && hers.shown().length === 1);
  await mine.set(ben.visitor, "asks for the hut");
  await shop.until("both", () => mine.shown().length === 2);
  assert.deepEqual(hers.shown(), [ada.visitor]);
  // Whoever goes is taken out of both indexes, and whoever comes back is put into both.
  ben.leave();
  await shop.until("Ben has gone", () => mine.shown().length === 1);
  await mine.set(ben.visitor, "");
  await hers.set(ada.visitor, "hut");
  const carl = shop.visitor({ title: "Hut three" });
  await shop.until("Carl", () => [mine, hers].every((desk) => desk.shown().includes(carl.visitor)));
  assert.deepEqual(mine.shown(), [ada.visitor, carl.visitor]);
  assert.deepEqual(hers.shown(), [ada.visitor, carl.visitor]);
});

test("V9: a remark that is too long is refused", async (t) => {
  const shop = await startShop(t, { config: { remarkLength: 10 } });
  const desk = await look(shop, shop.owner);
  await assert.rejects(desk.set(10_001, "eleven long"), { code: "too-long" });
});
