import { must } from "./error.ts";
import type { RowChange } from "./row-change.ts";
import { Conditions, type Time } from "./row-condition.ts";
import { type RowFilter, searchText } from "./row-filter.ts";
import type { Row } from "./row.ts";
import { SortedList } from "./sorted-list.ts";

/** What is told which rows pass. `change`: a row that passed still does. */
export interface MembersListener {
  enter(row: Row): void;
  leave(row: Row): void;
  change(before: Row, after: Row): void;
}

/** Where the current rows are, and the time. */
export interface MembersSource {
  rows(): Iterable<Row>;
  row(visitor: number): Row | undefined;
  now(): number;
}

/**
 * Which rows of a site pass a filter. A row's change costs what its filter costs; that time goes by costs only for those whose time has
 * come, because they wait in the order of their times.
 */
export class RowMembers {
  readonly #source: MembersSource;
  readonly #listener: MembersListener;
  readonly #text: string;
  readonly #also: ReadonlySet<number>;
  readonly #statuses: ReadonlySet<string>;
  readonly #conditions: Conditions;
  /** Rows that pass but for the time, by when that next changes. */
  readonly #turns = new SortedList();
  /** The time up to which everything is told; it does not go back. */
  #now: number;

  constructor(filter: RowFilter, source: MembersSource, listener: MembersListener) {
    this.#source = source;
    this.#listener = listener;
    this.#text = filter.text.toLowerCase();
    this.#also = new Set(filter.also);
    this.#statuses = new Set(filter.statuses);
    this.#conditions = new Conditions(filter.where);
    this.#now = source.now();
  }

  /** Those who pass now. To be called once, before anything else; the listener is told of what changes after that. */
  load(): Row[] {
    const members: Row[] = [];
    const turns: { key: number; id: number }[] = [];
    for (const row of this.#source.rows()) {
      if (!this.#mayPass(row, () => searchText(row))) continue;
      const time = this.#conditions.time(row);
      const turn = nextTurn(time, this.#now);
      if (turn !== undefined) turns.push({ key: turn, id: row.visitor });
      if (isIn(time, this.#now)) members.push(row);
    }
    this.#turns.load(turns);
    return members;
  }

  tell(change: RowChange): void {
    const before = this.#take(change);
    const { after } = change;
    const time =
      after && this.#mayPass(after, () => change.textAfter(after)) ? this.#conditions.time(after) : undefined;
    if (after !== undefined && time !== undefined) {
      const turn = nextTurn(time, this.#now);
      if (turn !== undefined) this.#turns.add(turn, after.visitor);
    }
    const into = time !== undefined && isIn(time, this.#now) ? after : undefined;
    if (before !== undefined && into !== undefined) this.#listener.change(before, into);
    else if (before !== undefined) this.#listener.leave(before);
    else if (into !== undefined) this.#listener.enter(into);
  }

  /** Tells of those whose time has come. */
  advance(): void {
    const now = this.#source.now();
    for (let turn = this.#turns.first(); turn !== undefined && Number(turn.key) <= now; turn = this.#turns.first()) {
      this.#turns.remove(turn.key, turn.id);
      const row = must(this.#source.row(turn.id), "a row whose time comes");
      const time = this.#conditions.time(row);
      this.#now = Number(turn.key);
      const next = nextTurn(time, this.#now);
      if (next !== undefined) this.#turns.add(next, row.visitor);
      // Its own turn says which it is; what held a moment ago does not, as several may have theirs in one millisecond.
      if (this.#now === time.from) this.#listener.enter(row);
      else this.#listener.leave(row);
    }
    this.#now = Math.max(this.#now, now);
  }

  /** Takes what is kept of a row before its change away; gives the row if it passed. */
  #take(change: RowChange): Row | undefined {
    const { before } = change;
    if (before === undefined || !this.#mayPass(before, () => change.textBefore(before))) return undefined;
    const time = this.#conditions.time(before);
    const turn = nextTurn(time, this.#now);
    if (turn !== undefined) this.#turns.remove(turn, before.visitor);
    return isIn(time, this.#now) ? before : undefined;
  }

  /** Whether a row passes but for the time. */
  #mayPass(row: Row, textOf: () => string): boolean {
    if (this.#statuses.size > 0 && !this.#statuses.has(row.status)) return false;
    if (!this.#conditions.hold(row)) return false;
    return this.#text === "" || this.#also.has(row.visitor) || textOf().includes(this.#text);
  }
}

function isIn({ from, until }: Time, now: number): boolean {
  return from <= now && now < until;
}

/** When it next changes whether it is so. */
function nextTurn({ from, until }: Time, now: number): number | undefined {
  if (from >= until) return undefined; // never so
  if (now < from) return from;
  return now < until && until < Infinity ? until : undefined;
}
