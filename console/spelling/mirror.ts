import type { Word } from "./words.ts";

const HIGHLIGHT = "misspelled";

/** Browsers without it keep their own underlines. */
export const CAN_UNDERLINE = "highlights" in CSS && typeof Highlight === "function";

/**
 * Keeps a copy of a text box's text where the box has it: scrolled as far, and no wider than the box is beside its scroll bar. Until the
 * returned function is called.
 */
export function follow(area: HTMLTextAreaElement, copy: HTMLElement): () => void {
  const align = () => {
    // Its scroll bar stands where a line ends, on the left of what is written from right to left.
    copy.style.borderInlineEndWidth = `${area.offsetWidth - area.clientWidth - 1}px`;
    copy.scrollTop = area.scrollTop;
  };
  align();
  area.addEventListener("scroll", align);
  area.addEventListener("input", align);
  const sizes = new ResizeObserver(align);
  sizes.observe(area);
  return () => {
    area.removeEventListener("scroll", align);
    area.removeEventListener("input", align);
    sizes.disconnect();
  };
}

/** Underlines words in the copy. */
export function underline(copy: HTMLElement | null, words: readonly Word[]): void {
  const node = textOf(copy);
  if (node === undefined) return;
  const ranges = words.filter(({ to }) => to <= node.length).map((word) => rangeOf(node, word));
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
}

/** Takes the underlines away. */
export function clearUnderlines(): void {
  if (CAN_UNDERLINE) CSS.highlights.delete(HIGHLIGHT);
}

/** Where a word stands on the screen, one rectangle for each line it is on. */
export function rectsOf(copy: HTMLElement | null, word: Word): readonly DOMRect[] {
  const node = textOf(copy);
  return node === undefined || word.to > node.length ? [] : [...rangeOf(node, word).getClientRects()];
}

function textOf(copy: HTMLElement | null): Text | undefined {
  const node = copy?.firstChild;
  return node instanceof Text ? node : undefined;
}

function rangeOf(node: Text, { from, to }: Word): Range {
  const range = new Range();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}
