import type { Condition, ListFilter } from "../../protocol/visitor-list.ts";
import { fieldsOf, isSameJson } from "../state/own-kept.ts";

/** A filter with a name, to be chosen again. */
export interface SavedFilter extends ListFilter {
  id: string;
  name: string;
  where: Condition[];
}

const STATUSES = ["online", "invited", "requesting", "chatting"] as const;
const MOST_KEPT = 100;
const MOST_CONDITIONS = 10;
const TEXTS = ["page", "came-from", "campaign", "browser", "device", "language"] as const;
const NUMBERS = ["pages", "visits"] as const;

/** Reads what was kept; what the server would refuse is left out. */
export function readSavedFilters(kept: unknown): { filters: readonly SavedFilter[] } {
  const { filters } = fieldsOf(kept);
  return { filters: (Array.isArray(filters) ? filters : []).slice(0, MOST_KEPT).flatMap(readFilter) };
}

/** Whether what the list shows is what a filter asks for. */
export function isSameFilter(one: ListFilter, other: ListFilter): boolean {
  const plain = ({ text, statuses, where = [] }: ListFilter) => [text.trim(), statuses.toSorted(), where];
  return isSameJson(plain(one), plain(other));
}

/** What a filter asks for, without its name. */
export function wishOf({ text, statuses, where }: SavedFilter): Required<ListFilter> {
  return { text, statuses, where };
}

function readFilter(kept: unknown): SavedFilter[] {
  const { id, name, text, statuses, where } = fieldsOf(kept);
  if (typeof id !== "string" || typeof name !== "string" || name === "") return [];
  return [
    {
      id,
      name: name.slice(0, 60),
      text: typeof text === "string" ? text.slice(0, 200) : "",
      statuses: STATUSES.filter((status) => Array.isArray(statuses) && statuses.includes(status)),
      where: (Array.isArray(where) ? where : []).flatMap(readCondition).slice(0, MOST_CONDITIONS),
    },
  ];
}

function readCondition(kept: unknown): Condition[] {
  const fields = fieldsOf(kept);
  const not = fields["not"] === true ? { not: true } : {};
  const has = typeof fields["has"] === "string" ? fields["has"].slice(0, 200) : "";
  const word = fields["if"];
  const text = TEXTS.find((one) => one === word);
  if (text !== undefined) return has === "" ? [] : [{ if: text, has, ...not }];
  const number = NUMBERS.find((one) => one === word);
  if (number !== undefined) return [{ if: number, least: whole(fields["least"], 1, 1_000_000), ...not }];
  if (word === "chatted") return [{ if: word, ...not }];
  if (word === "here-for") return [{ if: "here-for", minutes: whole(fields["minutes"], 0, 10_000), ...not }];
  if (word === "country") return readCountries(fields["of"], not);
  const name = typeof fields["name"] === "string" ? fields["name"].slice(0, 40) : "";
  return word === "attribute" && name !== "" ? [{ if: "attribute", name, has, ...not }] : [];
}

function readCountries(kept: unknown, not: { not?: boolean }): Condition[] {
  const of = (Array.isArray(kept) ? kept : []).filter((code) => typeof code === "string" && /^[A-Z]{2}$/.test(code));
  return of.length === 0 ? [] : [{ if: "country", of: of.slice(0, 50) as string[], ...not }];
}

function whole(kept: unknown, least: number, most: number): number {
  return typeof kept === "number" && Number.isFinite(kept) ? Math.round(Math.min(most, Math.max(least, kept))) : least;
}
