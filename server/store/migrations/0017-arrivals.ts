import type { Compilable, Kysely } from "kysely";

/**
 * What has been appended to conversations and is not in its place among the messages yet: one row for all that was committed
 * together. See decision 15.
 */
export function arrivals({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("arrived")
      .addColumn("number", "integer", (column) => column.primaryKey().notNull())
      .addColumn("arrivals", "text", (column) => column.notNull()),
  ];
}
