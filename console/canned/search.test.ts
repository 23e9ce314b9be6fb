import assert from "node:assert/strict";
import { test } from "node:test";
import type { CannedItem } from "../../protocol/rest.ts";
import { byFolder, searchCanned, slashBefore } from "./search.ts";

function item(title: string, more: Partial<CannedItem> = {}): CannedItem {
  return { id: title, kind: "message", shared: true, folder: "", title, text: "", uses: 0, ...more };
}
const titles = (items: readonly CannedItem[]) => items.map(({ title }) => title);

test("the title's beginning goes before a word of it, the folder, the middle and the text", () => {
  const items = [
    item("Later", { text: "we ship soon" }),
    item("Airshipping"),
    item("Times", { folder: "Shipping" }),
    item("About shipping"),
    item("Shipping to Austria"),
  ];
  const order = ["Shipping to Austria", "About shipping", "Times", "Airshipping", "Later"];
  assert.deepEqual(titles(searchCanned(items, "SHIP", true)), order);
  assert.deepEqual(titles(searchCanned(items, "ship", false)), order.slice(0, -1));
  assert.deepEqual(titles(searchCanned(items, "ship austria", true)), ["Shipping to Austria"]);
});

test("without a query everything is there, the most used first", () => {
  const items = [item("a"), item("b", { uses: 3 }), item("c")];
  assert.deepEqual(titles(searchCanned(items, " ", true)), ["b", "a", "c"]);
});

test("folders stand in order, what is in none before them", () => {
  const items = [item("b", { folder: "Z" }), item("a", { folder: "Z" }), item("c", { folder: "A" }), item("d")];
  assert.deepEqual(
    byFolder(items).map(({ folder, items }) => [folder, ...titles(items)]),
    [
      ["", "d"],
      ["A", "c"],
      ["Z", "a", "b"],
    ],
  );
});

test("a slash counts at the beginning of a word only, up to the cursor", () => {
  assert.deepEqual(slashBefore("/", 1), { from: 0, query: "" });
  assert.deepEqual(slashBefore("Hi /shi", 7), { from: 3, query: "shi" });
  assert.deepEqual(slashBefore("Hi\n/grüß dich", 8), { from: 3, query: "grüß" });
  assert.deepEqual(slashBefore("/ship", 3), { from: 0, query: "sh" });
  for (const text of ["and/or", "https://", "/a/b", "/a b", "1 / 2 "])
    assert.equal(slashBefore(text, text.length), undefined);
});
