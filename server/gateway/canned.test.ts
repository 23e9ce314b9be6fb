import assert from "node:assert/strict";
import { test } from "node:test";
import type { CannedItem } from "../../protocol/rest.ts";
import { startShop } from "../../test/harness/shop.ts";

const hello = { kind: "message", shared: true, folder: "Hello", title: "Greeting", text: "Hello {visitor.name|there}" };
const mine = { ...hello, kind: "url", shared: false, title: "Tents", text: "/tents" };

test("canned messages and URLs over HTTP: added, listed, changed, counted, removed, and everybody concerned is told", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const frames: string[] = [];
  const window = shop.operator(priya, { onFrame: ({ type }) => frames.push(type) });
  await shop.until("Priya is online", () => window.line.state.kind === "online");
  const added = await shop.request("POST", "/canned", { items: [hello, mine] }, shop.owner.cookie);
  const [shared, own] = (await added.json()) as CannedItem[];
  assert.ok(shared && own);
  assert.deepEqual(shared, { ...hello, id: shared.id, uses: 0 });
  await shop.until("Priya is told, once: what is the owner's own is not her business", () => frames.includes("canned"));
  assert.equal(frames.filter((type) => type === "canned").length, 1);
  const list = async (cookie: string) =>
    (await (await shop.request("GET", "/canned", undefined, cookie)).json()) as CannedItem[];
  assert.deepEqual(await list(priya.cookie), [shared]);
  await shop.request("POST", `/canned/${shared.id}/uses`, {}, priya.cookie);
  const words = { folder: "", title: "Tents", text: "/tents?sort=price" };
  const changed = await shop.request("PATCH", `/canned/${own.id}`, words, shop.owner.cookie);
  assert.deepEqual(await changed.json(), { ...own, ...words });
  await shop.request("DELETE", `/canned/${own.id}`, undefined, shop.owner.cookie);
  assert.deepEqual(await list(shop.owner.cookie), [{ ...shared, uses: 1 }]);
});

test("canned items need somebody who is signed in, and the right form", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const ask = async (body: unknown, cookie = priya.cookie) => {
    const headers = { origin: shop.url, "content-type": "application/json", cookie };
    return (await fetch(`${shop.url}/api/v1/canned`, { method: "POST", headers, body: JSON.stringify(body) })).status;
  };
  assert.equal(await ask({ items: [mine] }, ""), 401);
  assert.equal(await ask({ items: [hello] }), 403);
  for (const items of [[], [{ ...mine, kind: "note" }], [{ ...mine, colour: "red" }], [{ ...mine, title: " " }], "all"])
    assert.equal(await ask({ items }), 400);
  assert.equal(await ask({ items: [{ ...mine, text: "javascript:alert(1)" }] }), 400);
  assert.equal(await ask({ items: [mine] }), 201);
});
