import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { makeTyping } from "./typing.ts";

test("writing is told at its beginning and three seconds after its end", (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const told: boolean[] = [];
  const { typed } = makeTyping((isTyping) => told.push(isTyping));
  typed(true);
  mock.timers.tick(2_000);
  typed(true);
  mock.timers.tick(2_000);
  assert.deepEqual(told, [true]);
  mock.timers.tick(1_000);
  assert.deepEqual(told, [true, false]);
});

test("emptying the field, or sending, ends it at once and once", (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const told: boolean[] = [];
  const { typed, stop } = makeTyping((isTyping) => told.push(isTyping));
  typed(true);
  typed(false);
  stop();
  mock.timers.tick(10_000);
  assert.deepEqual(told, [true, false]);
});
