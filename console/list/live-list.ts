import { create } from "zustand";
import type { Condition, Counts, ListFilter, VisitorStatus } from "../../protocol/visitor-list.ts";
import { on, tell } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { usePreferences } from "../state/preferences.ts";
import { type Column, type Sort, sortedBy } from "./columns.ts";
import { type Cursor, followed, noCursor } from "./cursor.ts";
import { keepSort, useColumnChoice } from "./own-columns.ts";
import { noRows, type Rows, withFrame } from "./row-store.ts";
import { type Span, spanFor } from "./span.ts";

export interface LiveList {
  /** What the filter box says. */
  text: string;
  /** Empty = all. */
  statuses: readonly VisitorStatus[];
  /** What else is asked; set by a saved filter. */
  where: readonly Condition[];
  sort: Sort;
  rows: Rows;
  /** The whole site's, whatever the filter; missing until the server has told. */
  counts: Counts | undefined;
  cursor: Cursor;
  /** Rises with each change of filter, sort or site: then the list begins at its top again. */
  turn: number;
}

/** The live list of the site that is shown: `useList((s) => s.rows.total)` in components. */
export const useList = create<LiveList>(() => ({
  text: "",
  statuses: [],
  where: [],
  sort: useColumnChoice.getState().sort,
  rows: noRows,
  counts: undefined,
  cursor: noCursor,
  turn: 0,
}));

const nothing: Span = { first: 0, count: 0 };
/** What the screen needs; `nothing` while the list is not on the screen, when only the counters are wanted. */
let span = nothing;
/** What is still on its way is about the site before. */
let siteChanged = false;
let hasSorted = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Scrolling asks once it has paused for so long, or it would ask for every row on the way. */
const SCROLL_PAUSE_MS = 60;
/** And typing in the filter box for so long. */
const TYPING_PAUSE_MS = 120;

/** The list is on the screen and shows the places `start` to `end` (not included). */
export function show(start: number, end: number): void {
  const next = spanFor(span, start, end, useList.getState().rows.total);
  if (next === span) return;
  const isFirst = span === nothing;
  span = next;
  if (isFirst) subscribe();
  else subscribeAfter(SCROLL_PAUSE_MS);
}

/** The list is not on the screen any more. */
export function hide(): void {
  span = nothing;
  subscribe();
  useList.setState(({ rows }) => ({ rows: { ...noRows, total: rows.total } }));
}

/** Shows only the rows that hold `text` somewhere. */
export function filterText(text: string): void {
  useList.setState({ text });
  turn(TYPING_PAUSE_MS);
}

/** Shows only one status, or all. */
export function filterStatus(status: VisitorStatus | undefined): void {
  useList.setState({ statuses: status === undefined ? [] : [status] });
  turn();
}

/** Shows everybody again. */
export function clearFilter(): void {
  applyFilter({ text: "", statuses: [], where: [] });
}

/** Shows only those who pass a filter, in the place of what the list was filtered by. */
export function applyFilter({ text, statuses, where }: Required<ListFilter>): void {
  useList.setState({ text, statuses, where });
  turn();
}

/** A press on a column's head. */
export function sortBy(column: Column): void {
  sortTo(sortedBy(useList.getState().sort, column));
}

export function sortTo(sort: Sort): void {
  hasSorted = true;
  useList.setState({ sort });
  keepSort(sort);
  turn();
}

export function select(cursor: Cursor): void {
  useList.setState({ cursor });
}

function turn(pauseMs = 0): void {
  useList.setState((list) => ({ turn: list.turn + 1 }));
  if (span !== nothing) span = { first: 0, count: span.count };
  subscribeAfter(pauseMs);
}

function subscribeAfter(ms: number): void {
  clearTimeout(waiting);
  if (ms === 0) subscribe();
  else waiting = setTimeout(subscribe, ms);
}

function subscribe(): void {
  clearTimeout(waiting);
  const { siteId: site } = useMe.getState();
  if (site === undefined) return;
  const { text, statuses, where, sort } = useList.getState();
  const filter = { text: text.trim(), statuses: [...statuses], where: [...where] };
  const { hostNames } = usePreferences.getState();
  tell({ type: "window", window: { site, filter, sort, ...span, moved: true, hostNames } });
}

// What the operator chose in another browser comes after the first paint; not into a list that has been sorted here.
useColumnChoice.subscribe(({ sort }, before) => {
  const now = useList.getState().sort;
  if (sort === before.sort || hasSorted || (sort.by === now.by && sort.descending === now.descending)) return;
  useList.setState({ sort });
  turn();
});

usePreferences.subscribe(({ hostNames }, before) => hostNames !== before.hostNames && subscribe());

on("welcome", subscribe);

on("rows", (frame) => {
  if (siteChanged && !frame.fresh) return;
  siteChanged = false;
  useList.setState((list) => {
    const rows = withFrame(list.rows, frame);
    return { rows, counts: frame.counts, cursor: followed(list.cursor, rows) };
  });
});

useMe.subscribe((now, before) => {
  if (now.siteId === before.siteId) return;
  siteChanged = true;
  useList.setState({ rows: noRows, counts: undefined, cursor: noCursor, text: "", statuses: [], where: [] });
  turn();
});
