import { ownStore } from "../state/own.ts";
import { moved, readColumnChoice, withinBounds } from "./column-choice.ts";
import type { ColumnId, Sort } from "./columns.ts";

const { useStore, change } = ownStore("list-columns", readColumnChoice);

/** How the operator wants the list's columns, in whatever browser. */
export const useColumnChoice = useStore;

export function showColumn(id: ColumnId, isShown: boolean): void {
  change({ shown: { ...useStore.getState().shown, [id]: isShown } });
}

/** Puts a column where another stands. */
export function moveColumn(id: ColumnId, to: ColumnId): void {
  if (id !== to) change({ order: moved(useStore.getState().order, id, to) });
}

/** Undefined: as wide as it is by itself. */
export function setColumnWidth(id: ColumnId, width: number | undefined): void {
  const { [id]: _, ...others } = useStore.getState().widths;
  change({ widths: width === undefined ? others : { ...others, [id]: withinBounds(width) } });
}

export function keepSort(sort: Sort): void {
  change({ sort });
}

/** All columns as they are at first; the sort stays. */
export function resetColumns(): void {
  const { sort } = useStore.getState();
  change({ ...readColumnChoice(undefined), sort });
}
