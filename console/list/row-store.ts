import type { ToOperator } from "../../protocol/server-to-operator.ts";
import type { VisitorRow } from "../../protocol/visitor-list.ts";

export type RowsFrame = Extract<ToOperator, { type: "rows" }>;

/** The part of the list that the server has sent: never more than the window that was asked for. */
export interface Rows {
  /** Place of the first of `order` in the whole list, from 0. */
  first: number;
  /** Visitors from top to bottom. */
  order: readonly number[];
  byVisitor: ReadonlyMap<number, VisitorRow>;
  /** Rows that pass the filter, in all. */
  total: number;
  /** False until the server has sent the first. */
  loaded: boolean;
}

export const noRows: Rows = { first: 0, order: [], byVisitor: new Map(), total: 0, loaded: false };

/** The rows after a frame. A row that did not change stays the same object, so that nothing is drawn for it. */
export function withFrame(rows: Rows, frame: RowsFrame): Rows {
  const { first } = frame.window;
  const order = frame.order ?? rows.order;
  const sent = new Map(frame.rows.map((row) => [row.visitor, row]));
  for (const moved of frame.moved ?? []) {
    const before = rows.byVisitor.get(moved.visitor);
    if (before !== undefined) sent.set(moved.visitor, { ...before, ...moved });
  }
  const byVisitor = new Map<number, VisitorRow>();
  for (const visitor of order) {
    const before = rows.byVisitor.get(visitor);
    const row = sent.get(visitor);
    if (row === undefined && before !== undefined && !frame.fresh) byVisitor.set(visitor, before);
    if (row !== undefined) byVisitor.set(visitor, before !== undefined && isSameRow(before, row) ? before : row);
  }
  return {
    first,
    order: isSameOrder(rows.order, order) ? rows.order : order,
    byVisitor,
    total: frame.total,
    loaded: true,
  };
}

/** Who stands at a place of the whole list; unknown outside of the window. */
export function visitorAt(rows: Rows, index: number): number | undefined {
  return rows.order[index - rows.first];
}

/** Where a visitor stands in the whole list; unknown outside of the window. */
export function placeOf(rows: Rows, visitor: number): number | undefined {
  const index = rows.order.indexOf(visitor);
  return index < 0 ? undefined : rows.first + index;
}

function isSameOrder(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((visitor, index) => visitor === other[index]);
}

function isSameRow(one: VisitorRow, other: VisitorRow): boolean {
  const keys = Object.keys(one) as (keyof VisitorRow)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
