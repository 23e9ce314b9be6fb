import assert from "node:assert/strict";
import { test } from "node:test";
import { LoadRule, type LoadSample } from "./load-rule.ts";

const BOUNDS = { overloadBusyPercent: 90, overloadDelayMs: 100, overloadAfterMs: 3_000 };
const CALM: LoadSample = { busy: 0.2, delayMs: 1 };
const BUSY: LoadSample = { busy: 0.95, delayMs: 20 };
const BLOCKED: LoadSample = { busy: 1, delayMs: 300 };

/** The level after each of these samples, one a second. */
function levels(...samples: LoadSample[]): string[] {
  const rule = new LoadRule(BOUNDS);
  return samples.map((sample, second) => rule.next(sample, second * 1_000));
}

function times(count: number, sample: LoadSample): LoadSample[] {
  return Array.from({ length: count }, () => sample);
}

test("a load that lasts slows the list down, and one that passes does nothing", () => {
  assert.deepEqual(levels(...times(4, BUSY)), ["normal", "normal", "normal", "busy"]);
  assert.deepEqual(new Set(levels(...times(3, BUSY), CALM, ...times(3, BUSY), CALM)), new Set(["normal"]));
});

test("however great the load, the list slows down first, and the door closes only when that was not enough", () => {
  assert.deepEqual(levels(...times(7, BLOCKED)), ["normal", "normal", "normal", "busy", "busy", "busy", "overloaded"]);
});

test("a server that is busy without keeping anybody waiting lets everybody in for as long as that lasts", () => {
  assert.equal(levels(...times(600, BUSY)).at(-1), "busy");
});

test("work that waits although the loop has little to do counts too: somebody else has the processor", () => {
  assert.equal(levels(...times(7, { busy: 0.1, delayMs: 150 })).at(-1), "overloaded");
});

test("the levels are left one by one, in the order in which they came, and as slowly", () => {
  assert.deepEqual(levels(...times(7, BLOCKED), ...times(7, CALM)).slice(6), [
    "overloaded",
    "overloaded",
    "overloaded",
    "overloaded",
    "busy",
    "busy",
    "busy",
    "normal",
  ]);
});

test("at the bound the level does not go to and fro: it is left only clearly below", () => {
  const justBelow: LoadSample = { busy: 0.85, delayMs: 90 };
  assert.deepEqual(new Set(levels(...times(7, BLOCKED), ...times(60, justBelow)).slice(6)), new Set(["overloaded"]));
  const below: LoadSample = { busy: 0.8, delayMs: 10 };
  assert.deepEqual(new Set(levels(...times(4, BUSY), ...times(60, below)).slice(3)), new Set(["busy"]));
});

test("any chain of samples changes the level by one step at a time, and never sooner than the time it takes", () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let state = seed;
  const random = (): number => (state = (state * 48_271 + 1) % 2_147_483_647) / 2_147_483_647;
  const order = ["normal", "busy", "overloaded"];
  const rule = new LoadRule(BOUNDS);
  let [step, changedAt, now] = [0, 0, 0];
  for (let turn = 0; turn < 20_000; turn += 1) {
    now += 100 + random() * 900;
    // Long stretches of one kind, else nothing would ever last.
    const sample = [CALM, BUSY, BLOCKED][Math.floor(turn / 12 + random()) % 3] ?? CALM;
    const next = order.indexOf(rule.next(sample, now));
    if (next === step) continue;
    assert.equal(Math.abs(next - step), 1, `seed ${seed}`);
    assert.ok(now - changedAt >= BOUNDS.overloadAfterMs, `seed ${seed}`);
    [step, changedAt] = [next, now];
  }
  assert.ok(changedAt > 0, `seed ${seed}: nothing ever changed`);
});
