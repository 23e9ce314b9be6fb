/**
 * Suggestions for a word, the likeliest first: a dictionary's own order begins with whatever it tried first. What is taken apart into
 * several words comes last, and among those that are equally near the dictionary's order stays.
 */
export function ranked(word: string, suggestions: readonly string[]): string[] {
  const near = (one: string) => distance(word.toLowerCase(), one.toLowerCase()) + (isApart(one, word) ? 10 : 0);
  return suggestions
    .map((one) => ({ one, far: near(one) }))
    .toSorted((a, b) => a.far - b.far)
    .map(({ one }) => one);
}

function isApart(suggestion: string, word: string): boolean {
  return /[\s-]/.test(suggestion) && !/[\s-]/.test(word);
}

/** What fingers do most, each cheaper than a letter that is plainly another. */
const SWAPPED = 0.6;
const DOUBLED = 0.5;
const VOWEL = 0.8;
/** The first letter is seldom the wrong one. */
const FIRST = 0.5;

/** How far a word is from what was meant: letters swapped, doubled or not, left out, added, or others. */
function distance(word: string, meant: string): number {
  const from = Array.from(word.normalize("NFC"));
  const to = Array.from(meant.normalize("NFC"));
  const rows: number[][] = [[0]];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row <= from.length; row += 1) {
    const line = (rows[row] ??= []);
    for (let column = 0; column <= to.length; column += 1) {
      if (row === 0 && column === 0) continue;
      const [mine, theirs] = [from[row - 1], to[column - 1]];
      const [mineBefore, theirsBefore] = [from[row - 2], to[column - 2]];
      const isSwapped = row > 1 && column > 1 && mine === theirsBefore && mineBefore === theirs;
      line[column] = Math.min(
        row === 0 ? Number.POSITIVE_INFINITY : at(row - 1, column) + (mine === mineBefore ? DOUBLED : 1),
        column === 0 ? Number.POSITIVE_INFINITY : at(row, column - 1) + (theirs === theirsBefore ? DOUBLED : 1),
        at(row - 1, column - 1) + otherLetter(mine, theirs),
        isSwapped ? at(row - 2, column - 2) + SWAPPED : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(from.length, to.length) + (from[0] === to[0] ? 0 : FIRST);
}

function otherLetter(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  return isVowel(one) && isVowel(other) ? VOWEL : 1;
}

function isVowel(letter = ""): boolean {
  return /^[aeiouy]/.test(letter.normalize("NFD"));
}
