import type { Compilable, Kysely } from "kysely";

/** Canned messages and URLs: an operator's own go with the operator, those of nobody are shared. */
export function canned({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("canned")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("operator", "text", (column) => column.references("operator.id").onDelete("cascade"))
      .addColumn("folder", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("uses", "integer", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull()),
    schema.createIndex("canned_of_operator").on("canned").columns(["operator", "created_at", "id"]),
  ];
}
