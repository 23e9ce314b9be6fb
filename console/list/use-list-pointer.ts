import { type MouseEvent, type PointerEvent, type RefObject, useRef } from "react";
import { select, useList } from "./live-list.ts";
import { placeOf } from "./row-store.ts";
import { act, nextAction } from "./visitor-actions.ts";
import type { MenuPlace } from "./visitor-menu.tsx";

const LONG_PRESS_MS = 500;
/** A finger is never quite still. */
const LONG_PRESS_PX = 10;

/** What mouse and finger do on the rows: select, double-click, right click and long press. */
export function useListPointer({
  grid,
  openMenu,
}: {
  grid: RefObject<HTMLElement | null>;
  openMenu: (place: MenuPlace) => void;
}) {
  /** The row of a double-click is the one of its first click: another may have moved under the pointer in between. */
  const clicked = useRef<number | undefined>(undefined);
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined>(undefined);

  const endPress = () => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  };
  const menuAt = (visitor: number, x: number, y: number, byTouch = false) => {
    choose(visitor);
    openMenu({ visitor, rect: new DOMRect(x, y, 0, 0), byKey: false, byTouch });
  };

  return {
    onPointerDown(event: PointerEvent) {
      const visitor = visitorUnder(event);
      if (visitor === undefined) return;
      if (event.pointerType !== "touch") return choose(visitor);
      const { clientX: x, clientY: y } = event;
      press.current = { x, y, timer: setTimeout(() => menuAt(visitor, x, y, true), LONG_PRESS_MS) };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (press.current === undefined) return;
      if (Math.hypot(clientX - press.current.x, clientY - press.current.y) > LONG_PRESS_PX) endPress();
    },
    onPointerUp: endPress,
    onPointerCancel: endPress,
    onClick(event: MouseEvent) {
      if (isOnButton(event)) return;
      if (event.detail === 1) clicked.current = visitorUnder(event);
      if (clicked.current !== undefined && event.detail === 1) choose(clicked.current);
      grid.current?.focus({ preventScroll: true });
    },
    onDoubleClick(event: MouseEvent) {
      const row = clicked.current === undefined ? undefined : useList.getState().rows.byVisitor.get(clicked.current);
      const action = row && nextAction(row);
      if (row !== undefined && action !== undefined && !isOnButton(event)) void act(action, row);
    },
    onContextMenu(event: MouseEvent) {
      const visitor = visitorUnder(event);
      event.preventDefault();
      endPress();
      // A finger's long press has opened it already, or this is the press.
      const byTouch = event.nativeEvent instanceof window.PointerEvent && event.nativeEvent.pointerType === "touch";
      if (visitor !== undefined) menuAt(visitor, event.clientX, event.clientY, byTouch);
    },
  };
}

function choose(visitor: number): void {
  const { rows, cursor } = useList.getState();
  select({ visitor, index: placeOf(rows, visitor) ?? cursor.index });
}

function visitorUnder({ target }: { target: EventTarget }): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-visitor]") : null;
  return row === null ? undefined : Number(row.dataset["visitor"]);
}

function isOnButton({ target }: { target: EventTarget }): boolean {
  return target instanceof Element && target.closest("button") !== null;
}
