import type { RowChange } from "./row-change.ts";
import type { RowFilter } from "./row-filter.ts";
import { type MembersSource, RowMembers } from "./row-members.ts";

/** How many visitors of one site pass a filter, kept up with every change. */
export class RowTally {
  #total: number;
  readonly #members: RowMembers;

  constructor(filter: RowFilter, source: MembersSource) {
    this.#members = new RowMembers(filter, source, {
      enter: () => this.#total++,
      leave: () => this.#total--,
      change: () => undefined,
    });
    this.#total = this.#members.load().length;
  }

  tell(change: RowChange): void {
    this.#members.tell(change);
  }

  total(): number {
    this.#members.advance();
    return this.#total;
  }
}
