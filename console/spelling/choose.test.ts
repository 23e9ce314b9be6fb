import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLanguage, languageName, lettersOf } from "./choose.ts";

const english = ["en-US", "en-GB"];

test("the dictionary is that of the console's language, as the browser's person writes it", () => {
  assert.equal(chooseLanguage(english, undefined, "en", ["en-GB", "en"]), "en-GB");
  assert.equal(chooseLanguage(english, undefined, "en", ["en-AU"]), "en-GB");
  assert.equal(chooseLanguage(english, undefined, "en", ["de-DE", "en-US", "en"]), "en-US");
  assert.equal(chooseLanguage(english, undefined, "en", []), "en-US");
  assert.equal(chooseLanguage([...english, "de-AT", "de"], undefined, "de", ["de-DE"]), "de");
  assert.equal(chooseLanguage([...english, "de-AT"], undefined, "de", ["de-DE"]), "de-AT");
});

test("without a dictionary for the console's language there is none, unless one is chosen", () => {
  assert.equal(chooseLanguage(english, undefined, "de", ["de-DE", "en-US"]), undefined);
  assert.equal(chooseLanguage(english, "en-GB", "de", ["de-DE"]), "en-GB");
  assert.equal(chooseLanguage(english, "fr", "en", ["en-US"]), "en-US", "the chosen one was taken away");
});

test("words in other letters are not the dictionary's affair", () => {
  const latin = lettersOf("en-US");
  assert.ok(latin.test("Don’t") && latin.test("naïve") && latin.test("cafe\u0301"));
  assert.ok(!latin.test("привет"));
  assert.ok(lettersOf("ru").test("привет"));
  assert.ok(lettersOf("no such tag").test("anything"));
});

test("a language is called by its name, or by its tag where it has none", () => {
  assert.equal(languageName("en-GB", "en"), "British English");
  assert.equal(languageName("de", "de"), "Deutsch");
  assert.equal(languageName("not a tag", "en"), "not a tag");
});
