import type { Compilable, Kysely } from "kysely";

/** Version 2: an operator's own remarks on visitors. */
export function remarks({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("remark")
      .addColumn("operator", "text", (column) => column.notNull())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "bigint", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("remark_of_operator", ["operator", "site", "visitor"]),
    schema.createIndex("remark_by_age").on("remark").columns(["operator", "at", "visitor"]),
  ];
}
