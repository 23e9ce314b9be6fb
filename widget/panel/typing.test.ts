import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { makeTyping } from "./typing.ts";

test("writing is told at its beginning and three seconds after its end", (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const told: boolean[] = [];
  const { typed } = makeTyping((isTyping) => told.push(isTyping));
  typed("a");
  mock.timers.tick(2_000);
  typed("a");
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
  typed("a");
  typed("");
  stop();
  mock.timers.tick(10_000);
  assert.deepEqual(told, [true, false]);
});

test("where previews are on, what is written is told at once, then every 600 ms, and its last state always", (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const told: (string | boolean)[] = [];
  const typing = makeTyping((isTyping, text) => told.push(text ?? isTyping));
  typing.showsText = true;
  for (const text of ["H", "He", "Hel"]) typing.typed(text);
  assert.deepEqual(told, ["H"]);
  mock.timers.tick(600);
  typing.typed("Hell");
  typing.typed("Hello");
  mock.timers.tick(10_000);
  assert.deepEqual(told, ["H", "Hel", "Hello"], "and it stays told while it stands there");
  typing.typed("");
  assert.deepEqual(told.at(-1), false);
});

test("where previews are off, no text is told", (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const told: unknown[] = [];
  const { typed } = makeTyping((isTyping, text) => told.push([isTyping, text]));
  typed("secret");
  mock.timers.tick(10_000);
  assert.deepEqual(told, [
    [true, undefined],
    [false, undefined],
  ]);
});
