import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameFilter, readSavedFilters } from "./saved-filters.ts";

test("what was kept comes back, and what makes no sense does not", () => {
  const checkout = {
    id: "1",
    name: "in checkout",
    text: "",
    statuses: ["online"],
    where: [
      { if: "page", has: "checkout" },
      { if: "here-for", minutes: 5, not: true },
      { if: "country", of: ["DE"] },
      { if: "attribute", name: "plan", has: "gold" },
      { if: "visits", least: 2 },
    ],
  };
  assert.deepEqual(readSavedFilters({ filters: [checkout] }).filters, [checkout]);
  const odd = {
    id: "2",
    name: "odd",
    text: 7,
    statuses: "all",
    where: [
      { if: "page" },
      { if: "shoe size" },
      { if: "pages", least: -3 },
      { if: "country", of: ["Germany"] },
      null,
      { if: "chatted", not: 1 },
    ],
  };
  const read = readSavedFilters({ filters: [odd, { id: "3" }, "x"] }).filters;
  assert.deepEqual(read, [
    { id: "2", name: "odd", text: "", statuses: [], where: [{ if: "pages", least: 1 }, { if: "chatted" }] },
  ]);
  for (const kept of [undefined, null, {}, { filters: 7 }]) assert.deepEqual(readSavedFilters(kept), { filters: [] });
});

test("filters are the same when they ask the same", () => {
  const one = { text: "tea ", statuses: ["online", "invited"] as const, where: [] };
  assert.ok(isSameFilter({ ...one, statuses: [...one.statuses] }, { text: "tea", statuses: ["invited", "online"] }));
  assert.ok(!isSameFilter({ text: "", statuses: [] }, { text: "", statuses: [], where: [{ if: "pages", least: 2 }] }));
});
