import type { Directory } from "./directory.ts";
import type { RowFilter } from "./row-filter.ts";
import type { RowTally } from "./row-tally.ts";
import type { SiteVisitors } from "./site-visitors.ts";

/** How many visitors pass each of one operator's saved filters. */
export class FilterCounts {
  readonly #directory: Directory;
  #site: SiteVisitors | undefined;
  #held: { filter: RowFilter; tally: RowTally }[] = [];
  #told: string | undefined;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** Counts these from here on, in the place of those before; none: nothing more is told. */
  count(site: string, filters: readonly RowFilter[]): void {
    const of = this.#directory.site(site);
    // The new ones are held before the old ones are let go of: what is in both is not counted anew.
    const held = filters.map((filter) => ({ filter, tally: of.holdTally(filter) }));
    this.close();
    this.#site = of;
    this.#held = held;
  }

  /** The totals in the order of the filters, if they are news. To be called at each tick. */
  news(): number[] | undefined {
    if (this.#held.length === 0) return undefined;
    const totals = this.#held.map(({ tally }) => tally.total());
    const told = totals.join();
    if (told === this.#told) return undefined;
    this.#told = told;
    return totals;
  }

  close(): void {
    for (const { filter } of this.#held) this.#site?.letGoTally(filter);
    this.#held = [];
    this.#told = undefined;
  }
}
