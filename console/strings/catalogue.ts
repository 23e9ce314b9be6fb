import { english } from "./english.ts";
import type { Sentences } from "./sentences.ts";
import type { Strings } from "./translation.ts";

type Part = keyof typeof english;
/** Every string of one language, by part and key. */
export type Parts = { readonly [P in Part]: Strings };
type KeyOf<P extends Part> = `${P}.${keyof (typeof english)[P] & string}`;
/** A string's name: `list.accept`. */
export type Key = { [P in Part]: KeyOf<P> }[Part];

/** What each language calls itself. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(LANGUAGES, value);
}

interface Words {
  parts: Parts;
  /** For what the server says in English. */
  sentences: Sentences;
}

/** English comes with the console, the others when they are wanted. */
const FETCHES: { readonly [language in Language]?: () => Promise<Words> } = {
  de: () => import("./german.ts").then(({ german, sentences }) => ({ parts: german, sentences })),
};
const here: { [language in Language]?: Words } = { en: { parts: english, sentences: [] } };

/** The strings of a language; English ones until it has been loaded. */
export function stringsOf(language: Language): Parts {
  return here[language]?.parts ?? english;
}

/** What the server's sentences are in a language. */
export function sentencesOf(language: Language): Sentences {
  return here[language]?.sentences ?? [];
}

/** Loads a language's strings, unless they are here. Rejected when they cannot be had. */
export async function loadLanguage(language: Language): Promise<void> {
  const fetched = here[language] ?? (await FETCHES[language]?.());
  if (fetched !== undefined) here[language] = fetched;
}

/** Whether a language's strings are here. */
export function isLoaded(language: Language): boolean {
  return here[language] !== undefined;
}
