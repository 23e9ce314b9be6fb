import assert from "node:assert/strict";
import { test } from "node:test";
import { isLanguage, isLoaded, LANGUAGES, loadLanguage, stringsOf } from "./catalogue.ts";
import { english } from "./english.ts";
import type { Plural, Strings } from "./translation.ts";

function places(entry: string | Plural): string[] {
  const texts = typeof entry === "string" ? [entry] : [entry.other];
  return texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []).sort();
}

const languages = Object.keys(LANGUAGES).filter((language) => isLanguage(language));

test("every translation has the same places for values as the original", async () => {
  for (const language of languages) {
    await loadLanguage(language);
    for (const [part, original] of Object.entries<Strings>(english)) {
      const translation = (stringsOf(language) as Record<string, Strings>)[part];
      for (const [key, entry] of Object.entries(original))
        assert.deepEqual(places(translation?.[key] ?? ""), places(entry), `${language} ${part}.${key}`);
    }
  }
});

test("each language has every part, and its own strings once it is loaded", async () => {
  for (const language of languages) {
    await loadLanguage(language);
    assert.ok(isLoaded(language));
    assert.deepEqual(Object.keys(stringsOf(language)).sort(), Object.keys(english).sort());
  }
  assert.notEqual(stringsOf("de").shell["close"], english.shell.close);
});

test("only languages of the catalogue are languages", () => {
  assert.equal(isLanguage("de"), true);
  assert.equal(isLanguage("toString"), false);
  assert.equal(isLanguage(undefined), false);
});
