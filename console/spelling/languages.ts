import affEnglish from "dictionary-en/index.aff?url";
import dicEnglish from "dictionary-en/index.dic?url";
import affBritish from "dictionary-en-gb/index.aff?url";
import dicBritish from "dictionary-en-gb/index.dic?url";
import type { DictionaryEntry } from "../../protocol/rest.ts";
import { get } from "../state/api.ts";
import { readKept, writeKept } from "../state/kept.ts";
import { on } from "../state/connection.ts";

/** A dictionary that can be opened: the language it is for (BCP 47), and where its two files are. */
export interface Dictionary {
  language: string;
  aff: string;
  dic: string;
}

/** Those that come with the console. */
export const OWN_DICTIONARIES: readonly Dictionary[] = [
  { language: "en-US", aff: affEnglish, dic: dicEnglish },
  { language: "en-GB", aff: affBritish, dic: dicBritish },
];

/** What there was when the server was last reached. */
const KEPT = "shopbell.dictionaries";
let added: Promise<readonly Dictionary[]> | undefined;
const listeners = new Set<() => void>();

/** These and the ones that an administrator has added, which go before them. */
export async function allDictionaries(): Promise<readonly Dictionary[]> {
  added ??= fetchAdded();
  const more = await added;
  return [...more, ...OWN_DICTIONARIES.filter((own) => more.every(({ language }) => language !== own.language))];
}

/** Calls back when there are others than before. */
export function onDictionaries(listener: () => void): void {
  listeners.add(listener);
}

function fromEntry({ id, language }: DictionaryEntry): Dictionary {
  const files = `/api/v1/dictionaries/${id}`;
  return { language, aff: `${files}/aff`, dic: `${files}/dic` };
}

/** A server that cannot be reached is no reason to do without those that the browser has. */
async function fetchAdded(): Promise<readonly Dictionary[]> {
  try {
    const entries = await get<DictionaryEntry[]>("/dictionaries");
    writeKept(KEPT, JSON.stringify(entries));
    return entries.map(fromEntry);
  } catch {
    added = undefined; // the next one who asks tries again
    return (JSON.parse(readKept(KEPT) ?? "[]") as DictionaryEntry[]).map(fromEntry);
  }
}

function askAgain(): void {
  if (added === undefined) return;
  added = undefined;
  for (const listener of listeners) listener();
}
on("spelling", askAgain);
// Nobody told what changed while the line was down.
on("welcome", askAgain);
