import assert from "node:assert/strict";
import { test } from "node:test";
import { measure } from "./measure.ts";

const limits = { textLength: 100, urlLength: 40, frameBytes: 1_000, heartbeatMs: 1 };

test("what is left is told from nine tenths of the limit on", () => {
  assert.deepEqual(measure({ text: "x".repeat(90), input: "text" }, limits), { kind: "fits" });
  assert.deepEqual(measure({ text: "x".repeat(91), input: "text" }, limits), { kind: "near", left: 9 });
  assert.deepEqual(measure({ text: "x".repeat(100), input: "text" }, limits), { kind: "near", left: 0 });
});

test("what is over the limit is counted in what the server counts, UTF-16 units", () => {
  assert.deepEqual(measure({ text: "🎒".repeat(51), input: "text" }, limits), { kind: "over", over: 2, limit: 100 });
});

test("an address has its own limit, and spaces around it do not count", () => {
  const url = `https://shop.example/${"x".repeat(10)}`;
  assert.deepEqual(measure({ text: `  ${url}\n`, input: "url" }, limits), { kind: "fits" });
  assert.equal(measure({ text: "x".repeat(41), input: "url" }, limits).kind, "over");
});

test("a sentence is not an address", () => {
  assert.deepEqual(measure({ text: "It is 1.9 kg", input: "url" }, limits), { kind: "spaces" });
  assert.deepEqual(measure({ text: "It is 1.9 kg", input: "text" }, limits), { kind: "fits" });
});

test("before the server has told its limits everything fits", () => {
  assert.deepEqual(measure({ text: "x".repeat(10_000), input: "text" }, undefined), { kind: "fits" });
});
