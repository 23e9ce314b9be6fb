import assert from "node:assert/strict";
import { test } from "node:test";
import { NEW_VISIT_AFTER_MS, openPage, readRemembered, tellVisit } from "./visit.ts";

const SHOP = "https://shop.example";
const nobody = readRemembered(null);
const first = openPage(nobody, 1_000_000, "https://search.example/?q=tent", SHOP);

test("the first page begins visit one and keeps where it came from", () => {
  assert.deepEqual(tellVisit(first, 1_004_000), {
    count: 1,
    elapsedMs: 4_000,
    pages: 1,
    cameFrom: "https://search.example/?q=tent",
  });
});

test("a further page within half an hour belongs to the same visit", () => {
  const second = openPage(first, first.lastAt + NEW_VISIT_AFTER_MS - 1, `${SHOP}/`, SHOP);
  assert.equal(second.count, 1);
  assert.equal(second.pages, 2);
  assert.equal(second.cameFrom, "https://search.example/?q=tent");
});

test("after half an hour of inactivity a new visit begins", () => {
  const later = openPage({ ...first, token: "t" }, first.lastAt + NEW_VISIT_AFTER_MS, "", SHOP);
  assert.equal(later.count, 2);
  assert.equal(later.pages, 1);
  assert.equal(later.cameFrom, "");
  assert.equal(later.token, "t");
});

test("a visit that begins on a link within the shop came from nowhere else", () => {
  assert.equal(openPage(nobody, 1_000, `${SHOP}/tents`, SHOP).cameFrom, "");
  assert.equal(
    openPage(nobody, 1_000, "https://shop.example.evil.test/", SHOP).cameFrom,
    "https://shop.example.evil.test/",
  );
});

test("what is not as we left it in the storage is forgotten", () => {
  for (const stored of [
    "",
    "null",
    "7",
    "[]",
    '"text"',
    "{",
    '{"count":"x","pages":-0.5,"token":{},"startedAt":1e99}',
  ]) {
    assert.deepEqual(readRemembered(stored), nobody, stored);
  }
});

test("what is remembered survives the storage", () => {
  const known = { ...first, token: "abc", name: "Ada", email: "ada@example.org" };
  assert.deepEqual(readRemembered(JSON.stringify(known)), known);
});
