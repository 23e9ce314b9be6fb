import { create } from "zustand";
import type { OwnWord } from "../../protocol/rest.ts";
import { del, get, post } from "../state/api.ts";
import { on } from "../state/connection.ts";
import { readKept, writeKept } from "../state/kept.ts";
import { useMe } from "../state/me.ts";

/** The operator's own dictionary, oldest first; the server's, so that it is the same in every browser. Missing until it has come. */
export const useOwnWords = create<{ words: ReadonlySet<string> | undefined }>(() => ({ words: undefined }));

/** Whose it is that is loaded, or being loaded. */
let loading: { operator: string | undefined; done: Promise<void> } | undefined;
const listeners = new Set<() => void>();

/** Fetches the operator's own words, once. A server that cannot be reached is no reason not to check: then they are those of the last time. */
export async function loadOwnWords(): Promise<void> {
  const operator = useMe.getState().me?.id;
  if (loading?.operator !== operator) loading = { operator, done: load() };
  await loading?.done;
}

async function load(): Promise<void> {
  const kept = `shopbell.words.${useMe.getState().me?.id ?? ""}`;
  try {
    const words = (await get<OwnWord[]>("/me/words")).map(({ word }) => word);
    writeKept(kept, JSON.stringify(words));
    set(words);
  } catch {
    set(JSON.parse(readKept(kept) ?? "[]") as string[]);
    loading = undefined; // the next one who asks tries again
  }
}

export function ownWords(): ReadonlySet<string> {
  return useOwnWords.getState().words ?? none;
}

const none: ReadonlySet<string> = new Set();

/** Whether a word is right by the operator's own dictionary, also at the beginning of a sentence, and with an English genitive's end. */
export function isOwnWord(word: string): boolean {
  const known = ownWords();
  const isThere = (one: string) => known.has(one) || known.has(one.toLowerCase());
  const plain = word.replaceAll("’", "'");
  return isThere(plain) || (plain.endsWith("'s") && isThere(plain.slice(0, -2)));
}

/** Calls back when words have been added or taken away. */
export function onOwnWords(listener: () => void): void {
  listeners.add(listener);
}

/** Adds a word: here at once, and on the server. Rejected when the server does not take it; then it is not added. */
export async function learn(word: string): Promise<void> {
  set([...ownWords(), word]);
  try {
    await post("/me/words", { word });
  } catch (error) {
    set([...ownWords()].filter((one) => one !== word));
    throw error;
  }
}

/** Takes a word out again. */
export async function unlearn(word: string): Promise<void> {
  await del(`/me/words/${encodeURIComponent(word)}`);
  set([...ownWords()].filter((one) => one !== word));
}

function set(words: readonly string[]): void {
  const before = ownWords();
  useOwnWords.setState({ words: new Set(words) });
  if (words.length === before.size && words.every((word) => before.has(word))) return;
  for (const listener of listeners) listener();
}

function loadAgain(): void {
  if (loading !== undefined) loading = { operator: useMe.getState().me?.id, done: load() };
}
on("spelling", loadAgain);
// Nobody told what changed while the line was down.
on("welcome", loadAgain);
