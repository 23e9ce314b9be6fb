import assert from "node:assert/strict";
import { test } from "node:test";
import { openDrawer } from "./storage.ts";
import { forbidStorage, useStorage } from "./storage-samples.ts";

test("two sites of one shop page have drawers of their own", () => {
  useStorage();
  const one = openDrawer("localStorage", "shopbell:one:");
  const two = openDrawer("localStorage", "shopbell:two:");
  one.set("key", "1");
  assert.equal(two.get("key"), null);
  assert.equal(one.get("key"), "1");
});

test("what is set survives the page, and forgetting it leaves nothing", () => {
  useStorage();
  openDrawer("localStorage", "p:").set("key", "1");
  const next = openDrawer("localStorage", "p:");
  assert.equal(next.get("key"), "1");
  next.set("key", null);
  assert.deepEqual(Object.keys(globalThis.localStorage), []);
});

test("where storage is forbidden the drawer lives as long as the page", () => {
  forbidStorage();
  const drawer = openDrawer("localStorage", "p:");
  drawer.set("key", "1");
  assert.equal(drawer.get("key"), "1");
  drawer.set("key", null);
  assert.equal(drawer.get("key"), null);
});

test("a drawer that is known to be empty is not looked into until something was put there", () => {
  useStorage();
  localStorage.setItem("shopbell:key:chat", "of an earlier visitor");
  const drawer = openDrawer("localStorage", "shopbell:key:", true);
  assert.equal(drawer.get("chat"), null);
  drawer.set("chat", "ours");
  assert.equal(drawer.get("chat"), "ours");
});
