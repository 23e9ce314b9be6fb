import { placeOf, type Rows, visitorAt } from "./row-store.ts";

/** The selection: it sticks to a visitor, wherever the row moves. */
export interface Cursor {
  /** Unknown while the row at `index` has not arrived. */
  visitor: number | undefined;
  /** Where the row was last seen in the whole list; -1 = nothing is selected yet. */
  index: number;
}

export const noCursor: Cursor = { visitor: undefined, index: -1 };

/** The cursor after the rows have changed. */
export function followed(cursor: Cursor, rows: Rows): Cursor {
  if (cursor.index < 0) return cursor;
  if (cursor.visitor === undefined) {
    const visitor = visitorAt(rows, Math.min(cursor.index, rows.total - 1));
    return visitor === undefined ? cursor : { ...cursor, visitor };
  }
  const index = placeOf(rows, cursor.visitor);
  return index === undefined || index === cursor.index ? cursor : { ...cursor, index };
}

/** The cursor on a place of the list. */
export function at(rows: Rows, index: number): Cursor {
  const place = Math.max(0, Math.min(index, rows.total - 1));
  return { index: place, visitor: visitorAt(rows, place) };
}

/** Where a key takes the cursor; undefined for keys that do not move it. `page`: rows that fit on the screen. */
export function movedBy(key: string, cursor: Cursor, rows: Rows, page: number): Cursor | undefined {
  if (rows.total === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return at(rows, cursor.index + 1);
    case "ArrowUp":
      return at(rows, cursor.index - 1);
    case "PageDown":
      return at(rows, Math.max(cursor.index, 0) + page);
    case "PageUp":
      return at(rows, cursor.index - page);
    case "Home":
      return at(rows, 0);
    case "End":
      return at(rows, rows.total - 1);
    default:
      return undefined;
  }
}
