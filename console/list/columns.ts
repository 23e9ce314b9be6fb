import type { SortColumn } from "../../protocol/visitor-list.ts";
import type { Key } from "../strings/catalogue.ts";

export interface Column {
  /** Names the column's width and place in list.module.css. */
  id: string;
  label: Key;
  sort: SortColumn;
  /** True where the column shows the opposite of what is sorted by: a late arrival is a short time online. */
  opposite?: boolean;
  numeric?: boolean;
  /** Only while requests of the site are offered to one operator at a time. */
  queueing?: boolean;
}

const COLUMNS: readonly Column[] = [
  { id: "status", label: "list.status", sort: "status" },
  { id: "visitor", label: "list.visitor", sort: "visitor" },
  { id: "client", label: "list.client", sort: "address" },
  { id: "location", label: "list.location", sort: "location" },
  { id: "online", label: "list.onlineTime", sort: "arrived", opposite: true, numeric: true },
  { id: "pages", label: "list.pages", sort: "pages", numeric: true },
  { id: "cameFrom", label: "list.cameFrom", sort: "cameFrom" },
  { id: "browser", label: "list.browser", sort: "browser" },
  { id: "device", label: "list.device", sort: "device" },
  { id: "operator", label: "list.assignedTo", sort: "operator", queueing: true },
];

/** The list's columns from left to right. */
export function columnsOf(isQueueing: boolean): readonly Column[] {
  return isQueueing ? COLUMNS : COLUMNS.filter(({ queueing = false }) => !queueing);
}

export interface Sort {
  by: SortColumn;
  descending: boolean;
}

/** Whoever came last stands first: the bell has just rung for them. */
export const FIRST_SORT: Sort = { by: "arrived", descending: true };

/** The sort after a press on a column's head: upwards as the column shows it, then downwards. */
export function sortedBy(before: Sort, { sort, opposite = false }: Column): Sort {
  if (before.by !== sort) return { by: sort, descending: opposite };
  return { by: sort, descending: !before.descending };
}

/** How a column stands sorted, as the eye sees it; undefined when the list is sorted by another. */
export function direction(now: Sort, { sort, opposite = false }: Column): "ascending" | "descending" | undefined {
  if (now.by !== sort) return undefined;
  return now.descending !== opposite ? "descending" : "ascending";
}
