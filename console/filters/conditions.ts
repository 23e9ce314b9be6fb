import type { Condition } from "../../protocol/visitor-list.ts";

export const MOST_CONDITIONS = 10;

/** What can be asked, in the order in which it is offered. */
export const KINDS = [
  "page",
  "here-for",
  "country",
  "pages",
  "visits",
  "chatted",
  "came-from",
  "campaign",
  "language",
  "browser",
  "device",
  "attribute",
] as const;
export type Kind = (typeof KINDS)[number];

/** A condition of a kind before anybody has filled it in. */
export function emptyOf(kind: Kind): Condition {
  switch (kind) {
    case "here-for":
      return { if: kind, minutes: 5 };
    case "country":
      return { if: kind, of: [] };
    case "pages":
    case "visits":
      return { if: kind, least: 2 };
    case "chatted":
      return { if: kind };
    case "attribute":
      return { if: kind, name: "", has: "" };
    default:
      return { if: kind, has: "" };
  }
}

/** Whether a condition asks something. */
export function isComplete(condition: Condition): boolean {
  switch (condition.if) {
    case "country":
      return condition.of.length > 0;
    case "attribute":
      return condition.name.trim() !== "";
    case "here-for":
    case "pages":
    case "visits":
    case "chatted":
      return true;
    default:
      return condition.has.trim() !== "";
  }
}

/** Without the white space that a person leaves, and without `not` where it is not meant. */
export function clean(condition: Condition): Condition {
  const { not, ...rest } = condition;
  const trimmed = "has" in rest ? { ...rest, has: rest.has.trim() } : rest;
  return not === true ? { ...trimmed, not } : trimmed;
}

/** Country codes from what a person types: `de, at`. */
export function codesOf(text: string): string[] {
  return [...new Set(text.toUpperCase().match(/\b[A-Z]{2}\b/g))].slice(0, 50);
}
