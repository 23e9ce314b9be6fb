import { Held } from "./held.ts";
import { RowChange } from "./row-change.ts";
import { filterKey, type RowFilter } from "./row-filter.ts";
import { RowIndex } from "./row-index.ts";
import type { MembersSource } from "./row-members.ts";
import type { RowSort } from "./row-order.ts";
import { RowTally } from "./row-tally.ts";
import type { Row } from "./row.ts";
import { SortedList } from "./sorted-list.ts";
import type { Presence } from "./tab.ts";
import type { VisitorStatus } from "./visitor.ts";

/** How many visitors of a site are in each status. */
export interface Counts extends Record<VisitorStatus, number> {
  /** Since when the longest-waiting request waits. */
  waitingSince?: number;
}

/** The visitors of one site, their counters, and the indexes and tallies that operators look at. Every change goes through `#changed`. */
export class SiteVisitors implements MembersSource {
  readonly now: () => number;
  readonly #members = new Map<number, Presence>();
  readonly #counts: Record<VisitorStatus, number> = { online: 0, invited: 0, requesting: 0, chatting: 0 };
  readonly #waiting = new SortedList();
  readonly #indexes = new Held<RowIndex>();
  readonly #tallies = new Held<RowTally>();

  constructor(now: () => number) {
    this.now = now;
  }

  get size(): number {
    return this.#members.size;
  }

  get(visitor: number): Presence | undefined {
    return this.#members.get(visitor);
  }

  row(visitor: number): Row | undefined {
    return this.#members.get(visitor)?.row;
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
    return this.#indexes.hold(indexKey(filter, sort), () => new RowIndex(filter, sort, this));
  }

  letGo(filter: RowFilter, sort: RowSort): void {
    this.#indexes.letGo(indexKey(filter, sort));
  }

  /** How many pass a filter, kept for all who ask for the same until each has let go of it. */
  holdTally(filter: RowFilter): RowTally {
    return this.#tallies.hold(filterKey(filter), () => new RowTally(filter, this));
  }

  letGoTally(filter: RowFilter): void {
    this.#tallies.letGo(filterKey(filter));
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
    if (this.#indexes.size === 0 && this.#tallies.size === 0) return;
    const change = new RowChange(before, after);
    for (const index of this.#indexes) index.tell(change);
    for (const tally of this.#tallies) tally.tell(change);
  }
}

function indexKey(filter: RowFilter, sort: RowSort): string {
  return JSON.stringify([filterKey(filter), sort.by, sort.descending]);
}
