import { searchText } from "./row-filter.ts";
import type { Row } from "./row.ts";

/** That a visitor came (no `before`), changed, or went (no `after`). Made once and told to everything that follows the site's rows. */
export class RowChange {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  #textBefore: string | undefined;
  #textAfter: string | undefined;

  constructor(before: Row | undefined, after: Row | undefined) {
    this.before = before;
    this.after = after;
  }

  /** Put together at the first filter that asks, for all of them. */
  textBefore(row: Row): string {
    return (this.#textBefore ??= searchText(row));
  }

  textAfter(row: Row): string {
    return (this.#textAfter ??= searchText(row));
  }
}
