import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "./translation.ts";

test("values stand in their places, numbers as the language writes them", () => {
  assert.equal(fill("en", "{name} has {count}", { name: "Ada", count: 1284 }), "Ada has 1,284");
  assert.equal(fill("de", "{name} hat {count}", { name: "Ada", count: 1284 }), "Ada hat 1.284");
});

test("the form follows the number by the rules of the language", () => {
  const visitors = { one: "{count} visitor", other: "{count} visitors" };
  assert.equal(fill("en", visitors, { count: 1 }), "1 visitor");
  assert.equal(fill("en", visitors, { count: 0 }), "0 visitors");
  assert.equal(fill("ar", { two: "two", few: "few", other: "other" }, { count: 2 }), "two");
});

test("a form that a language needs and a string lacks is the general one", () => {
  assert.equal(fill("ar", { one: "one", other: "{count}" }, { count: 3 }), fill("ar", "{count}", { count: 3 }));
});

test("what is written in braces without a value stays as it is", () => {
  assert.equal(fill("en", "{a} {b}", { a: "x" }), "x {b}");
});

test("a value is not filled in a second time", () => {
  assert.equal(fill("en", "{name} {count}", { name: "{count}", count: 2 }), "{count} 2");
});
