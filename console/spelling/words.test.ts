import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bare, wordAt, wordsIn } from "./words.ts";

const words = (text: string, html = false) => wordsIn(text, html).map(({ word }) => word);

test("words are found with their apostrophes and hyphens, and where they stand", () => {
  assert.deepEqual(words("Don’t worry, it's a two-person tent."), ["Don’t", "worry", "it's", "two-person", "tent"]);
  assert.deepEqual(wordsIn("¡Olé, señor!"), [
    { word: "Olé", from: 1, to: 4 },
    { word: "señor", from: 6, to: 11 },
  ]);
  assert.deepEqual(words("'quoted' – and so on: “really”"), ["quoted", "and", "so", "on", "really"]);
});

test("letters that are written with marks of their own stay in one word", () => {
  assert.deepEqual(words("cafe\u0301 नमस्ते مرحبا"), ["cafe\u0301", "नमस्ते", "مرحبا"]);
  assert.equal(bare("cafe\u0301"), "café");
  assert.equal(bare("don’t"), "don't");
});

test("addresses, e-mail addresses and names of files are left alone", () => {
  assert.deepEqual(words("See https://shop.example/tentts?a=bb#cc, or www.shopp.example/tentts."), ["See", "or"]);
  assert.deepEqual(words("Write to ada.lovelase@exampel.com or mailto:helo@x.example now"), [
    "Write",
    "to",
    "or",
    "now",
  ]);
  assert.deepEqual(words("in sizze-guide.pdf and /etc/hostss, ~/tennts"), ["in", "and"]);
});

test("a slash between words and a forgotten space after a sentence hide no word", () => {
  assert.deepEqual(words("and/or this.That"), ["and", "or", "this", "That"]);
});

test("codes, words with digits, abbreviations, mentions and emoji by name are left alone", () => {
  assert.deepEqual(words("Order SO-2231, size 42b, `npm instal`, orderId, snake_cas and ABCDE for @mayaa :grining:"), [
    "Order",
    "size",
    "and",
    "for",
  ]);
  assert.deepEqual(words("THe tHe"), ["THe", "tHe"], "a finger that was slow on Shift is worth a word");
});

test("canned variables are left alone with their fall-back", () => {
  assert.deepEqual(words("Hello {visitor.name|therre}, welcom"), ["Hello", "welcom"]);
});

test("markup is left alone where it is markup", () => {
  const html = '<p class="intrro">Helo&nbsp;<b>wrld</b> <!-- nothin --> 1 < 2</p>';
  assert.deepEqual(words(html, true), ["Helo", "wrld"]);
  assert.ok(words(html).includes("intrro"), "as plain text it is what the visitor reads");
});

test("what is written without spaces between words is left alone", () => {
  assert.deepEqual(words("こんにちは 世界 สวัสดี hello"), ["hello"]);
});

test("the word at a place is found from its first to behind its last letter", () => {
  const found = wordsIn("one two");
  assert.equal(wordAt(found, 0)?.word, "one");
  assert.equal(wordAt(found, 3)?.word, "one");
  assert.equal(wordAt(found, 4)?.word, "two");
  assert.equal(wordAt(wordsIn("one  two"), 4), undefined);
});

test("every word stands where it says, in order, whatever the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("a@b.c", "`", "<b>", "&amp;", "{a.b|", "://", "’"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.boolean(), (pieces, html) => {
      const text = pieces.join("");
      let end = 0;
      for (const { word, from, to } of wordsIn(text, html)) {
        assert.equal(text.slice(from, to), word);
        assert.ok(from >= end && to > from);
        end = to;
      }
    }),
  );
});

test("a long text without a space is looked through in no time", () => {
  const start = performance.now();
  for (const text of [
    "a.".repeat(20_000),
    "a-".repeat(20_000),
    "<".repeat(40_000),
    "`".repeat(40_001),
    "a@".repeat(20_000),
    "//".repeat(20_000),
  ])
    wordsIn(text, true);
  assert.ok(performance.now() - start < 2_000);
});
