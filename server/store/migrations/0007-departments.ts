import type { Compilable, Kysely } from "kysely";

/** Departments; which sites and departments an operator has, and whether they are shut out. */
export function departments({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("department")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("sites", "text", (column) => column.notNull())
      .addColumn("hours", "text")
      .addColumn("queue", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull()),
    ...["operator", "ticket"].flatMap((table) => [
      schema.alterTable(table).addColumn("sites", "text", (column) => column.notNull().defaultTo('"all"')),
      schema.alterTable(table).addColumn("departments", "text", (column) => column.notNull().defaultTo("[]")),
    ]),
    schema.alterTable("operator").addColumn("suspended_at", "bigint"),
    schema.alterTable("ticket").addColumn("operator", "text"),
    schema.alterTable("conversation").addColumn("department", "text"),
  ];
}
