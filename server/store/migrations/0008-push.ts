import type { Compilable, Kysely } from "kysely";

/** Where browsers are called by Web Push; it goes with the session. */
export function push({ schema }: Kysely<unknown>): Compilable[] {
  return [
    schema
      .createTable("push_subscription")
      .addColumn("session", "text", (column) =>
        column.primaryKey().notNull().references("session.token_hash").onDelete("cascade"),
      )
      .addColumn("operator", "text", (column) => column.notNull())
      .addColumn("endpoint", "text", (column) => column.notNull().unique())
      .addColumn("p256dh", "text", (column) => column.notNull())
      .addColumn("auth", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull()),
    schema.createIndex("push_subscription_of_operator").on("push_subscription").columns(["operator", "created_at"]),
  ];
}
