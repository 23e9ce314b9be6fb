import assert from "node:assert/strict";
import { test } from "node:test";
import type { DictionaryEntry, OwnWord } from "../../protocol/rest.ts";
import { startShop } from "../../test/harness/shop.ts";

const FILES = { aff: "SET UTF-8\nTRY esn\n", dic: "2\nZelt\nSchlafsäcke\n" };

test("an operator's own words over HTTP: added, listed, taken out, and all their windows are told", async (t) => {
  const shop = await startShop(t);
  const { cookie } = shop.owner;
  const frames: string[] = [];
  const window = shop.operator(shop.owner, { onFrame: ({ type }) => frames.push(type) });
  await shop.until("the window is there", () => window.line.state.kind === "online");
  for (const word of ["Fjell", "a/b"]) await shop.request("POST", "/me/words", { word }, cookie);
  await shop.until("the window is told", () => frames.includes("spelling"));
  const list = async () => (await (await shop.request("GET", "/me/words", undefined, cookie)).json()) as OwnWord[];
  assert.deepEqual(await list(), [{ word: "Fjell" }, { word: "a/b" }]);
  await shop.request("DELETE", `/me/words/${encodeURIComponent("a/b")}`, undefined, cookie);
  assert.deepEqual(await list(), [{ word: "Fjell" }]);
});

test("a dictionary is fetched as plain text that no browser takes for anything else, and is kept by it for good", async (t) => {
  const shop = await startShop(t);
  const { cookie } = shop.owner;
  const hostile = { ...FILES, dic: "2\n<script>alert(1)</script>\nZelt\n" };
  const added = await shop.request("PUT", "/dictionaries/de", hostile, cookie);
  const { id, language, size } = (await added.json()) as DictionaryEntry;
  assert.deepEqual([language, size], ["de", hostile.aff.length + hostile.dic.length]);
  for (const encoding of ["gzip, br", "identity"]) {
    const headers = { cookie, "accept-encoding": encoding };
    const answer = await fetch(`${shop.url}/api/v1/dictionaries/${id}/dic`, { headers });
    assert.equal(await answer.text(), hostile.dic);
    assert.equal(answer.headers.get("content-encoding"), encoding === "identity" ? null : "gzip");
    assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.match(answer.headers.get("content-security-policy") ?? "", /^default-src 'none'/);
    assert.equal(answer.headers.get("cache-control"), "private, max-age=31536000, immutable");
  }
  const status = async (path: string, from?: string) =>
    (await fetch(`${shop.url}/api/v1${path}`, { headers: from === undefined ? {} : { cookie: from } })).status;
  assert.equal(await status(`/dictionaries/${id}/dic`), 401);
  assert.equal(await status(`/dictionaries/${id}/exe`, cookie), 400);
  assert.equal(await status("/dictionaries/nowhere/aff", cookie), 404);
  await shop.request("DELETE", `/dictionaries/${id}`, undefined, cookie);
  assert.equal(await status(`/dictionaries/${id}/aff`, cookie), 404);
});

test("dictionaries are the administrators' to change, and larger than other requests but not without a bound", async (t) => {
  const shop = await startShop(t, { config: { dictionaryBytes: 200_000 } });
  const priya = await shop.addOperator("priya", "Priya Rao");
  const put = async (dic: string, cookie = shop.owner.cookie) => {
    const headers = { origin: shop.url, "content-type": "application/json", cookie };
    const body = JSON.stringify({ ...FILES, dic });
    return (await fetch(`${shop.url}/api/v1/dictionaries/de`, { method: "PUT", headers, body })).status;
  };
  const words = (length: number) => `1000\n${"ä\n".repeat(length / 2)}`;
  assert.equal(await put(FILES.dic, priya.cookie), 403);
  assert.equal(await put(words(190_000)), 200);
  assert.equal(await put(words(210_000)), 400);
  assert.equal(await put(words(900_000)), 413);
});
