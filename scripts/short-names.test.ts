import assert from "node:assert/strict";
import { test } from "node:test";
import { shortenNames } from "./short-names.ts";

const none = { properties: [], variables: [] };

test("a name of ours is the same short one in all scripts, and the most frequent one is the shortest", () => {
  const names = { ...none, properties: ["seldom", "often"] };
  assert.deepEqual(shortenNames(["x.often.often(y.seldom);", "({ often: 1 });"], names), [
    "x.a.a(y.b);",
    "({ a: 1 });",
  ]);
});

test("what only looks like a property keeps its name", () => {
  const script = 'let often = "often"; x[often]; class A { #often } often.often;';
  assert.deepEqual(shortenNames([script], { ...none, properties: ["often"] }), [
    script.replace("often.often;", "often.a;"),
  ]);
});

test("a shorthand goes on meaning the variable of its name", () => {
  const script = "let { often } = { often };";
  assert.deepEqual(shortenNames([script], { ...none, properties: ["often"] }), ["let { a:often } = { a:often };"]);
});

test("a short name that a script uses itself is left to it", () => {
  assert.deepEqual(shortenNames(["x.a; x.often;"], { ...none, properties: ["often"] }), ["x.a; x.b;"]);
});

test("a name that is in no script is refused, so that the list does not grow old", () => {
  assert.throws(() => shortenNames(["x.other;"], { ...none, properties: ["often"] }), /often/);
});

test("a variable of the style sheets is shortened where all of its name is meant", () => {
  const sheet = "`a{--head:red;color:var(--head);width:var(--head-ink)}`;";
  assert.deepEqual(shortenNames([sheet], { ...none, variables: ["head"] }), [
    "`a{--a:red;color:var(--a);width:var(--head-ink)}`;",
  ]);
});
