import type { Condition } from "./row-condition.ts";
import type { Visitor, VisitorStatus } from "./visitor.ts";

export interface RowFilter {
  /** Found in any column's text, whatever the case; empty = every row. */
  text: string;
  /**
   * Visitors who pass the text whatever their columns say, in the order of their numbers: those about whom the operator who looks has
   * written it. They are part of the filter, so that views share an index only where they would see the same.
   */
  also?: readonly number[];
  /** Empty = all. */
  statuses: VisitorStatus[];
  /** All must hold. */
  where?: readonly Condition[];
}

/** Equal for filters that let the same rows pass, as far as is easily seen. */
export function filterKey({ text, also = [], statuses, where = [] }: RowFilter): string {
  return JSON.stringify([text.toLowerCase(), [...new Set(statuses)].sort(), also, where]);
}

/** Everything a filter's text is looked for in, in lower case. No match reaches over the line breaks. */
export function searchText(row: Readonly<Visitor>): string {
  const columns = [
    row.name,
    `#${row.visitor}`,
    row.address,
    row.hostName,
    row.page.url,
    row.page.title,
    row.cameFrom,
    row.browser,
    row.device,
    row.country,
    row.operator,
    ...Object.values(row.attributes ?? {}),
  ];
  return columns.join("\n").toLowerCase();
}
