import type { Word } from "./words.ts";

/** A walk through the misspelled words of a text; the first of `left` is the one it has come to. */
export interface Walk {
  text: string;
  left: readonly Word[];
  /** Where the cursor stands in the text. */
  cursor: number;
}

/** Puts something in the place of the word the walk has come to, and goes on. */
export function change(walk: Walk, replacement: string): Walk {
  const [word, ...left] = walk.left;
  return word === undefined ? walk : replaced({ ...walk, left }, word, replacement);
}

/** The same for every word that is written like it. */
export function changeAll(walk: Walk, replacement: string): Walk {
  const [first] = walk.left;
  if (first === undefined) return walk;
  let next: Walk = { ...walk, left: walk.left.filter(({ word }) => word !== first.word) };
  // From the end, so that the places of those before stay what they are.
  for (const word of walk.left.toReversed()) if (word.word === first.word) next = replaced(next, word, replacement);
  return next;
}

/** Leaves the word as it is, and goes on. */
export function ignore(walk: Walk): Walk {
  return { ...walk, left: walk.left.slice(1) };
}

/** Leaves every word that is written like it. */
export function ignoreAll(walk: Walk): Walk {
  const [first] = walk.left;
  return { ...walk, left: walk.left.filter(({ word }) => word !== first?.word) };
}

function replaced({ text, left, cursor }: Walk, { from, to }: Word, replacement: string): Walk {
  const by = replacement.length - (to - from);
  return {
    text: text.slice(0, from) + replacement + text.slice(to),
    left: left.map((word) => (word.from >= to ? { ...word, from: word.from + by, to: word.to + by } : word)),
    cursor: cursor >= to ? cursor + by : Math.min(cursor, from + replacement.length),
  };
}

/** From where to where two texts differ: the smallest part of `before` that must be replaced, and by what. */
export function difference(before: string, after: string): { from: number; to: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, text: after.slice(from, after.length - same) };
}

/** Words of a text that has changed since, where they stand now; those that the change has touched are gone. */
export function moved(words: readonly Word[], before: string, after: string): readonly Word[] {
  if (before === after || words.length === 0) return words;
  const { from, to, text } = difference(before, after);
  const by = text.length - (to - from);
  return words.flatMap((word) => {
    // A letter beside a word makes it another one.
    if (word.to < from || (word.to === from && !/^[\p{L}\p{M}\p{N}_'’-]/u.test(text))) return [word];
    if (word.from > to || (word.from === to && !/[\p{L}\p{M}\p{N}_'’-]$/u.test(text)))
      return [{ ...word, from: word.from + by, to: word.to + by }];
    return [];
  });
}
