import assert from "node:assert/strict";
import { test } from "node:test";
import { at, followed, movedBy, noCursor } from "./cursor.ts";
import { noRows, type Rows } from "./row-store.ts";

function rows(first: number, order: number[], total = order.length): Rows {
  return { ...noRows, first, order, total, loaded: true };
}

test("the selection sticks to its visitor when the row moves", () => {
  const cursor = at(rows(0, [10, 11, 12]), 1);
  assert.deepEqual(followed(cursor, rows(0, [99, 10, 11, 12])), { visitor: 11, index: 2 });
});

test("a visitor outside of the window stays selected at the place last seen", () => {
  const cursor = at(rows(0, [10, 11, 12]), 1);
  assert.deepEqual(followed(cursor, rows(500, [77, 78], 900)), { visitor: 11, index: 1 });
});

test("a place that has not arrived yet is selected when it arrives", () => {
  const before = rows(0, [1, 2], 1000);
  const cursor = movedBy("End", noCursor, before, 20);
  assert.deepEqual(cursor, { visitor: undefined, index: 999 });
  assert.deepEqual(followed(cursor ?? noCursor, rows(998, [7, 8], 1000)), { visitor: 8, index: 999 });
});

test("the keys stop at both ends", () => {
  const list = rows(0, [1, 2, 3]);
  assert.equal(movedBy("ArrowUp", at(list, 0), list, 10)?.visitor, 1);
  assert.equal(movedBy("ArrowDown", at(list, 2), list, 10)?.visitor, 3);
  assert.equal(movedBy("PageDown", at(list, 0), list, 10)?.visitor, 3);
  assert.equal(movedBy("PageUp", at(list, 2), list, 10)?.visitor, 1);
});

test("the first arrow down selects the first row", () => {
  const list = rows(0, [1, 2, 3]);
  assert.equal(movedBy("ArrowDown", noCursor, list, 10)?.visitor, 1);
});

test("an empty list and other keys move nothing", () => {
  assert.equal(movedBy("ArrowDown", noCursor, rows(0, []), 10), undefined);
  assert.equal(movedBy("x", noCursor, rows(0, [1]), 10), undefined);
});
