import { type PointerEvent, useRef } from "react";
import { withinBounds } from "./column-choice.ts";
import { COLUMNS, type ColumnId } from "./columns.ts";
import { moveColumn, setColumnWidth } from "./own-columns.ts";

/** A hand is never quite still; this far is meant. */
const MEANT_PX = 6;

/** What the pointer does at a column's head: take it elsewhere, or draw its edge. Nothing is kept before it is let go of. */
export function useHeadDrag(id: ColumnId) {
  const drag = useRef<{ x: number; width: number; moved: boolean; to: ColumnId | undefined } | undefined>(undefined);
  const hasMoved = useRef(false);

  const begin = (event: PointerEvent<HTMLElement>) => {
    const cell = event.currentTarget.closest<HTMLElement>("[role=columnheader]");
    if (event.button !== 0 || cell === null) return;
    hasMoved.current = false;
    drag.current = { x: event.clientX, width: cell.offsetWidth, moved: false, to: undefined };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const distance = (event: PointerEvent): number | undefined => {
    const { current } = drag;
    if (current === undefined) return undefined;
    const by = event.clientX - current.x;
    if (Math.abs(by) > MEANT_PX) current.moved = hasMoved.current = true;
    return current.moved ? by : undefined;
  };
  const end = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    const grid = gridOf(currentTarget);
    markTarget(grid, undefined);
    grid?.style.removeProperty("--drawn");
    drag.current = undefined;
  };

  return {
    /** Whether the press that ends now was a move: then it is no press. */
    hasMoved: () => hasMoved.current,
    head: {
      onPointerDown: begin,
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (distance(event) === undefined || drag.current === undefined) return;
        const grid = gridOf(event.currentTarget);
        drag.current.to = columnAt(grid, event.clientX);
        markTarget(grid, drag.current.to);
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const to = drag.current?.to;
        end(event);
        if (to !== undefined) moveColumn(id, to);
      },
      onPointerCancel: end,
    },
    edge: {
      onPointerDown: begin,
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const by = distance(event);
        const grid = gridOf(event.currentTarget);
        if (by === undefined || drag.current === undefined || grid === null) return;
        // The rows follow by a style alone; nothing is drawn anew while the hand moves.
        const widths = [...heads(grid)].map((cell) => {
          const width =
            cell.dataset["column"] === id ? withinBounds((drag.current?.width ?? 0) + by) : cell.offsetWidth;
          return `${width}px`;
        });
        grid.style.setProperty("--drawn", widths.join(" "));
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const by = distance(event);
        const width = drag.current?.width ?? 0;
        end(event);
        if (by !== undefined) setColumnWidth(id, width + by);
      },
      onPointerCancel: end,
    },
  };
}

function gridOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>("[role=grid]");
}

function heads(grid: Element): NodeListOf<HTMLElement> {
  return grid.querySelectorAll<HTMLElement>("[role=columnheader]");
}

/** Over which column's head the pointer is, however high. */
function columnAt(grid: Element | null, x: number): ColumnId | undefined {
  for (const cell of grid === null ? [] : heads(grid)) {
    const { left, right } = cell.getBoundingClientRect();
    if (x >= left && x < right) return COLUMNS.find(({ id }) => id === cell.dataset["column"])?.id;
  }
  return undefined;
}

function markTarget(grid: Element | null, to: ColumnId | undefined): void {
  if (grid === null) return;
  for (const cell of heads(grid)) cell.toggleAttribute("data-target", cell.dataset["column"] === to);
}
