import type { Compilable, Kysely } from "kysely";

/** What operators write to each other. A pair is named by both ids, the lower one first. */
export function talks({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("talk")
      .addColumn("first", "text", (column) => column.notNull().references("operator.id").onDelete("cascade"))
      .addColumn("second", "text", (column) => column.notNull().references("operator.id").onDelete("cascade"))
      .addColumn("last_seq", "integer", (column) => column.notNull())
      .addColumn("last_at", "bigint", (column) => column.notNull())
      .addColumn("first_delivered", "integer", (column) => column.notNull())
      .addColumn("first_seen", "integer", (column) => column.notNull())
      .addColumn("second_delivered", "integer", (column) => column.notNull())
      .addColumn("second_seen", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("talk_of_pair", ["first", "second"]),
    schema.createIndex("talk_of_second").on("talk").column("second"),

    schema
      .createTable("talk_message")
      .addColumn("first", "text", (column) => column.notNull())
      .addColumn("second", "text", (column) => column.notNull())
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull().unique())
      .addColumn("operator", "text", (column) => column.notNull())
      .addColumn("operator_name", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("talk_in_order", ["first", "second", "seq"])
      .addForeignKeyConstraint("talk_message_of_pair", ["first", "second"], "talk", ["first", "second"], (constraint) =>
        constraint.onDelete("cascade"),
      ),
  ];
}
