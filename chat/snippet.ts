import type { SearchTerm } from "./search-terms.ts";

/** A part of a text; `isHit`: it is what was searched for. */
export interface SnippetPart {
  text: string;
  isHit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** So much stands before the first hit, so that its sentence can be understood. */
const BEFORE = 60;

/**
 * The part of a text about the first word that was searched for, all such words in it marked. Data, never markup.
 * @param length about so many characters
 */
export function snippetOf(text: string, terms: readonly SearchTerm[], length: number): SnippetPart[] {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const wanted = terms.flatMap(({ words, isPrefix }) => {
    const each = [...words.matchAll(WORD)].map(([word]) => fold(word));
    return each.map((word, index) => ({ word, isPrefix: isPrefix && index === each.length - 1 }));
  });
  const hits = [...line.matchAll(WORD)]
    .map((match) => ({ at: match.index, word: match[0] }))
    .filter(({ word }) =>
      wanted.some((one) => (one.isPrefix ? fold(word).startsWith(one.word) : fold(word) === one.word)),
    );
  const start = wordStart(line, Math.max(0, (hits[0]?.at ?? 0) - BEFORE));
  const end = line.length <= start + length ? line.length : wordStart(line, start + length);
  const parts: SnippetPart[] = [];
  let at = start;
  for (const { at: from, word } of hits) {
    if (from < at || from + word.length > end) continue;
    if (from > at) parts.push({ text: line.slice(at, from), isHit: false });
    parts.push({ text: word, isHit: true });
    at = from + word.length;
  }
  if (at < end) parts.push({ text: line.slice(at, end), isHit: false });
  if (start > 0) parts.unshift({ text: "… ", isHit: false });
  if (end < line.length) parts.push({ text: "…", isHit: false });
  return parts;
}

/** Words are compared as the index compares them: whatever their case and marks. */
function fold(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** The start of the word at a place, unless that is far: then the place itself, but never between two halves of one character. */
function wordStart(line: string, at: number): number {
  if (at === 0) return 0;
  const space = line.lastIndexOf(" ", at);
  if (space > at - 30) return space + 1;
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
