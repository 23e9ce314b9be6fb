import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turnsEnd } from "node:timers/promises";
import { Turn } from "./turn.ts";

test("who holds something back is asked for it once, when the turn is over, and for nothing after it", async () => {
  const turn = new Turn();
  const asked: string[] = [];
  const one = { flush: () => void asked.push("one") };
  const other = { flush: () => void asked.push("other") };
  turn.hold(one);
  turn.hold(other);
  assert.deepEqual(asked, []);
  await turnsEnd();
  assert.deepEqual(asked, ["one", "other"]);
  await turnsEnd();
  assert.deepEqual(asked, ["one", "other"]);
  turn.hold(other);
  await turnsEnd();
  assert.deepEqual(asked, ["one", "other", "other"]);
});

test("what is held back while others are asked waits for the next turn", async () => {
  const turn = new Turn();
  const asked: number[] = [];
  const again = {
    flush: (): void => {
      if (asked.push(asked.length) < 3) turn.hold(again);
    },
  };
  turn.hold(again);
  await turnsEnd();
  assert.deepEqual(asked, [0]);
  await turnsEnd();
  await turnsEnd();
  assert.deepEqual(asked, [0, 1, 2]);
});
