import type { Compilable, Kysely, RawBuilder, Sql } from "kysely";
import type { Outcome } from "../../../chat/history.ts";
import { query } from "../query.ts";
import type { ConversationTable, Schema } from "../schema.ts";

/** The filter as values; null = does not matter. */
export interface HistoryValues {
  /** JSON: a list of ids. */
  sites: string | null;
  operator: string | null;
  department: string | null;
  visitor: number | null;
  outcome: Outcome | null;
  from: number | null;
  to: number | null;
  before: number;
  /** No lower number matters. */
  least: number;
  limit: number;
}

/** All, from the newest on. */
export const historyOfAll = page((sql) => sql`true`);

// Where few of all conversations are meant, they are found by an index of their own.
export const historyOfVisitor = page((sql, given) => sql`visitor = ${given.visitor}`);
export const historyOfOperator = page((sql, given) => sql`operator = ${given.operator}`);
export const historyOfDepartment = page((sql, given) => sql`department = ${given.department}`);
export const historyOfSite = page((sql, given) => sql`site = ${given.sites} ->> 0`);
export const historyOfLive = page((sql) => sql`status in ('requesting', 'open')`);
export const historyOfMissed = page((sql) => sql`status = 'ended' and accepted_at is null`);
export const historyOfLeft = page((sql) => sql`status = 'left'`);

/** Of the conversations with these numbers (JSON) those that the filter lets through. */
export const historyAmong = query<HistoryValues & { numbers: string }>()((db, given, sql) =>
  compilable(
    db,
    sql<ConversationTable>`select * from conversation
      where number in (select value from json_each(${given.numbers})) and ${passes(sql, given)} order by number desc`,
  ),
);

/** In which messages the words stand, the newest conversation's first. `match` is in FTS5's language. */
export const wordsFound = query<{ match: string; below: number; least: number; limit: number }>()(
  (db, { match, below, least, limit }, sql) =>
    compilable(
      db,
      // A number bound as a parameter is a floating one, which FTS5 does not take for a row's.
      sql<{ number: number; seq: number }>`select rowid / 16777216 as number, rowid % 16777216 as seq from message_words
        where message_words match ${match} and rowid < cast(${below} as integer) and rowid >= cast(${least} as integer)
        order by rowid desc limit ${limit}`,
    ),
);

/** The first conversation that was requested at a time or later. */
export const firstNumberSince = query<{ at: number }>()((db, { at }) =>
  db
    .selectFrom("conversation")
    .select("number")
    .where("requested_at", ">=", at)
    .orderBy("requested_at")
    .orderBy("number")
    .limit(1),
);

/** The last one before a time. */
export const lastNumberBefore = query<{ at: number }>()((db, { at }) =>
  db
    .selectFrom("conversation")
    .select("number")
    .where("requested_at", "<", at)
    .orderBy("requested_at", "desc")
    .orderBy("number", "desc")
    .limit(1),
);

function page(driver: (sql: Sql, given: HistoryValues) => RawBuilder<unknown>) {
  return query<HistoryValues>()((db, given, sql) =>
    compilable(
      db,
      sql<ConversationTable>`select * from conversation
        where ${driver(sql, given)}
        and number < ${given.before} and number >= ${given.least} and ${passes(sql, given)}
        order by number desc limit ${given.limit}`,
    ),
  );
}

/** Tested for each row that the index has found. */
function passes(
  sql: Sql,
  { sites, operator, department, visitor, outcome, from, to }: HistoryValues,
): RawBuilder<unknown> {
  return sql`(${sites} is null or site in (select value from json_each(${sites})))
    and (${operator} is null or operator = ${operator})
    and (${department} is null or department = ${department})
    and (${visitor} is null or visitor = ${visitor})
    and (${from} is null or requested_at >= ${from})
    and (${to} is null or requested_at < ${to})
    and (${outcome} is null or ${outcome} = case
      when status in ('requesting', 'open') then 'live'
      when status = 'left' then 'left'
      when accepted_at is null then 'missed'
      else 'answered' end)`;
}

function compilable<R>(db: Kysely<Schema>, statement: RawBuilder<R>): Compilable<R> {
  return { compile: () => statement.compile(db) };
}
