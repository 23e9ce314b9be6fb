/** Something that a text must have: words one after the other, the last of which may go on when it is a prefix. */
export interface SearchTerm {
  words: string;
  isPrefix: boolean;
}

/** Enough for a sentence; every term costs a look into the index. */
const MOST_TERMS = 12;

/**
 * Reads what a person types into a search box. `"these words"` must stand together; of all other words each must be there, or one
 * that begins so. Signs have no other meaning, whatever they mean to the index.
 */
export function readSearch(text: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, phrase, word] of text.matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const words = (phrase ?? word ?? "").replaceAll("\0", "").trim();
    if (!/[\p{L}\p{N}]/u.test(words)) continue; // nothing but signs, which no index has
    // What begins with one letter is half of everything there is.
    if (terms.length < MOST_TERMS) terms.push({ words, isPrefix: phrase === undefined && !/^\w$/.test(words) });
  }
  return terms;
}
