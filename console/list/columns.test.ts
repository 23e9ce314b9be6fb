import assert from "node:assert/strict";
import { test } from "node:test";
import { direction, FIRST_SORT, sortedBy } from "./columns.ts";

const pages = { sort: "pages" } as const;
const online = { sort: "arrived", opposite: true } as const;

test("a press sorts upwards and a second one downwards", () => {
  const once = sortedBy(FIRST_SORT, pages);
  assert.equal(direction(once, pages), "ascending");
  assert.equal(direction(sortedBy(once, pages), pages), "descending");
});

test("the time online is sorted as it is shown, not as it is kept", () => {
  assert.equal(direction(FIRST_SORT, online), "ascending");
  assert.deepEqual(sortedBy({ by: "pages", descending: false }, online), { by: "arrived", descending: true });
});

test("a column that the list is not sorted by has no direction", () => {
  assert.equal(direction(FIRST_SORT, pages), undefined);
});
