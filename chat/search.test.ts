import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText } from "./plain-text.ts";
import { readSearch } from "./search-terms.ts";
import { snippetOf } from "./snippet.ts";

test("each word of a search is one to begin with, and what is in quotation marks stands together", () => {
  assert.deepEqual(readSearch('  red "two person" tent '), [
    { words: "red", isPrefix: true },
    { words: "two person", isPrefix: false },
    { words: "tent", isPrefix: true },
  ]);
});

test("signs alone, and the index's own words, have no meaning in a search", () => {
  assert.deepEqual(readSearch(' * () -- "" "!?" '), []);
  assert.deepEqual(
    readSearch('NOT a:b* OR (c "unclosed').map(({ words }) => words),
    ["NOT", "a:b*", "OR", "(c", "unclosed"],
  );
});

test("a search has a bounded number of terms", () => {
  assert.equal(readSearch("word ".repeat(1_000)).length, 12);
});

test("a snippet marks the words that were searched for, whatever their case and marks", () => {
  const parts = snippetOf("Grüße aus dem CAFÉ, Müller", readSearch("cafe mull"), 100);
  assert.deepEqual(parts, [
    { text: "Grüße aus dem ", isHit: false },
    { text: "CAFÉ", isHit: true },
    { text: ", ", isHit: false },
    { text: "Müller", isHit: true },
  ]);
});

test("a snippet of a long text stands about the first hit, with its ends cut between words", () => {
  const text = `${"before ".repeat(100)}the tent ${"after ".repeat(100)}`;
  const parts = snippetOf(text, readSearch("tent"), 120);
  assert.equal(parts[0]?.text, "… ");
  assert.equal(parts.at(-1)?.text, "…");
  assert.deepEqual(
    parts.filter(({ isHit }) => isHit),
    [{ text: "tent", isHit: true }],
  );
  const whole = parts.map((part) => part.text).join("");
  assert.ok(whole.length < 140, whole);
  assert.match(whole, /^… (?:before )+the tent (?:after )+…$/);
});

test("a snippet without a hit is the text's beginning", () => {
  assert.deepEqual(snippetOf(" a\n b ", [], 10), [{ text: "a b", isHit: false }]);
  assert.deepEqual(snippetOf("", readSearch("x"), 10), []);
});

test("a plain text keeps the words of rich text apart, and has nothing of what nobody said", () => {
  const tree = [
    { tag: "p", children: ["one", { tag: "strong", children: ["two"] }] },
    { tag: "p", children: ["three"] },
  ];
  assert.equal(plainText({ kind: "rich", tree }), "onetwo three");
  assert.equal(plainText({ kind: "event", event: "ended" }), "");
  assert.equal(
    plainText({ kind: "push", url: "https://shop.example/tents", as: "page" }),
    "https://shop.example/tents",
  );
});
