import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, isSameJson, parseKept } from "./own-kept.ts";

test("a kept copy comes back with whether the server has it", () => {
  assert.deepEqual(parseKept('{"value":{"theme":"dark"},"unsent":true}'), { value: { theme: "dark" }, unsent: true });
  assert.deepEqual(parseKept('{"value":null}'), { value: null });
});

test("whatever is no copy is none", () => {
  for (const text of [undefined, "", "not JSON", "7", "null", "[]", '{"unsent":true}']) {
    assert.deepEqual(parseKept(text), {}, String(text));
  }
});

test("only an object has fields", () => {
  assert.deepEqual(fieldsOf({ a: 1 }), { a: 1 });
  for (const kept of [undefined, null, "a", 7, [1]]) assert.deepEqual(fieldsOf(kept), {});
});

test("values are compared as they are sent", () => {
  assert.equal(isSameJson({ a: [1] }, { a: [1] }), true);
  assert.equal(isSameJson({ a: 1 }, { a: 2 }), false);
});
