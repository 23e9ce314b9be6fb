import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoundEntry } from "../../protocol/rest.ts";
import { startShop } from "../../test/harness/shop.ts";

const GONG = { name: " Gong ", type: "audio/ogg", data: Buffer.from("OggS and more").toString("base64") };

test("a sound over HTTP: added by an administrator, told to all, fetched as a sound, taken out", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const frames: string[] = [];
  const window = shop.operator(priya, { onFrame: ({ type }) => frames.push(type) });
  await shop.until("Priya is there", () => window.line.state.kind === "online");
  const added = (await (await shop.request("POST", "/sounds", GONG, shop.owner.cookie)).json()) as SoundEntry;
  assert.deepEqual([added.name, added.size], ["Gong", 13]);
  await shop.until("Priya is told", () => frames.includes("sounds"));
  const list = async () => (await shop.request("GET", "/sounds", undefined, priya.cookie)).json();
  assert.deepEqual(await list(), [added]);
  const file = await shop.request("GET", `/sounds/${added.id}/data`, undefined, priya.cookie);
  assert.equal(await file.text(), "OggS and more");
  assert.equal(file.headers.get("content-type"), "audio/ogg");
  assert.equal(file.headers.get("x-content-type-options"), "nosniff");
  assert.match(file.headers.get("content-security-policy") ?? "", /^default-src 'none'/);
  await shop.request("DELETE", `/sounds/${added.id}`, undefined, shop.owner.cookie);
  assert.deepEqual(await list(), []);
});

test("what is no sound, or too much, is refused with a sentence, and only administrators are asked", async (t) => {
  const shop = await startShop(t, { config: { soundBytes: 2_000, sounds: 1 } });
  const priya = await shop.addOperator("priya", "Priya Rao", { role: "supervisor" });
  const status = async (wish: object, cookie = shop.owner.cookie) => {
    const headers = { origin: shop.url, "content-type": "application/json", cookie };
    const body = JSON.stringify({ ...GONG, ...wish });
    return (await fetch(`${shop.url}/api/v1/sounds`, { method: "POST", headers, body })).status;
  };
  assert.equal(await status({}, priya.cookie), 403);
  assert.equal(await status({}, ""), 401);
  for (const wrong of [
    { type: "text/html" },
    { type: "image/svg+xml" },
    { data: "" },
    { data: "not base64" },
    { name: "  " },
    { data: Buffer.alloc(2_001).toString("base64") },
    { colour: "red" },
  ])
    assert.equal(await status(wrong), 400, JSON.stringify(wrong).slice(0, 60));
  assert.equal(await status({ data: Buffer.alloc(9_000).toString("base64") }), 413);
  assert.equal(await status({ data: Buffer.alloc(2_000).toString("base64") }), 201);
  assert.equal(await status({}), 403, "there is one already");
});
