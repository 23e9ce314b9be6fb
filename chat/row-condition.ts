import type { Visitor } from "./visitor.ts";

/** What a filter may ask of a visitor besides its text. `not`: the contrary is asked. */
export type Condition = { not?: boolean } & (
  | { if: "page" | "came-from" | "campaign" | "browser" | "device" | "language"; has: string }
  | { if: "attribute"; name: string; has: string }
  | { if: "country"; of: string[] }
  | { if: "pages" | "visits"; least: number }
  | { if: "here-for"; minutes: number }
  | { if: "chatted" }
);

type Row = Readonly<Visitor>;
type Lasting = Exclude<Condition, { if: "here-for" }>;

/** From when until when a row passes, milliseconds since 1970; `until` itself is too late. */
export interface Time {
  from: number;
  until: number;
}

const ALWAYS: Time = { from: -Infinity, until: Infinity };

/** Conditions, made ready to be asked of many rows. All must hold. */
export class Conditions {
  readonly #lasting: ((row: Row) => boolean)[];
  /** The most that a visitor must, and the least that a visitor must not, have been here for. */
  readonly #leastMs: number;
  readonly #mostMs: number;

  constructor(conditions: readonly Condition[] = []) {
    this.#lasting = conditions.flatMap((condition) => (condition.if === "here-for" ? [] : [lasting(condition)]));
    const times = conditions.flatMap((condition) =>
      condition.if === "here-for" ? [{ ms: condition.minutes * 60_000, not: condition.not === true }] : [],
    );
    this.#leastMs = Math.max(-Infinity, ...times.filter(({ not }) => !not).map(({ ms }) => ms));
    this.#mostMs = Math.min(Infinity, ...times.filter(({ not }) => not).map(({ ms }) => ms));
  }

  /** Whether all hold but those that time alone decides. */
  hold(row: Row): boolean {
    return this.#lasting.every((holds) => holds(row));
  }

  /** When those hold that time decides. */
  time(row: Row): Time {
    if (this.#leastMs === -Infinity && this.#mostMs === Infinity) return ALWAYS;
    return { from: row.arrivedAt + this.#leastMs, until: row.arrivedAt + this.#mostMs };
  }
}

function lasting(condition: Lasting): (row: Row) => boolean {
  const holds = plain(condition);
  return condition.not === true ? (row) => !holds(row) : holds;
}

function plain(condition: Lasting): (row: Row) => boolean {
  switch (condition.if) {
    case "country": {
      const countries = new Set(condition.of);
      return ({ country = "" }) => countries.has(country);
    }
    case "attribute": {
      const wanted = condition.has.toLowerCase();
      return ({ attributes }) => attributes?.[condition.name]?.toLowerCase().includes(wanted) ?? false;
    }
    case "chatted":
      return ({ chatted }) => chatted === true;
    case "pages":
    case "visits":
      return (row) => row[condition.if] >= condition.least;
    default: {
      const wanted = condition.has.toLowerCase();
      const texts = TEXTS[condition.if];
      return (row) => texts(row).some((text) => text.toLowerCase().includes(wanted));
    }
  }
}

const TEXTS = {
  page: ({ page }: Row) => [page.url, page.title],
  "came-from": ({ cameFrom }: Row) => [cameFrom],
  campaign: ({ campaign = "" }: Row) => [campaign],
  browser: ({ browser }: Row) => [browser],
  device: ({ device }: Row) => [device],
  language: ({ language }: Row) => [language],
};
