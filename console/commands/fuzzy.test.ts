import assert from "node:assert/strict";
import { test } from "node:test";
import { fuzzy } from "./fuzzy.ts";

const TEXTS = ["Go to the visitors", "Go to the settings", "Shortcut keys", "Save the chat", "Über die Website", "#12"];

function best(query: string): string | undefined {
  const found = TEXTS.map((text) => ({ text, score: fuzzy(query, text) })).filter(({ score }) => score > 0);
  return found.sort((a, b) => b.score - a.score)[0]?.text;
}

test("a command is found by the beginnings of its words, in any order, and by their first letters", () => {
  assert.equal(best("visi"), "Go to the visitors");
  assert.equal(best("set go"), "Go to the settings");
  assert.equal(best("stc"), "Save the chat");
  assert.equal(best("keys"), "Shortcut keys");
  assert.equal(best("12"), "#12");
});

test("accents and capitals do not matter", () => {
  assert.equal(best("uber"), "Über die Website");
  assert.equal(best("ÜBER"), "Über die Website");
});

test("what is not there is not found", () => {
  assert.equal(best("xyz"), undefined);
  assert.equal(best("visitors settings"), undefined);
  assert.equal(fuzzy("", "anything"), 1);
});

test("the beginning of the text comes before the middle of a word", () => {
  assert.ok(fuzzy("sho", "Shortcut keys") > fuzzy("sho", "Workshop"));
  assert.ok(fuzzy("the", "Save the chat") > fuzzy("the", "Another"));
});
