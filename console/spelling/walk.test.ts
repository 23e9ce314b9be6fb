import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { change, changeAll, difference, ignore, ignoreAll, moved, type Walk } from "./walk.ts";
import { wordsIn } from "./words.ts";

const wrong = new Set(["teh", "wrold", "helo"]);
const begin = (text: string, cursor = text.length): Walk => {
  return { text, left: wordsIn(text).filter(({ word }) => wrong.has(word)), cursor };
};
const words = ({ left }: Walk) => left.map(({ word }) => word);

test("a change puts the word in its place and goes on to the next", () => {
  let walk = begin("helo to teh wrold");
  walk = change(walk, "hello");
  assert.deepEqual([walk.text, words(walk)], ["hello to teh wrold", ["teh", "wrold"]]);
  walk = change(walk, "the");
  walk = change(walk, "world");
  assert.deepEqual([walk.text, words(walk)], ["hello to the world", []]);
  assert.equal(change(walk, "more"), walk);
});

test("change all and ignore all mean every word written like it, the others stay where they are", () => {
  const walk = changeAll(begin("teh helo teh wrold teh"), "the");
  assert.deepEqual([walk.text, words(walk)], ["the helo the wrold the", ["helo", "wrold"]]);
  for (const { word, from, to } of walk.left) assert.equal(walk.text.slice(from, to), word);
  assert.deepEqual(words(ignoreAll(begin("teh helo teh"))), ["helo"]);
  assert.deepEqual(words(ignore(begin("teh helo teh"))), ["helo", "teh"]);
});

test("the cursor stays where it was in what it stood in", () => {
  assert.equal(change(begin("helo to you", 7), "hello").cursor, 8, "behind the word");
  assert.equal(change(begin("so helo", 1), "hello").cursor, 1, "before it");
  assert.equal(change(begin("helo", 3), "hi").cursor, 2, "within it");
  assert.equal(changeAll(begin("teh teh x"), "t").cursor, 5);
});

test("the difference of two texts is the smallest part to replace", () => {
  assert.deepEqual(difference("the helo world", "the hello world"), { from: 7, to: 7, text: "l" });
  assert.deepEqual(difference("same", "same"), { from: 4, to: 4, text: "" });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b") }),
      fc.string({ unit: fc.constantFrom("a", "b") }),
      (a, b) => {
        const { from, to, text } = difference(a, b);
        assert.equal(a.slice(0, from) + text + a.slice(to), b);
      },
    ),
  );
});

test("words of a text that goes on changing are found where they stand now, unless they were touched", () => {
  const found = wordsIn("teh wrold");
  const after = (text: string) =>
    moved(found, "teh wrold", text).map(({ word, from, to }) => [word, text.slice(from, to)]);
  assert.deepEqual(after("teh big wrold"), [
    ["teh", "teh"],
    ["wrold", "wrold"],
  ]);
  assert.deepEqual(after("teh wrolds"), [["teh", "teh"]]);
  assert.deepEqual(after("teh wrold!"), [
    ["teh", "teh"],
    ["wrold", "wrold"],
  ]);
  assert.deepEqual(after("Oh teh wrold"), [
    ["teh", "teh"],
    ["wrold", "wrold"],
  ]);
  assert.deepEqual(after("ateh wrold"), [["wrold", "wrold"]]);
  assert.deepEqual(after("te wrold"), [["wrold", "wrold"]]);
  assert.deepEqual(after(""), []);
});
