import assert from "node:assert/strict";
import { test } from "node:test";
import { inOldOrder, tabBeside, withoutTab, withTab } from "./tabs.ts";

const three = { order: ["a", "b", "c"], active: "b" };

test("a new chat goes to the end and leaves the one in front alone", () => {
  assert.deepEqual(withTab(three, "d", false), { order: ["a", "b", "c", "d"], active: "b" });
  assert.deepEqual(withTab(three, "d", true).active, "d");
  assert.equal(withTab({ order: [], active: null }, "a", false).active, "a");
});

test("opening what is open already changes nothing but the front", () => {
  assert.equal(withTab(three, "a", false), three);
  assert.deepEqual(withTab(three, "c", true), { order: ["a", "b", "c"], active: "c" });
});

test("closing the chat in front brings its right neighbour, then the left one, then none", () => {
  assert.equal(withoutTab(three, "b").active, "c");
  assert.equal(withoutTab({ ...three, active: "c" }, "c").active, "b");
  assert.deepEqual(withoutTab({ order: ["a"], active: "a" }, "a"), { order: [], active: null });
});

test("closing another chat leaves the front alone", () => {
  assert.deepEqual(withoutTab(three, "a"), { order: ["b", "c"], active: "b" });
  assert.equal(withoutTab(three, "unknown"), three);
});

test("stepping goes round the ends", () => {
  assert.equal(tabBeside({ ...three, active: "c" }, 1), "a");
  assert.equal(tabBeside({ ...three, active: "a" }, -1), "c");
  assert.equal(tabBeside({ order: [], active: null }, 1), null);
});

test("after a reload the chats stand as before, with new ones at the end", () => {
  assert.deepEqual(inOldOrder(["new", "a", "b"], ["b", "a", "gone"]), ["b", "a", "new"]);
});
