import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue, isLanguage } from "./catalogue.ts";
import type { Plural, Strings } from "./translation.ts";

function places(entry: string | Plural): string[] {
  const texts = typeof entry === "string" ? [entry] : [entry.other];
  return texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []).sort();
}

test("every translation has the same places for values as the original", () => {
  for (const [language, parts] of Object.entries(catalogue)) {
    for (const [part, original] of Object.entries<Strings>(catalogue.en)) {
      const translation = (parts as Record<string, Strings>)[part];
      for (const [key, entry] of Object.entries(original))
        assert.deepEqual(places(translation?.[key] ?? ""), places(entry), `${language} ${part}.${key}`);
    }
  }
});

test("only languages of the catalogue are languages", () => {
  assert.equal(isLanguage("de"), true);
  assert.equal(isLanguage("toString"), false);
  assert.equal(isLanguage(undefined), false);
});
