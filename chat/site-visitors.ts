import { must } from "./error.ts";
import type { RowFilter } from "./row-filter.ts";
import { RowChange, RowIndex } from "./row-index.ts";
import type { RowSort } from "./row-order.ts";
import type { Row } from "./row.ts";
import { SortedList } from "./sorted-list.ts";
import type { Presence } from "./tab.ts";
import type { VisitorStatus } from "./visitor.ts";

/** How many visitors of a site are in each status. */
export interface Counts extends Record<VisitorStatus, number> {
  /** Since when the longest-waiting request waits. */
  waitingSince?: number;
}

/** The visitors of one site, their counters, and the indexes that operators look at. Every change goes through `put`. */
export class SiteVisitors {
  readonly #members = new Map<number, Presence>();
  readonly #counts: Record<VisitorStatus, number> = { online: 0, invited: 0, requesting: 0, chatting: 0 };
  readonly #waiting = new SortedList();
  readonly #indexes = new Map<string, { index: RowIndex; holders: number }>();

  get size(): number {
    return this.#members.size;
  }

  get(visitor: number): Presence | undefined {
    return this.#members.get(visitor);
  }

  *rows(): IterableIterator<Row> {
    for (const presence of this.#members.values()) yield presence.row;
  }

  counts(): Counts {
    const first = this.#waiting.first();
    return { ...this.#counts, ...(first && { waitingSince: Number(first.key) }) };
  }

  add(presence: Presence): void {
    this.#members.set(presence.row.visitor, presence);
    this.#changed(undefined, presence.row);
  }

  replace(presence: Presence, row: Row): void {
    const before = presence.row;
    presence.row = row;
    this.#changed(before, row);
  }

  remove(presence: Presence): void {
    this.#members.delete(presence.row.visitor);
    this.#changed(presence.row, undefined);
  }

  /** The index for a filter and a sort, shared by all who ask for the same, until each has let go of it. */
  hold(filter: RowFilter, sort: RowSort): RowIndex {
    const key = indexKey(filter, sort);
    const held = this.#indexes.get(key) ?? { index: new RowIndex(filter, sort, this.rows()), holders: 0 };
    held.holders++;
    this.#indexes.set(key, held);
    return held.index;
  }

  letGo(filter: RowFilter, sort: RowSort): void {
    const key = indexKey(filter, sort);
    const held = must(this.#indexes.get(key), "an index that is held");
    held.holders--;
    if (held.holders === 0) this.#indexes.delete(key);
  }

  #changed(before: Row | undefined, after: Row | undefined): void {
    if (before) {
      this.#counts[before.status]--;
      if (before.requestedAt !== undefined) this.#waiting.remove(before.requestedAt, before.visitor);
    }
    if (after) {
      this.#counts[after.status]++;
      if (after.requestedAt !== undefined) this.#waiting.add(after.requestedAt, after.visitor);
    }
    if (this.#indexes.size === 0) return;
    const change = new RowChange(before, after);
    for (const { index } of this.#indexes.values()) index.tell(change);
  }
}

function indexKey(filter: RowFilter, sort: RowSort): string {
  const { text, statuses, also = [] } = filter;
  return JSON.stringify([text.toLowerCase(), [...new Set(statuses)].sort(), sort.by, sort.descending, also]);
}
