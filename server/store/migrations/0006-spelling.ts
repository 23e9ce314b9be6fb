import type { Compilable, Kysely } from "kysely";

/** Each operator's own dictionary, which goes with the operator; and the dictionaries of the installation. */
export function spelling({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("own_word")
      .addColumn("operator", "text", (column) => column.notNull().references("operator.id").onDelete("cascade"))
      .addColumn("word", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("own_word_of_operator", ["operator", "word"]),
    schema
      .createTable("dictionary")
      .addColumn("language", "text", (column) => column.primaryKey().notNull())
      .addColumn("id", "text", (column) => column.notNull().unique())
      .addColumn("size", "integer", (column) => column.notNull())
      .addColumn("added_at", "bigint", (column) => column.notNull())
      .addColumn("aff", "text", (column) => column.notNull())
      .addColumn("dic", "text", (column) => column.notNull()),
  ];
}
