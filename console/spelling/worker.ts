import { createHunspellFromStrings, type Hunspell } from "hunspell-wasm";
import { ranked } from "./rank.ts";
import type { Answer, Answers, Ask, Numbered, Source } from "./wire.ts";

/** More than anybody reads. */
const MOST_SUGGESTIONS = 8;

/** Answered one after the other, so that what is asked while the dictionary is being opened waits for it. */
let before: Promise<void> = Promise.resolve();
let hunspell: Hunspell | undefined;
/** What was added to it. */
const own = new Set<string>();

addEventListener("message", ({ data }: MessageEvent<Numbered<Ask>>) => {
  before = before.then(() => answer(data));
});

async function answer(ask: Numbered<Ask>): Promise<void> {
  const reply: Answer = await reckon(ask).then(
    (found) => ({ id: ask.id, answer: found }),
    (error: unknown) => ({ id: ask.id, failure: String(error) }),
  );
  self.postMessage(reply);
}

async function reckon(ask: Ask): Promise<Answers[keyof Answers]> {
  if (ask.do === "open") {
    const [aff, dic] = await Promise.all([read(ask.aff), read(ask.dic)]);
    hunspell = await createHunspellFromStrings(aff, dic);
    return true;
  }
  if (hunspell === undefined) throw new Error("There is no dictionary.");
  const dictionary = hunspell;
  switch (ask.do) {
    case "check":
      return ask.words.filter((word) => !dictionary.testSpelling(word));
    case "suggest":
      return ranked(ask.word, dictionary.getSpellingSuggestions(ask.word)).slice(0, MOST_SUGGESTIONS);
    case "own":
      takeOwn(dictionary, new Set(ask.words));
      return true;
  }
}

/** Adds and takes out what differs. A word that the dictionary has is left alone: taken out, it would be wrong from then on. */
function takeOwn(dictionary: Hunspell, words: ReadonlySet<string>): void {
  for (const word of own) {
    if (words.has(word)) continue;
    dictionary.removeWord(word);
    own.delete(word);
  }
  for (const word of words) {
    if (own.has(word) || dictionary.testSpelling(word)) continue;
    dictionary.addWord(word);
    own.add(word);
  }
}

async function read(source: Source): Promise<string> {
  if ("text" in source) return source.text;
  const response = await fetch(source.url);
  if (!response.ok) throw new Error(`${source.url}: ${response.status}`);
  return response.text();
}
