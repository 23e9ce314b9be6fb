/**
 * Puts text into a text box in the place of what stands between two places, as if it had been typed: the box's own "undo" takes it
 * back, and whoever listens for input hears of it.
 */
export function putIn(box: HTMLTextAreaElement, text: string, from: number, to: number): void {
  box.focus();
  box.setSelectionRange(from, to);
  // No other way keeps the undo history; browsers that have it no more get the text all the same.
  if (document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, from, to, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
