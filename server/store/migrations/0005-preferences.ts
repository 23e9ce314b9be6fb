import type { Compilable, Kysely } from "kysely";

/** What each operator prefers; it goes with the operator. */
export function preferences({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("preference")
      .addColumn("operator", "text", (column) => column.notNull().references("operator.id").onDelete("cascade"))
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("preference_of_operator", ["operator", "name"]),
  ];
}
