import assert from "node:assert/strict";
import { test } from "node:test";
import { startShop } from "../../test/harness/shop.ts";

test("a preference is kept for its operator, and told to that operator's windows alone", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const heard: unknown[] = [];
  const overheard: string[] = [];
  const mine = shop.operator(shop.owner, { onFrame: (frame) => frame.type === "preference" && heard.push(frame) });
  const theirs = shop.operator(priya, { onFrame: ({ type }) => overheard.push(type) });
  await shop.until("both are online", () => [mine, theirs].every(({ line }) => line.state.kind === "online"));
  const put = (name: string, value: unknown, cookie = shop.owner.cookie) =>
    shop.request("PUT", `/me/preferences/${name}`, { value }, cookie);
  assert.equal((await put("columns", { hidden: ["pages"] })).status, 204);
  assert.equal((await put("theme", "dark", priya.cookie)).status, 204);
  await shop.until("the owner's window is told", () => heard.length === 1);
  assert.deepEqual(heard, [{ type: "preference", name: "columns", value: { hidden: ["pages"] } }]);
  await shop.until("Priya's is told of her own, once", () => overheard.includes("preference"));
  assert.equal(overheard.filter((type) => type === "preference").length, 1);
  const of = async (cookie: string) =>
    (await (await shop.request("GET", "/me/preferences", undefined, cookie)).json()) as unknown;
  assert.deepEqual(await of(shop.owner.cookie), { columns: { hidden: ["pages"] } });
  assert.deepEqual(await of(priya.cookie), { theme: "dark" });
});

test("preferences are bounded in number and size, and need a name and somebody who is signed in", async (t) => {
  const shop = await startShop(t, { config: { preferenceLength: 20, preferencesPerOperator: 2 } });
  const put = async (name: string, body: unknown, cookie = shop.owner.cookie) => {
    const headers = { origin: shop.url, "content-type": "application/json", cookie };
    const url = `${shop.url}/api/v1/me/preferences/${name}`;
    return (await fetch(url, { method: "PUT", headers, body: JSON.stringify(body) })).status;
  };
  assert.equal(await put("a", { value: "x".repeat(18) }), 204, "with its quotes it is twenty characters");
  assert.equal(await put("a", { value: "x".repeat(19) }), 400);
  assert.equal(await put("b", { value: null }), 204);
  assert.equal(await put("c", { value: 1 }), 403);
  assert.equal(await put("b", { value: 1 }), 204);
  assert.equal(await put("B", { value: 1 }), 400);
  assert.equal(await put("b", {}), 400);
  assert.equal(await put("b", { value: 1 }, ""), 401);
});
