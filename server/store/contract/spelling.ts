import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dictionary } from "../../../chat/dictionary.ts";
import { addOperator } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Operators' own words, and dictionaries. */
export function spelling(openStore: OpenStore): void {
  const dictionary = (id: string, language: string, addedAt = 1): Dictionary => ({ id, language, size: 12, addedAt });
  const files = { aff: "SET UTF-8\n", dic: "2\nZelt/ns\nSchlafsäcke\n" };

  test("an operator's own words are theirs alone, oldest first, each once", async (t) => {
    const { store, reopen } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await addOperator(store, "priya", "priya");
    for (const [at, word] of ["Shopbell", "Fjell", "Shopbell", "fjell"].entries())
      assert.equal(await store.addOwnWord({ operator: "maya", word, at }, 10), true);
    await store.addOwnWord({ operator: "priya", word: "Öland", at: 9 }, 10);
    await store.removeOwnWord("priya", "Fjell");
    await store.removeOwnWord("maya", "fjell");
    const again = await reopen();
    assert.deepEqual(await again.ownWords("maya"), ["Shopbell", "Fjell"]);
    assert.deepEqual(await again.ownWords("priya"), ["Öland"]);
    assert.deepEqual(await again.ownWords("nobody"), []);
  });

  test("beyond the bound no word is added, but one that is there is no more", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    const add = (word: string) => store.addOwnWord({ operator: "maya", word, at: 1 }, 2);
    assert.deepEqual(await Promise.all([add("a"), add("b"), add("c"), add("a")]), [true, true, false, true]);
    assert.deepEqual(await store.ownWords("maya"), ["a", "b"]);
  });

  test("a dictionary takes the place of the one for its language, and its files are kept as they are", async (t) => {
    const { store, reopen } = await openStore(t);
    assert.equal(await store.putDictionary(dictionary("one", "fr"), files, 2), true);
    assert.equal(await store.putDictionary(dictionary("two", "de"), files, 2), true);
    assert.equal(await store.putDictionary(dictionary("three", "sv"), files, 2), false);
    const changed = { ...files, dic: "1\nZelt\n" };
    assert.equal(await store.putDictionary(dictionary("four", "de", 5), changed, 2), true);
    const again = await reopen();
    assert.deepEqual(await again.dictionaries(), [dictionary("four", "de", 5), dictionary("one", "fr")]);
    assert.deepEqual(await again.dictionaryFiles("four"), changed);
    assert.deepEqual(await again.dictionaryFiles("one"), files);
    assert.equal(await again.dictionaryFiles("two"), undefined);
    await again.removeDictionary("four");
    await again.removeDictionary("four");
    assert.deepEqual(await again.dictionaries(), [dictionary("one", "fr")]);
  });
}
