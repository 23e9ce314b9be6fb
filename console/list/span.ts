/** Places in the list, from `first`, so many. */
export interface Span {
  first: number;
  count: number;
}

/** Rows asked for above and below those on the screen, so that scrolling meets rows and not blanks. */
const MARGIN = 30;
/** When fewer than this are left on a side, the next part is asked for. */
const ENOUGH = 12;
/** What the protocol allows at once. */
const MOST = 500;

/**
 * What to ask the server for so that the places `start` to `end` (not included) are there; the same span when it already serves,
 * so that a small movement costs nothing.
 */
export function spanFor(held: Span, start: number, end: number, total: number): Span {
  const servesAbove = held.first <= Math.max(0, start - ENOUGH);
  const servesBelow = held.first + held.count >= Math.min(total, end + ENOUGH);
  const isTooLong = held.count > end - start + 4 * MARGIN;
  if (held.count > 0 && servesAbove && servesBelow && !isTooLong) return held;
  const first = Math.max(0, start - MARGIN);
  return { first, count: Math.min(MOST, end + MARGIN - first) };
}
