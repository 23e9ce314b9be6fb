import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLanguage } from "./language.ts";

test("the first wanted language with a catalogue is taken", () => {
  assert.equal(chooseLanguage(["", "de-AT", "en"]), "de");
  assert.equal(chooseLanguage(["fr", "EN-us"]), "en");
  assert.equal(chooseLanguage(["DE"]), "de");
});

test("without one it is English", () => {
  assert.equal(chooseLanguage(["constructor", "toString", ""]), "en");
  assert.equal(chooseLanguage([]), "en");
});
