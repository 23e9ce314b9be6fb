import type { Compilable, Kysely } from "kysely";

/** Sounds that all operators can choose for their alerts. */
export function sounds({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("sound")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("size", "integer", (column) => column.notNull())
      .addColumn("added_at", "bigint", (column) => column.notNull())
      .addColumn("data", "text", (column) => column.notNull()),
  ];
}
