import assert from "node:assert/strict";
import { test } from "node:test";
import { outboxStore } from "./outbox-store.ts";
import { openDrawer } from "../storage.ts";
import { useStorage } from "../storage-samples.ts";

const PREFIX = "shopbell:key:";
const HOUR = 3_600_000;

const drawer = () => {
  useStorage();
  return openDrawer("localStorage", PREFIX);
};

test("the next page of a tab finds what the last one left", () => {
  const storage = drawer();
  outboxStore(storage, PREFIX, "tab-1").save('[{"id":"a"}]');
  assert.equal(outboxStore(storage, PREFIX, "tab-1").load(), '[{"id":"a"}]');
  assert.equal(outboxStore(storage, PREFIX, "tab-1").load(), '[{"id":"a"}]', "until it has been sent");
});

test("a tab takes over what tabs that are gone have left, once", () => {
  const storage = drawer();
  outboxStore(storage, PREFIX, "tab-1").save('[{"id":"a"}]');
  outboxStore(storage, PREFIX, "tab-2").save('[{"id":"b"}]');
  assert.equal(outboxStore(storage, PREFIX, "tab-3").load(), '[{"id":"a"},{"id":"b"}]');
  assert.deepEqual(Object.keys(localStorage).sort(), [`${PREFIX}out:tab-3`, `${PREFIX}unsent`]);
});

test("two tabs do not overwrite each other", () => {
  const storage = drawer();
  const one = outboxStore(storage, PREFIX, "tab-1");
  const two = outboxStore(storage, PREFIX, "tab-2");
  one.save('[{"id":"a"}]');
  two.save('[{"id":"b"}]');
  two.save(null);
  assert.equal(one.load(), '[{"id":"a"}]');
});

test("what is older than a day, or not ours, is left out", () => {
  const storage = drawer();
  outboxStore(storage, PREFIX, "tab-1", () => 0).save('[{"id":"old"}]');
  storage.set("out:tab-2", "nonsense");
  storage.set("out:tab-3", `${25 * HOUR} {not json`);
  outboxStore(storage, PREFIX, "tab-4", () => 24 * HOUR).save('[{"id":"new"}]');
  assert.equal(outboxStore(storage, PREFIX, "tab-5", () => 25 * HOUR).load(), '[{"id":"new"}]');
});

test("an empty outbox leaves nothing behind", () => {
  const storage = drawer();
  assert.equal(outboxStore(storage, PREFIX, "tab-1").load(), null);
  assert.deepEqual(Object.keys(localStorage), []);
});
