/**
 * How well a text is what somebody looks for; 0 = not at all. Every word of the query must be in it, its letters in order: at the
 * beginning of a word they count most, beside each other more than apart.
 */
export function fuzzy(query: string, text: string): number {
  const where = plain(text);
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  let total = 0;
  for (const word of words) {
    const score = wordIn(word, where);
    if (score === 0) return 0;
    total += score;
  }
  // Of two that hold it all, the shorter one is meant.
  return total / words.length + 1 / (1 + where.length);
}

function wordIn(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at >= 0) return begins(text, at) ? (at === 0 ? 100 : 80) : word.length > 1 ? 50 : 20;
  return word.length < 2 ? 0 : scattered(word, text);
}

/** The letters one after the other, each at the beginning of a word or beside the one before: `gv` is in `go to visitors`. */
function scattered(word: string, text: string): number {
  let from = 0;
  let before = -2;
  for (const letter of word) {
    let at = text.indexOf(letter, from);
    while (at >= 0 && at !== before + 1 && !begins(text, at)) at = text.indexOf(letter, at + 1);
    if (at < 0) return 0;
    before = at;
    from = at + 1;
  }
  return 10;
}

function begins(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** Without accents and capitals. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
