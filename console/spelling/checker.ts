import { usePreferences } from "../state/preferences.ts";
import { chooseLanguage, lettersOf } from "./choose.ts";
import { allDictionaries, type Dictionary, onDictionaries } from "./languages.ts";
import { isOwnWord, learn, loadOwnWords, onOwnWords, ownWords } from "./own-words.ts";
import { useSpellingPreferences } from "./preferences.ts";
import { Speller } from "./speller.ts";
import { useSpelling } from "./status.ts";
import { bare, type Word, wordsIn } from "./words.ts";

/** The dictionary that is open or being opened. One at a time: each takes some thirty megabytes. */
let open: { dictionary: Dictionary; speller: Speller; letters: RegExp } | undefined;
/** Words that this window is to let pass. */
const ignored = new Set<string>();
/** So long after a failure it is not tried again by itself. */
const AGAIN_MS = 30_000;
let failedAt = Number.NEGATIVE_INFINITY;

/**
 * The misspelled words of a text, in order; undefined where there is no dictionary for it. With `again`, one that has failed just now
 * is tried once more.
 */
export async function misspelledIn(text: string, html: boolean, again = false): Promise<Word[] | undefined> {
  const now = await opened(again);
  if (now === undefined) return undefined;
  const { speller, letters } = now;
  const words = wordsIn(text, html).filter(({ word }) => letters.test(word) && !ignored.has(word) && !isOwnWord(word));
  try {
    await speller.look(words.map(({ word }) => bare(word)));
  } catch {
    if (open?.speller === speller) failed(now.dictionary);
    return undefined;
  }
  return words.filter(({ word }) => speller.verdict(bare(word)) === false);
}

/** What may have been meant by a misspelled word, the likeliest first. */
export async function suggestionsFor(word: string): Promise<readonly string[]> {
  const now = await opened(false);
  const found = await now?.speller.suggest(bare(word)).catch(() => undefined);
  // With the apostrophe that the word was written with.
  return (found ?? []).map((one) => (word.includes("’") ? one.replaceAll("'", "’") : one));
}

/** Lets a word pass for as long as this window is open. */
export function ignoreWord(word: string): void {
  ignored.add(word);
  useSpelling.setState(({ round }) => ({ round: round + 1 }));
}

/** Puts a word into the operator's own dictionary. */
export async function addWord(word: string): Promise<void> {
  await learn(bare(word));
}

/** Opens the dictionary, so that it is there when it is needed; how that goes is in `useSpelling`. */
export async function prepare(): Promise<void> {
  await opened(true);
}

/** Finds out for which languages there are dictionaries (`useSpelling`). */
export async function findLanguages(): Promise<void> {
  const languages = (await allDictionaries()).map(({ language }) => language);
  useSpelling.setState({ languages });
}

async function opened(again: boolean): Promise<typeof open> {
  const dictionaries = await allDictionaries();
  const languages = dictionaries.map(({ language }) => language);
  const language = chooseLanguage(
    languages,
    useSpellingPreferences.getState().language,
    usePreferences.getState().language,
    navigator.languages,
  );
  const dictionary = dictionaries.find((one) => one.language === language);
  if (dictionary === undefined) {
    open?.speller.close();
    open = undefined;
    useSpelling.setState({ languages, state: { kind: "none" } });
    return undefined;
  }
  useSpelling.setState({ languages });
  const isOpen = open !== undefined && open.dictionary.dic === dictionary.dic && open.dictionary.aff === dictionary.aff;
  if (!isOpen || (open?.speller.failure !== undefined && (again || performance.now() - failedAt > AGAIN_MS)))
    start(dictionary);
  const now = open;
  try {
    await Promise.all([now?.speller.opened, loadOwnWords()]);
  } catch {
    if (open === now) failed(dictionary);
    return undefined;
  }
  return now;
}

function start(dictionary: Dictionary): void {
  open?.speller.close();
  const speller = new Speller({ url: dictionary.aff }, { url: dictionary.dic });
  const { language } = dictionary;
  open = { dictionary, speller, letters: lettersOf(language) };
  useSpelling.setState({ state: { kind: "opening", language } });
  speller.opened.then(
    () => {
      if (open?.speller !== speller) return;
      speller.own([...ownWords()]);
      useSpelling.setState(({ round }) => ({ state: { kind: "ready", language }, round: round + 1 }));
    },
    () => undefined, // whoever asked hears of it
  );
}

function failed({ language }: Dictionary): void {
  failedAt = performance.now();
  useSpelling.setState({ state: { kind: "failed", language } });
}

onOwnWords(() => {
  open?.speller.own([...ownWords()]);
  useSpelling.setState(({ round }) => ({ round: round + 1 }));
});

function oneMoreRound(): void {
  useSpelling.setState(({ round }) => ({ round: round + 1 }));
}
onDictionaries(oneMoreRound);
useSpellingPreferences.subscribe(({ language }, before) => language !== before.language && oneMoreRound());
