import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { colonBefore, type Emoji, readEmoji, searchEmoji, toned } from "./emoji.ts";

const read = (language: string): Emoji[] => {
  const text = readFileSync(new URL(`./names/${language}.json`, import.meta.url), "utf8");
  return (JSON.parse(text) as string[][]).flatMap((group) => readEmoji(group));
};
const english = read("en");
const german = read("de");
const first = (all: readonly Emoji[], query: string) => searchEmoji(all, query, 8)[0]?.emoji;

test("an emoji is found by its short name, its name and other words, in each language", () => {
  assert.equal(first(english, "tada"), "🎉");
  assert.equal(first(english, "+1"), "👍");
  assert.equal(first(english, "thumbs"), "👍");
  assert.equal(first(english, "red heart"), "❤️");
  assert.equal(first(english, "tent"), "⛺");
  assert.equal(first(german, "zelt"), "⛺");
  assert.equal(first(german, "frohlich"), "😀", "marks on letters are no matter");
  assert.equal(first(german, "tada"), "🎉", "short names are the same in every language");
  assert.deepEqual(searchEmoji(english, "qqqq", 8), []);
  assert.deepEqual(searchEmoji(english, " ", 8), []);
});

test("every emoji is one sign on the screen, in both languages the same, also in a skin tone", () => {
  assert.deepEqual(
    german.map(({ emoji }) => emoji),
    english.map(({ emoji }) => emoji),
  );
  for (const one of english) {
    for (const tone of [0, 1, 5]) assert.match(toned(one, tone), /^\p{RGI_Emoji}$/v, `${one.name} in tone ${tone}`);
  }
  assert.equal(toned({ emoji: "👋", hasTones: true, codes: [], name: "", words: "" }, 3), "👋🏽");
  assert.equal(toned({ emoji: "✌️", hasTones: true, codes: [], name: "", words: "" }, 5), "✌🏿");
  assert.equal(toned({ emoji: "🎉", hasTones: false, codes: [], name: "", words: "" }, 5), "🎉");
});

test("a colon begins a name at the beginning of a word only, and with two letters", () => {
  assert.deepEqual(colonBefore("Great :tad", 10), { from: 6, query: "tad", closed: false });
  assert.deepEqual(colonBefore(":tada: more", 6), { from: 0, query: "tada", closed: true });
  assert.deepEqual(colonBefore("(:+1", 4), { from: 1, query: "+1", closed: false });
  for (const text of ["at 10:30", "https://x", "a::bb", ":-)", ":D", "so: yes", "x:tada"])
    assert.equal(colonBefore(text, text.length), undefined, text);
});
