import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { fromOperatorShape } from "./operator-to-server.ts";
import {
  boolean,
  integer,
  list,
  object,
  oneOf,
  optional,
  type Shape,
  ShapeError,
  string,
  taggedUnion,
} from "./shape.ts";
import { fromVisitorShape } from "./visitor-to-server.ts";

test("a string is taken from its least to its greatest length", () => {
  const shape = string(3, 2);
  for (const value of ["ab", "abc", "🏕"]) assert.equal(shape.parse(value), value);
  refuses(shape, "abcd", "The message must be at most 3 characters long.");
  refuses(shape, "a", "The message must be at least 2 characters long.");
  refuses(string(3, 1), "", "The message must be filled in.");
  assert.equal(string(0).parse(""), "");
  for (const value of [undefined, null, 7, true, ["a"], { length: 1 }, new String("ab")])
    refuses(shape, value, "The message must be a string.");
});

test("an integer is whole, exact and within its bounds", () => {
  const shape = integer(1, 3);
  for (const value of [1, 2, 3]) assert.equal(shape.parse(value), value);
  for (const value of [0, 4, -1]) refuses(shape, value, "The message must be from 1 to 3.");
  for (const value of [1.5, Number.NaN, Infinity, 2 ** 53, "2", null, undefined, [2], 2n])
    refuses(shape, value, "The message must be a whole number.");
  assert.equal(integer(0).parse(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
});

test("a boolean is true or false and nothing that looks like them", () => {
  assert.equal(boolean.parse(true), true);
  assert.equal(boolean.parse(false), false);
  for (const value of [0, 1, "true", "", null, undefined])
    refuses(boolean, value, "The message must be true or false.");
});

test("one of several words is taken and no other", () => {
  const shape = oneOf("ann", "bo", 7);
  for (const value of ["ann", "bo", 7]) assert.equal(shape.parse(value), value);
  for (const value of ["Ann", "", "7", null, undefined, ["ann"], "toString"])
    refuses(shape, value, "The message must be one of ann, bo, 7.");
});

test("a list is bounded and each of its items has the shape", () => {
  const shape = list(integer(0), 2);
  assert.deepEqual(shape.parse([]), []);
  assert.deepEqual(shape.parse([1, 2]), [1, 2]);
  refuses(shape, [1, 2, 3], "The message must be a list of at most 2.");
  for (const value of [undefined, null, {}, "12", { length: 1, 0: 1 }])
    refuses(shape, value, "The message must be a list.");
  refuses(shape, [1, "2"], '"[1]" must be a whole number.');
});

test("a list is a copy", () => {
  const given = [1];
  assert.notEqual(list(integer(0), 2).parse(given), given);
});

test("an object has its fields, its optional fields where given, and loses everything else", () => {
  const shape = object({ name: string(9), age: optional(integer(0)) });
  assert.deepEqual(shape.parse({ name: "Ann", age: 4, admin: true }), { name: "Ann", age: 4 });
  const without = shape.parse({ name: "Ann", age: undefined });
  assert.deepEqual(Object.keys(without), ["name"]);
  refuses(shape, { age: 4 }, '"name" must be a string.');
  refuses(shape, { name: "Ann", age: null }, '"age" must be a whole number.');
  refuses(shape, { name: "Ann", age: "4" }, '"age" must be a whole number.');
  for (const value of [undefined, null, [], "{}", 7]) refuses(shape, value, "The message must be an object.");
});

test("a sentence names the way to what is wrong", () => {
  const shape = object({ rows: list(object({ at: object({ url: string(5, 1) }) }), 9) });
  refuses(shape, { rows: [{ at: { url: "x" } }, { at: { url: "" } }] }, '"rows[1].at.url" must be filled in.');
  refuses(shape, { rows: [{ at: 7 }] }, '"rows[0].at" must be an object.');
  refuses(
    object({ one: taggedUnion("kind", { a: object({}) }) }),
    { one: { kind: "b" } },
    '"one.kind" must be one of a.',
  );
});

test("a union takes the shape that its word names, with the word", () => {
  const shape = taggedUnion("type", { say: object({ text: string(9) }), bye: object({}) });
  assert.deepEqual(shape.parse({ type: "say", text: "Hi", more: 1 }), { type: "say", text: "Hi" });
  assert.deepEqual(shape.parse({ type: "bye", text: "Hi" }), { type: "bye" });
  refuses(shape, { type: "say" }, '"text" must be a string.');
});

test("a union refuses a word that nobody knows, also one that every object inherits", () => {
  const shape = taggedUnion("type", { say: object({}), bye: object({}) });
  for (const type of ["SAY", "", "toString", "constructor", "__proto__", "hasOwnProperty", 0, null, undefined, ["say"]])
    refuses(shape, { type }, '"type" must be one of say, bye.');
  refuses(shape, {}, '"type" must be one of say, bye.');
  refuses(shape, [], '"type" must be one of say, bye.');
  for (const value of [null, undefined, "say", 7]) refuses(shape, value, "The message must be an object.");
});

test("__proto__ and constructor in a message do nothing", () => {
  const shape = taggedUnion("type", { say: object({ text: string(9), loud: optional(boolean) }) });
  const texts = [
    '{"type":"say","text":"Hi","__proto__":{"loud":true,"text":"No"}}',
    '{"__proto__":{"type":"say"},"type":"say","text":"Hi","constructor":{"prototype":{"loud":true}}}',
  ];
  for (const text of texts) {
    const clean = shape.parse(JSON.parse(text));
    assert.deepEqual(clean, { type: "say", text: "Hi" });
    assert.equal(Object.getPrototypeOf(clean), Object.prototype);
    assert.equal(Reflect.get({}, "loud"), undefined);
  }
  refuses(shape, JSON.parse('{"type":"say","__proto__":{"text":"Hi"}}'), '"text" must be a string.');
});

test("whatever JSON comes, a shape gives a clean copy that parses to itself or says what is wrong", () => {
  const words = ["hello", "send", "invite", "open", "mark", "window", "__proto__"];
  const message = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom("id", "conversation", "text", "after", "page", "visit", "draft"), fc.jsonValue()),
  );
  fc.assert(
    fc.property(fc.constantFrom(...words), message, (type, rest) => {
      for (const shape of [fromVisitorShape, fromOperatorShape]) {
        try {
          const clean = shape.parse({ ...Object(rest), type });
          assert.deepEqual(shape.parse(clean), clean);
        } catch (error) {
          assert.ok(error instanceof ShapeError, String(error));
          assert.match(error.message, /^(The message|".+") (must|holds) .+\.$/);
        }
      }
    }),
  );
});

function refuses(shape: Shape<unknown>, value: unknown, sentence: string): void {
  assert.throws(() => shape.parse(value), new ShapeError(sentence));
}
