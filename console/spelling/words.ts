/** A word of a text, and from where to where it stands there (UTF-16 units). */
export interface Word {
  word: string;
  from: number;
  to: number;
}

/** What is no prose, whatever language it is in. Each is left alone as a whole, so that no part of it is taken for a word. */
const NOT_PROSE = [
  // None begins within what it could have begun before (the lookbehinds): otherwise a long text without a space would take its square.
  // Code between back quotes.
  /`[^`\n]+`/gu,
  // Canned variables, as they stand before they are filled.
  /\{[a-z]+\.[a-z]+(?:\|[^{}\n]*)?\}/giu,
  // Addresses, with and without a scheme, and e-mail addresses.
  /(?<![a-z\d+.-])[a-z][a-z\d+.-]*:\/\/[^\s<>"]+/giu,
  /\b(?:mailto|tel):[^\s<>"]+/giu,
  /(?<![\p{L}\p{N}.#$%&*+=_~-])[\p{L}\p{N}.#$%&*+=_~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu,
  // Host names, files and paths: what has a dot or a slash within and goes on with a letter (`shop.example/tents`, `test.jpg`). A
  // single slash between words is "and/or"; a sentence whose space was forgotten begins with a capital.
  /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+(?:\.[\p{Ll}\p{N}_-]+)+(?:[/?#][^\s<>"]*)?/gu,
  /(?<![\p{L}\p{N}])~?\.{0,2}\/[\p{L}\p{N}_.-]+(?:\/[^\s<>"]*)?/gu,
  // Names of people and channels elsewhere, and emoji by name.
  /(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_-]+/gu,
  /(?<![\p{L}\p{N}]):[a-z\d_+-]+:/giu,
];

/** Tags with their attributes, comments, and characters by name: what is markup where a message is sent as HTML. */
const MARKUP = [/<!--[\s\S]*?-->/gu, /<\/?[a-z][^<>]*>/giu, /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/giu];

/** Letters with their marks, digits and underscores included: what holds one of those is a code and no word. */
const RUN = /[\p{L}\p{M}\p{N}_]+(?:(?:['’‘ʼ·-]|\u00AD|\u200C|\u200D)[\p{L}\p{M}\p{N}_]+)*/gu;

/** Scripts without spaces between words: no dictionary of words helps there. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/**
 * The words of a text that a dictionary can know: not addresses, codes, names of files, words with digits or all in capitals, and with
 * `html` no markup. In order.
 */
export function wordsIn(text: string, html = false): Word[] {
  const prose = masked(text, html ? [...MARKUP, ...NOT_PROSE] : NOT_PROSE);
  const words: Word[] = [];
  for (const { 0: word, index: from } of prose.matchAll(RUN)) {
    if (isWord(word)) words.push({ word, from, to: from + word.length });
  }
  return words;
}

/** The word at a place in the text, or just before it. */
export function wordAt<W extends Word>(words: readonly W[], place: number): W | undefined {
  return words.find(({ from, to }) => from <= place && place <= to);
}

/** A word as dictionaries have it: with the plain apostrophe, and without the marks that only say where a line may break. */
export function bare(word: string): string {
  return word.replaceAll(/[’‘ʼ]/gu, "'").replaceAll("\u00AD", "").normalize("NFC");
}

/** Spaces in the place of what fits, so that everything else stays where it is. */
function masked(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((left, pattern) => left.replaceAll(pattern, (found) => " ".repeat(found.length)), text);
}

function isWord(word: string): boolean {
  if (/[\p{N}_]/u.test(word) || WITHOUT_SPACES.test(word)) return false;
  if (/^.$/su.test(word)) return false;
  // Abbreviations and codes; and names as programs have them (`orderId`), but not a finger that was slow on Shift (`THe`, `tHe`).
  if (!/\p{Ll}/u.test(word) && /\p{Lu}/u.test(word)) return false;
  return !/\p{Ll}{2}\p{Lu}/u.test(word);
}
