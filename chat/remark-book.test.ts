import assert from "node:assert/strict";
import { test } from "node:test";
import { RemarkBook } from "./remark-book.ts";

const remark = (visitor: number, text: string, site = "shop") => ({ operator: "maya", site, visitor, text, at: 1 });

test("what was heard while the store was read is not overtaken by what it held before", () => {
  const book = new RemarkBook();
  book.heard(remark(1, "newer"));
  book.heard(remark(2, ""));
  book.load([remark(1, "older"), remark(2, "taken away since"), remark(3, "kept")]);
  assert.deepEqual(
    [1, 2, 3].map((visitor) => book.of("shop", visitor)),
    ["newer", undefined, "kept"],
  );
  book.heard(remark(3, ""));
  assert.equal(book.of("shop", 3), undefined);
});

test("a remark is found by a part of it, whatever the case, at its own site only", () => {
  const book = new RemarkBook();
  book.load([remark(9, "The Hut"), remark(2, "hut again"), remark(3, "tent"), remark(4, "hut", "other")]);
  assert.deepEqual(book.holding("shop", "HUT"), [2, 9]);
  assert.deepEqual(book.holding("shop", ""), []);
  assert.deepEqual(book.holding("nowhere", "hut"), []);
});
