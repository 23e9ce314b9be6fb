import type { Compilable, Kysely, Sql } from "kysely";
import type { Schema } from "./schema.ts";

/** Stands in a query for a value that is given each time it runs. */
export class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * One question to the database: built once for the dialect at hand, then run with the values `P`; its rows are `R`. What it is built
 * with, `sql` too, is handed to it: the published server has the texts, and kysely is not in it.
 */
export interface Query<P extends object, R> {
  build(db: Kysely<Schema>, given: P, sql: Sql): Compilable<R>;
}

/** Makes a query. The `given` that `build` sees holds placeholders, so it may be put in places and not be computed with. */
export function query<P extends object>(): <R>(build: Query<P, R>["build"]) => Query<P, R> {
  return (build) => ({ build });
}

/** A query's text in one dialect, and the names of the given values in the order of its parameters. */
export interface Compiled {
  sql: string;
  names: string[];
}

/** Builds the text of a query with a kysely that knows the dialect and puts constants into the text. */
export function compile(db: Kysely<Schema>, sql: Sql, { build }: Query<never, unknown>): Compiled {
  const given = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
  const { sql: text, parameters } = build(db, given as never, sql).compile();
  return { sql: text, names: parameters.map((parameter) => (parameter as Placeholder).name) };
}
