import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turnsEnd } from "node:timers/promises";
import { Turn } from "./turn.ts";

const terminate = (): void => assert.fail("nothing is wrong with it");

test("who holds something back is asked for it once, when the turn is over, and for nothing after it", async () => {
  const turn = new Turn(assert.ifError);
  const asked: string[] = [];
  const one = { flush: () => void asked.push("one"), terminate };
  const other = { flush: () => void asked.push("other"), terminate };
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
  const turn = new Turn(assert.ifError);
  const asked: number[] = [];
  const again = {
    flush: (): void => {
      if (asked.push(asked.length) < 3) turn.hold(again);
    },
    terminate,
  };
  turn.hold(again);
  await turnsEnd();
  assert.deepEqual(asked, [0]);
  await turnsEnd();
  await turnsEnd();
  assert.deepEqual(asked, [0, 1, 2]);
});

test("who cannot be written to loses the line, and the others get theirs", async () => {
  const problems: unknown[] = [];
  const turn = new Turn((error) => problems.push(error));
  const did: string[] = [];
  const broken = new Error("The stream is gone.");
  turn.hold({ flush: () => void did.push("before"), terminate });
  turn.hold({
    flush: () => {
      throw broken;
    },
    terminate: () => void did.push("the broken one goes"),
  });
  turn.hold({ flush: () => void did.push("after"), terminate });
  await turnsEnd();
  assert.deepEqual(did, ["before", "the broken one goes", "after"]);
  assert.deepEqual(problems, [broken]);
});
