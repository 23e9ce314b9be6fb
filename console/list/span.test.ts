import assert from "node:assert/strict";
import { test } from "node:test";
import { spanFor } from "./span.ts";

test("what is on the screen is asked for with a margin on both sides", () => {
  assert.deepEqual(spanFor({ first: 0, count: 0 }, 100, 125, 1000), { first: 70, count: 85 });
});

test("at the top there is nothing above", () => {
  assert.deepEqual(spanFor({ first: 0, count: 0 }, 0, 25, 1000), { first: 0, count: 55 });
});

test("a small movement asks for nothing", () => {
  const held = { first: 70, count: 85 };
  assert.equal(spanFor(held, 110, 135, 1000), held);
  assert.notEqual(spanFor(held, 130, 155, 1000), held);
});

test("the end of the list needs no margin", () => {
  const held = { first: 900, count: 85 };
  assert.equal(spanFor(held, 960, 985, 985), held);
});

test("it never asks for more than the protocol allows", () => {
  assert.equal(spanFor({ first: 0, count: 0 }, 0, 5000, 10_000).count, 500);
});

test("nothing serves nothing, even before it is known how long the list is", () => {
  assert.deepEqual(spanFor({ first: 0, count: 0 }, 0, 24, 0), { first: 0, count: 54 });
});
