import assert from "node:assert/strict";
import { test } from "node:test";
import { TokenBuckets } from "./token-buckets.ts";

function buckets(mostKeys = 100): { it: TokenBuckets; pass(ms: number): void } {
  let now = 0;
  const it = new TokenBuckets({ capacity: 3, windowMs: 30_000, mostKeys }, () => now);
  return { it, pass: (ms) => void (now += ms) };
}

test("attempts are used up, and grow back evenly", () => {
  const { it, pass } = buckets();
  for (let count = 0; count < 3; count += 1) {
    assert.equal(it.waitMs("a"), 0);
    it.take("a");
  }
  assert.equal(it.waitMs("a"), 10_000);
  pass(4_000);
  assert.equal(it.waitMs("a"), 6_000);
  pass(6_000);
  assert.equal(it.waitMs("a"), 0);
  it.take("a");
  assert.equal(it.waitMs("a"), 10_000);
  pass(1_000_000);
  for (let count = 0; count < 3; count += 1) it.take("a");
  assert.ok(it.waitMs("a") > 0, "a long pause saves up no more than the capacity");
});

test("an attempt given back is as if it had not been", () => {
  const { it } = buckets();
  for (let count = 0; count < 3; count += 1) it.take("a");
  it.giveBack("a");
  assert.equal(it.waitMs("a"), 0);
});

test("the keys are bounded: the full ones go first, then those used longest ago", () => {
  const { it, pass } = buckets(2);
  for (let count = 0; count < 3; count += 1) it.take("busy");
  pass(1_000);
  it.take("once");
  pass(9_500);
  for (let count = 0; count < 3; count += 1) it.take("new");
  assert.ok(it.waitMs("new") > 0);
  for (let count = 0; count < 3; count += 1) it.take("newer");
  assert.ok(it.waitMs("newer") > 0);
  assert.equal(it.waitMs("busy"), 0, "pushed out, it begins anew");
});
