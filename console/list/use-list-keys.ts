import type { KeyboardEvent, RefObject } from "react";
import { movedBy } from "./cursor.ts";
import { select, useList } from "./live-list.ts";
import { rowId } from "./row.tsx";
import { act, nextAction } from "./visitor-actions.ts";
import type { MenuPlace } from "./visitor-menu.tsx";

/** What the keys of every list do while this one has the focus; those of the commands are in `use-list-commands.ts`. */
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
  return (event) => {
    // Not the keys of what is in the list, such as its heads; nor the browser's own shortcuts.
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
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
    const action = event.key === "Enter" && !event.shiftKey && !event.repeat ? nextAction(row) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    void act(action, row);
  };
}

/** Where a row's menu opens when no pointer says where: under the row, a little in. */
function edgeOf(row: Element): DOMRect {
  const { left, top, height } = row.getBoundingClientRect();
  return new DOMRect(left + 170, top, 0, height);
}
