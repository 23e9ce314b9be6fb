import assert from "node:assert/strict";
import { test } from "node:test";
import { ranked } from "./rank.ts";

test("what fingers do most is taken for likeliest, words taken apart come last", () => {
  const helo = ["He lo", "He-lo", "Hole", "Help", "Helot", "Hello", "Halo", "Hero"];
  assert.deepEqual(ranked("Helo", helo).slice(0, 2), ["Hello", "Halo"]);
  assert.deepEqual(ranked("Helo", helo).slice(-2), ["He lo", "He-lo"]);
  assert.equal(ranked("teh", ["eh", "tech", "ten", "the"])[0], "the");
  assert.equal(ranked("shopp", ["shops", "sho pp", "shop"])[0], "shop");
  assert.equal(ranked("recieve", ["relieve", "receive", "reprieve"])[0], "receive");
  assert.equal(ranked("Schlafsäke", ["Schlafsäle", "Schlafsäcke"])[1], "Schlafsäcke", "a letter is as near as another");
});

test("a word with a hyphen may have one in its suggestions, and equals keep the dictionary's order", () => {
  assert.deepEqual(ranked("too-person", ["two-person", "person"]), ["two-person", "person"]);
  assert.deepEqual(ranked("xat", ["cat", "bat", "hat"]), ["cat", "bat", "hat"]);
  assert.deepEqual(ranked("nothing", []), []);
});
