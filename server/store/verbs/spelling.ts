import type { Dictionary, DictionaryFiles } from "../../../chat/dictionary.ts";
import * as spelling from "../queries/spelling.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.ownWords`. */
export function* ownWords(operator: string): Steps<string[]> {
  return (yield* all(spelling.ownWords, { operator })).map(({ word }) => word);
}

/** See `Store.addOwnWord`. */
export function* addOwnWord(own: { operator: string; word: string; at: number }, most: number): Steps<boolean> {
  if ((yield* first(spelling.ownWord, own)) !== undefined) return true;
  const { count = 0 } = (yield* first(spelling.countOwnWords, { operator: own.operator })) ?? {};
  if (count >= most) return false;
  yield* run(spelling.addOwnWord, own);
  return true;
}

/** See `Store.removeOwnWord`. */
export function* removeOwnWord(operator: string, word: string): Steps<void> {
  yield* run(spelling.removeOwnWord, { operator, word });
}

/** See `Store.dictionaries`. */
export function* dictionaries(): Steps<Dictionary[]> {
  return (yield* all(spelling.dictionaries, {})).map(({ added_at, ...dictionary }) => {
    return { ...dictionary, addedAt: added_at };
  });
}

/** See `Store.dictionaryFiles`. */
export function* dictionaryFiles(id: string): Steps<DictionaryFiles | undefined> {
  return yield* first(spelling.dictionaryFiles, { id });
}

/** See `Store.putDictionary`. */
export function* putDictionary(dictionary: Dictionary, files: DictionaryFiles, most: number): Steps<boolean> {
  const { id, language, size, addedAt } = dictionary;
  const others = (yield* all(spelling.dictionaries, {})).filter((one) => one.language !== language);
  if (others.length >= most) return false;
  yield* run(spelling.removeDictionaryFor, { language });
  yield* run(spelling.addDictionary, { language, id, size, added_at: addedAt, ...files });
  return true;
}

/** See `Store.removeDictionary`. */
export function* removeDictionary(id: string): Steps<void> {
  yield* run(spelling.removeDictionary, { id });
}
