import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../client/id.ts";
import type { ToOperator } from "../../protocol/server-to-operator.ts";
import type { ListFilter } from "../../protocol/visitor-list.ts";
import { startNameServer } from "../../test/harness/name-server.ts";
import { startShop } from "../../test/harness/shop.ts";

type Frame<T> = Extract<ToOperator, { type: T }>;

test("saved filters are counted, told again when one has changed, and no more of them than are set", async (t) => {
  const shop = await startShop(t, { config: { savedFilters: 3 } });
  const site = shop.site.id;
  let told: Frame<"counted"> | undefined;
  const all = { text: "", statuses: [] };
  let filters: ListFilter[] = [
    { ...all, where: [{ if: "page", has: "CHECKOUT" }] },
    { ...all, where: [{ if: "here-for", minutes: 5, not: true }] },
    { ...all, text: "regular" },
    all,
  ];
  const count = () => desk.line.tell({ type: "count", site, filters });
  const desk = shop.operator(shop.owner, {
    onFrame: (frame) => {
      // As the console does: what was told on a line that has dropped is forgotten.
      if (frame.type === "welcome") count();
      if (frame.type === "counted") told = frame;
    },
  });
  const totals = (...wanted: number[]) =>
    shop.until(`${wanted.join()} pass`, () => told?.site === site && told.totals.join() === wanted.join());
  const ada = shop.visitor({ url: "https://shop.example/checkout" });
  const ben = shop.visitor({ url: "https://shop.example/" });
  await totals(1, 2, 0);
  ben.go("https://shop.example/checkout", "Checkout");
  await totals(2, 2, 0);
  // Lines drop where there is much to do, and what is counted is to be the same after it.
  told = undefined;
  for (const { line } of [ben, desk]) line.socket?.close();
  await totals(2, 2, 0);
  await desk.line.ask({ type: "remark", id: newId(), site, visitor: ben.visitor, text: "a regular" });
  await totals(2, 2, 1);
  ada.leave();
  await totals(1, 1, 1);
  filters = [{ ...all, where: [{ if: "pages", least: 2 }] }];
  count();
  await totals(1);
});

test("whoever watches a visitor is told the pages of the visit, and the campaign it came by", async (t) => {
  const shop = await startShop(t, { config: { pagesKept: 3 } });
  const site = shop.site.id;
  let details: Frame<"details"> | undefined;
  let row: Frame<"visitor">["row"];
  const desk = shop.operator(shop.owner, {
    onFrame: (frame) => {
      if (frame.type === "details") details = frame;
      if (frame.type === "visitor") row = frame.row;
    },
  });
  const ada = shop.visitor({ url: "https://shop.example/?utm_source=news", title: "Home" });
  await shop.until("Ada is here", () => ada.visitor > 0);
  await desk.line.ask({ type: "watch", id: newId(), site, visitor: ada.visitor });
  const pages = () => details?.pages.map(({ url }) => url.replace("https://shop.example", ""));
  await shop.until("the first page is told", () => pages()?.join() === "/?utm_source=news");
  assert.equal(row?.campaign, "utm_source=news");
  for (const path of ["/tents", "/tents/1", "/cart"]) ada.go(`https://shop.example${path}`, path);
  await shop.until("the newest three are told", () => pages()?.join() === "/tents,/tents/1,/cart");
  const times = details?.pages.map(({ at }) => at) ?? [];
  assert.deepEqual(
    times,
    times.toSorted((one, other) => one - other),
  );
  assert.equal(row?.campaign, "utm_source=news", "a campaign is of the visit, not of the page");
});

test("a console that knows of moves is told the page alone; one that does not gets the whole row", async (t) => {
  const shop = await startShop(t);
  const window = {
    site: shop.site.id,
    filter: { text: "", statuses: [] },
    sort: { by: "visitor", descending: false } as const,
    first: 0,
    count: 10,
  };
  const ada = shop.visitor({ url: "https://shop.example/" });
  await shop.until("Ada is here", () => ada.visitor > 0);
  const watch = (moved: boolean) => {
    const frames: Frame<"rows">[] = [];
    const { line } = shop.operator(shop.owner, {
      onFrame: (frame) => {
        if (frame.type === "welcome") line.tell({ type: "window", window: { ...window, ...(moved && { moved }) } });
        if (frame.type === "rows") frames.push(frame);
      },
    });
    return frames;
  };
  const frames = { old: watch(false), today: watch(true) };
  await shop.until("both see Ada", () => [frames.old, frames.today].every((all) => all.at(-1)?.rows.length === 1));
  ada.go("https://shop.example/tents", "Tents");
  await shop.until("both hear where Ada went", () => [frames.old, frames.today].every((all) => all.length > 1));
  assert.equal(frames.old.at(-1)?.moved, undefined);
  assert.equal(frames.old.at(-1)?.rows[0]?.title, "Tents");
  assert.deepEqual(frames.today.at(-1)?.rows, []);
  const [moved] = frames.today.at(-1)?.moved ?? [];
  assert.deepEqual([moved?.visitor, moved?.title, moved?.pages], [ada.visitor, "Tents", 2]);
});

test("only of those whom a window shows are host names looked up, when it asks and the server may", async (t) => {
  const reversed = (last: number) => `${last}.0.0.127.in-addr.arpa`;
  const server = await startNameServer(t, { [reversed(2)]: "two.example", [reversed(3)]: "three.example" });
  for (const hostNames of ["asked", "all"] as const) {
    const shop = await startShop(t, { config: { nameServers: [server.at], hostNames } });
    const site = shop.site.id;
    const two = shop.visitor({ address: "127.0.0.2" });
    await shop.until("the first is here", () => two.visitor > 0);
    const three = shop.visitor({ address: "127.0.0.3" });
    await shop.until("the second is here", () => three.visitor > 0);
    let mayAsk: boolean | undefined;
    const names = new Map<number, string | undefined>();
    const { line } = shop.operator(shop.owner, {
      onFrame: (frame) => {
        if (frame.type === "welcome") mayAsk = frame.hostNames;
        if (frame.type === "visitor" && frame.row) names.set(frame.row.visitor, frame.row.hostName);
        if (frame.type === "rows") for (const row of frame.rows) names.set(row.visitor, row.hostName);
      },
    });
    await shop.until("the operator is greeted", () => mayAsk !== undefined);
    const look = (count: number, hostNames: boolean) =>
      line.tell({
        type: "window",
        window: {
          site,
          filter: { text: "", statuses: [] },
          sort: { by: "visitor", descending: false },
          first: 0,
          count,
          hostNames,
        },
      });
    look(1, true);
    await shop.until("the first is shown", () => names.has(two.visitor));
    if (hostNames === "asked") {
      assert.equal(mayAsk, false);
      await line.ask({ type: "resolve", id: newId(), site, visitor: two.visitor });
      await shop.until("the one asked for has a name", () => names.get(two.visitor) === "two.example");
      assert.deepEqual(server.asked, [reversed(2)]);
      continue;
    }
    assert.equal(mayAsk, true);
    await shop.until("the first has a name", () => names.get(two.visitor) === "two.example");
    assert.deepEqual(server.asked, [reversed(2), reversed(2)], "whom the window does not show is not looked up");
    await line.ask({ type: "watch", id: newId(), site, visitor: three.visitor });
    await shop.until("whose chat is open has a name", () => names.get(three.visitor) === "three.example");
    look(2, false);
    await shop.until("there are no names any more", () => [...names.values()].every((name) => name === undefined));
  }
});
