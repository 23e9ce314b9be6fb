import { fieldsOf } from "../state/own-kept.ts";
import { type ColumnId, COLUMNS, FIRST_SORT, type Sort } from "./columns.ts";

/** How an operator wants the columns. */
export interface ColumnChoice {
  /** All of them, from left to right. */
  order: readonly ColumnId[];
  /** What was shown or hidden by choice; the others are as they are at first. */
  shown: { readonly [id in ColumnId]?: boolean };
  /** Widths set by hand, in pixels. */
  widths: { readonly [id in ColumnId]?: number };
  sort: Sort;
}

const NARROWEST = 56;
const WIDEST = 900;

/** Reads what was kept; a column of another version is left out, and one that is new stands where it does at first. */
export function readColumnChoice(kept: unknown): ColumnChoice {
  const { order, shown, widths, sort } = fieldsOf(kept);
  return {
    order: readOrder(order),
    shown: readEach(shown, (value) => (typeof value === "boolean" ? value : undefined)),
    widths: readEach(widths, (value) => (typeof value === "number" ? withinBounds(value) : undefined)),
    sort: readSort(sort),
  };
}

/** A width that a column can have. */
export function withinBounds(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

/** The order with a column taken to where another stands. */
export function moved(order: readonly ColumnId[], id: ColumnId, to: ColumnId): readonly ColumnId[] {
  const place = order.indexOf(to);
  const without = order.filter((other) => other !== id);
  return without.toSpliced(place, 0, id);
}

function readOrder(kept: unknown): readonly ColumnId[] {
  const order = Array.isArray(kept) ? COLUMNS.map(({ id }) => id).filter((id) => kept.includes(id)) : [];
  order.sort((one, other) => (kept as unknown[]).indexOf(one) - (kept as unknown[]).indexOf(other));
  for (const [place, { id }] of COLUMNS.entries()) if (!order.includes(id)) order.splice(place, 0, id);
  return order;
}

function readEach<T>(kept: unknown, read: (value: unknown) => T | undefined): { [id in ColumnId]?: T } {
  const fields = fieldsOf(kept);
  const found: { [id in ColumnId]?: T } = {};
  for (const { id } of COLUMNS) {
    const value = read(fields[id]);
    if (value !== undefined) found[id] = value;
  }
  return found;
}

function readSort(kept: unknown): Sort {
  const { by, descending } = fieldsOf(kept);
  const column = COLUMNS.find(({ sort }) => sort === by);
  return column === undefined || typeof descending !== "boolean" ? FIRST_SORT : { by: column.sort, descending };
}
