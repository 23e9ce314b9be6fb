import type { Hit } from "./hits.ts";

const FOUND = "found";
const HERE = "found-here";

/** Marks what was found in what is on the screen, and the one hit in front. Browsers without marks still scroll there. */
export function markHits(log: HTMLElement, hits: readonly Hit[], current: Hit | undefined): void {
  if (!("highlights" in CSS)) return;
  const ranges: Range[] = [];
  const here: Range[] = [];
  const elements = new Map<string, HTMLElement>();
  for (const element of log.querySelectorAll<HTMLElement>("[data-said]"))
    elements.set(element.dataset["said"] ?? "", element);
  for (const hit of hits) {
    const element = elements.get(hit.message);
    const range = element && rangeIn(element, hit);
    if (range !== undefined) (hit === current ? here : ranges).push(range);
  }
  CSS.highlights.set(FOUND, new Highlight(...ranges));
  CSS.highlights.set(HERE, new Highlight(...here));
}

export function clearMarks(): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete(FOUND);
  CSS.highlights.delete(HERE);
}

/** Brings a hit to the middle of the log; false where it is not on the screen (yet). */
export function scrollToHit(log: HTMLElement, hit: Hit): boolean {
  const element = log.querySelector<HTMLElement>(`[data-said="${CSS.escape(hit.message)}"]`);
  const range = element && rangeIn(element, hit);
  if (element === null || !range) return false;
  // Rows far from the screen have no size of their own yet: first the row, then the place in it.
  element.scrollIntoView({ block: "center" });
  const place = range.getBoundingClientRect();
  const view = log.getBoundingClientRect();
  log.scrollTop += place.top - view.top - view.height / 2;
  return true;
}

/** The part of an element's text, which may be spread over links and formatting. */
function rangeIn(element: HTMLElement, { from, to }: Hit): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = new Range();
  let at = 0;
  let isBegun = false;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const end = at + node.length;
    if (!isBegun && from < end) {
      range.setStart(node, from - at);
      isBegun = true;
    }
    if (isBegun && to <= end) {
      range.setEnd(node, to - at);
      return range;
    }
    at = end;
  }
  return undefined;
}
