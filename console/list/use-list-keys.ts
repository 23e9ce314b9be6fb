import { type KeyboardEvent, type RefObject, useRef } from "react";
import { movedBy } from "./cursor.ts";
import { select, useList } from "./live-list.ts";
import { rowId } from "./row.tsx";
import { act, nextAction, type VisitorAction } from "./visitor-actions.ts";
import type { MenuPlace } from "./visitor-menu.tsx";

/** The keys of the visitor's menu; they work in the list without it. */
const ACTION_KEYS: { readonly [key: string]: VisitorAction } = {
  a: "accept",
  o: "open",
  r: "request",
  w: "withdraw",
  u: "push",
  m: "remark",
  n: "notes",
  d: "resolve",
  c: "copy",
};

/** How long tinykeys waits for the second key of a sequence. */
const SEQUENCE_MS = 1_000;

/** What the keys do while the list has the focus. */
export function useListKeys({
  grid,
  scrollTo,
  page,
  openMenu,
}: {
  grid: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
  /** Rows that fit on the screen. */
  page: number;
  openMenu: (place: MenuPlace) => void;
}): (event: KeyboardEvent) => void {
  const sequence = useRef(-Infinity);
  return (event) => {
    // Not the keys of what is in the list, such as its heads; nor the browser's own shortcuts.
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
    // The second key of "G A" must not accept a chat.
    if (event.timeStamp - sequence.current < SEQUENCE_MS) return;
    if (event.key === "g") sequence.current = event.timeStamp;
    const { rows, cursor } = useList.getState();
    const moved = movedBy(event.key, cursor, rows, page);
    if (moved !== undefined) {
      event.preventDefault();
      select(moved);
      scrollTo(moved.index);
      return;
    }
    const row = cursor.visitor === undefined ? undefined : rows.byVisitor.get(cursor.visitor);
    if (row === undefined) return;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      event.preventDefault();
      const element = document.getElementById(rowId(row.visitor));
      if (element !== null) openMenu({ visitor: row.visitor, rect: edgeOf(element), byKey: true });
      return;
    }
    const action = event.key === "Enter" ? nextAction(row) : ACTION_KEYS[event.key.toLowerCase()];
    if (action === undefined || event.shiftKey) return;
    event.preventDefault();
    void act(action, row);
  };
}

/** Where a row's menu opens when no pointer says where: under the row, a little in. */
function edgeOf(row: Element): DOMRect {
  const { left, top, height } = row.getBoundingClientRect();
  return new DOMRect(left + 170, top, 0, height);
}
