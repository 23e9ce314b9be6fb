import type { Compilable, Kysely } from "kysely";

/** Who has joined a conversation and to whom it is offered; sites whose operators see what is being written. */
export function takes({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema.alterTable("conversation").addColumn("others", "text", (column) => column.notNull().defaultTo("[]")),
    schema.alterTable("conversation").addColumn("transfer", "text", (column) => column.notNull().defaultTo("")),
    schema.alterTable("site").addColumn("typing_previews", "integer", (column) => column.notNull().defaultTo(0)),
  ];
}
