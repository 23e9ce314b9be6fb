import assert from "node:assert/strict";
import { test } from "node:test";
import { addOperator } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** What each operator prefers. */
export function preferences(openStore: OpenStore): void {
  const of = (operator: string, name: string, value: string) => ({ operator, name, value });

  test("an operator has the last value of each preference, and nobody else's", async (t) => {
    const { store, reopen } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await addOperator(store, "priya", "priya");
    assert.equal(await store.setPreference(of("maya", "theme", '"light"'), 9), true);
    assert.equal(await store.setPreference(of("maya", "theme", '"dark"'), 9), true);
    assert.equal(await store.setPreference(of("maya", "columns", "[1,2]"), 9), true);
    assert.equal(await store.setPreference(of("priya", "theme", "null"), 9), true);
    const again = await reopen();
    assert.deepEqual(await again.preferencesOf("maya"), [
      of("maya", "columns", "[1,2]"),
      of("maya", "theme", '"dark"'),
    ]);
    assert.deepEqual(await again.preferencesOf("priya"), [of("priya", "theme", "null")]);
    assert.deepEqual(await again.preferencesOf("nobody"), []);
  });

  test("at the bound nothing new is kept, and what is there can still be changed", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await addOperator(store, "priya", "priya");
    for (const name of ["a", "b"]) assert.equal(await store.setPreference(of("maya", name, "1"), 2), true);
    assert.equal(await store.setPreference(of("maya", "c", "1"), 2), false);
    assert.equal(await store.setPreference(of("maya", "b", "2"), 2), true);
    assert.equal(await store.setPreference(of("priya", "c", "1"), 2), true);
    assert.deepEqual(await store.preferencesOf("maya"), [of("maya", "a", "1"), of("maya", "b", "2")]);
  });
}
