import type { Compilable, Kysely } from "kysely";

/** Who is kept out; and what finds the old among what ended, was left or was noted without reading all of it. */
export function bansAndAges({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("ban")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "bigint")
      .addColumn("address", "text")
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("operator", "text", (column) => column.notNull())
      .addColumn("operator_name", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint"),
    schema
      .createIndex("conversation_by_end")
      .on("conversation")
      .columns<string>(["ended_at"])
      .where("status", "=", "ended"),
    schema
      .createIndex("conversation_left_by_age")
      .on("conversation")
      .columns<string>(["requested_at"])
      .where("status", "=", "left"),
    schema.createIndex("note_by_age").on("note").column("at"),
  ];
}
