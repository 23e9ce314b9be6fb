import type { SortColumn } from "../../protocol/visitor-list.ts";
import type { Key } from "../strings/catalogue.ts";

export type ColumnId =
  | "status"
  | "visitor"
  | "client"
  | "location"
  | "online"
  | "pages"
  | "cameFrom"
  | "country"
  | "browser"
  | "device"
  | "language"
  | "visits"
  | "campaign"
  | "operator";

export interface Column {
  id: ColumnId;
  label: Key;
  sort: SortColumn;
  /** True where the column shows the opposite of what is sorted by: a late arrival is a short time online. */
  opposite?: boolean;
  numeric?: boolean;
  /** Pixels that it needs. */
  least: number;
  /** Its part of the room that is left over; nothing where not given. */
  grow?: number;
  /** Not shown until somebody wants it. */
  optional?: true;
  /** Always shown: without it nobody could work. */
  always?: true;
}

/** The list's columns from left to right, as they are at first. */
export const COLUMNS: readonly Column[] = [
  { id: "status", label: "list.status", sort: "status", least: 148, always: true },
  { id: "visitor", label: "list.visitor", sort: "visitor", least: 70 },
  { id: "client", label: "list.client", sort: "address", least: 186, grow: 2 },
  { id: "location", label: "list.location", sort: "location", least: 150, grow: 2, always: true },
  { id: "online", label: "list.onlineTime", sort: "arrived", opposite: true, numeric: true, least: 100 },
  { id: "pages", label: "list.pages", sort: "pages", numeric: true, least: 70 },
  { id: "cameFrom", label: "list.cameFrom", sort: "cameFrom", least: 114, grow: 0.4 },
  { id: "country", label: "columns.country", sort: "country", least: 110, grow: 0.3, optional: true },
  { id: "browser", label: "list.browser", sort: "browser", least: 130, grow: 0.2 },
  { id: "device", label: "list.device", sort: "device", least: 96 },
  { id: "language", label: "columns.language", sort: "language", least: 96, optional: true },
  { id: "visits", label: "columns.visits", sort: "visits", numeric: true, least: 76, optional: true },
  { id: "campaign", label: "columns.campaign", sort: "campaign", least: 140, grow: 0.4, optional: true },
  { id: "operator", label: "list.assignedTo", sort: "operator", least: 110 },
];

export interface Sort {
  by: SortColumn;
  descending: boolean;
}

/** Whoever came last stands first: the bell has just rung for them. */
export const FIRST_SORT: Sort = { by: "arrived", descending: true };

/** The sort after a press on a column's head: upwards as the column shows it, then downwards. */
export function sortedBy(before: Sort, { sort, opposite = false }: Pick<Column, "sort" | "opposite">): Sort {
  if (before.by !== sort) return { by: sort, descending: opposite };
  return { by: sort, descending: !before.descending };
}

/** How a column stands sorted, as the eye sees it; undefined when the list is sorted by another. */
export function direction(
  now: Sort,
  { sort, opposite = false }: Pick<Column, "sort" | "opposite">,
): "ascending" | "descending" | undefined {
  if (now.by !== sort) return undefined;
  return now.descending !== opposite ? "descending" : "ascending";
}
