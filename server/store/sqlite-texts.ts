import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from "kysely";
import { constantsInText } from "./constants.ts";
import { migrations } from "./migrations.ts";
import { everyQuery } from "./queries.ts";
import { compile } from "./query.ts";
import type { Schema } from "./schema.ts";
import type { SqliteTexts } from "./sqlite-words.ts";

/** Builds every text in SQLite's dialect, with a kysely that is connected to nothing. */
export function buildTexts(): SqliteTexts {
  const builder = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    plugins: [constantsInText],
  });
  return {
    queries: everyQuery.map((query) => compile(builder, sql, query)),
    migrations: migrations.map(({ name, statements }) => ({
      name,
      statements: statements(builder as unknown as Kysely<unknown>).map((statement) => statement.compile().sql),
    })),
  };
}
