import type { Found, HistoryPage, HistoryWish } from "../../../chat/history.ts";
import type { Message } from "../../../chat/message.ts";
import { plainText } from "../../../chat/plain-text.ts";
import type { SearchTerm } from "../../../chat/search-terms.ts";
import * as queries from "../queries/history.ts";
import { messagesAfter } from "../queries/messages.ts";
import { toConversation, toMessage } from "../rows.ts";
import type { ConversationTable } from "../schema.ts";
import { all, first, type Steps } from "../steps.ts";
import { PLACES } from "./entry.ts";

/** Above every number. */
const NONE_YET = 2 ** 29;
/** Numbers follow the time of the request, but for a clock that was set back, or two nodes whose clocks differ. */
const CLOCK_MS = 24 * 60 * 60 * 1_000;
/** Hits looked at together, and for one page: a page of a common word in a rare conversation is then short, and goes on. */
const HITS_AT_ONCE = 1_000;
const MOST_HITS = 20_000;
/** Where the first thing that was said stands, if anything was said at all. */
const FIRST_ENTRIES = 5;

/** See `Store.history`. */
export function* history(wish: HistoryWish): Steps<HistoryPage> {
  const values = yield* valuesOf(wish);
  return yield* wish.terms.length === 0 ? listed(values) : searched(values, wish.terms);
}

function* valuesOf(wish: HistoryWish): Steps<queries.HistoryValues> {
  const {
    sites,
    operator = null,
    department = null,
    visitor = null,
    outcome = null,
    from = null,
    to = null,
    limit,
  } = wish;
  const earliest = from === null ? undefined : yield* first(queries.firstNumberSince, { at: from - CLOCK_MS });
  const latest = to === null ? undefined : yield* first(queries.lastNumberBefore, { at: to + CLOCK_MS });
  return {
    sites: sites === undefined ? null : JSON.stringify(sites),
    operator,
    department,
    visitor,
    outcome,
    from,
    to,
    limit,
    before: Math.min(wish.before ?? NONE_YET, to === null ? NONE_YET : (latest?.number ?? -1) + 1),
    least: from === null ? 0 : (earliest?.number ?? NONE_YET),
  };
}

function* listed(values: queries.HistoryValues): Steps<HistoryPage> {
  const rows = yield* all(driverOf(values), { ...values, limit: values.limit + 1 });
  const shown = rows.slice(0, values.limit);
  const found: Found[] = [];
  for (const row of shown) {
    const entries = yield* all(messagesAfter, { conversation: row.id, after: 0, limit: FIRST_ENTRIES });
    const said = entries.map(toMessage).find(({ body }) => plainText(body) !== "");
    found.push(toFound(row, said));
  }
  const last = shown.at(-1);
  return rows.length > shown.length && last !== undefined ? { found, next: last.number } : { found };
}

/** The index that leads to the fewest rows. */
function driverOf({
  sites,
  operator,
  department,
  visitor,
  outcome,
}: queries.HistoryValues): typeof queries.historyOfAll {
  if (visitor !== null) return queries.historyOfVisitor;
  if (outcome === "live") return queries.historyOfLive;
  if (outcome === "missed") return queries.historyOfMissed;
  if (outcome === "left") return queries.historyOfLeft;
  if (operator !== null) return queries.historyOfOperator;
  if (department !== null) return queries.historyOfDepartment;
  return sites !== null && isOne(sites) ? queries.historyOfSite : queries.historyOfAll;
}

function isOne(list: string): boolean {
  return (JSON.parse(list) as unknown[]).length === 1;
}

function* searched(values: queries.HistoryValues, terms: readonly SearchTerm[]): Steps<HistoryPage> {
  const match = terms.map(inFts5).join(" ");
  const least = values.least * PLACES;
  const found: Found[] = [];
  let below = values.before * PLACES;
  for (let looked = 0; looked < MOST_HITS;) {
    const hits = yield* all(queries.wordsFound, { match, below, least, limit: HITS_AT_ONCE });
    looked += hits.length;
    // The newest hit of each conversation, in the order in which they come.
    const newest = new Map<number, number>();
    for (const { number, seq } of hits) if (!newest.has(number)) newest.set(number, seq);
    const numbers = JSON.stringify([...newest.keys()]);
    for (const row of yield* all(queries.historyAmong, { ...values, numbers })) {
      if (found.length === values.limit) return { found, next: row.number + 1 };
      found.push(toFound(row, yield* messageAt(row.id, newest.get(row.number) ?? 0)));
    }
    const last = hits.at(-1);
    if (last === undefined || hits.length < HITS_AT_ONCE) return { found };
    below = last.number * PLACES; // whatever else this conversation has
  }
  return { found, next: below / PLACES };
}

function* messageAt(conversation: string, seq: number): Steps<Message | undefined> {
  if (seq === 0) return undefined; // the visitor's name
  const row = yield* first(messagesAfter, { conversation, after: seq - 1, limit: 1 });
  return row && toMessage(row);
}

function toFound(row: ConversationTable, message: Message | undefined): Found {
  const conversation = toConversation(row);
  return message === undefined ? { conversation } : { conversation, message };
}

/** In quotation marks nothing has a meaning but the quotation mark. */
function inFts5({ words, isPrefix }: SearchTerm): string {
  return `"${words.replaceAll('"', '""')}"${isPrefix ? " *" : ""}`;
}
