import type { Compilable, CreateTableBuilder, Kysely } from "kysely";

/** Version 1: conversations, notes, sites, accounts, settings. */
export function firstTables(db: Kysely<unknown>): Compilable[] {
  const { schema } = db;
  return [
    schema
      .createTable("conversation")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "bigint", (column) => column.notNull())
      .addColumn("visitor_name", "text")
      .addColumn("visitor_email", "text")
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("operator", "text")
      .addColumn("operator_name", "text")
      .addColumn("requested_at", "bigint", (column) => column.notNull())
      .addColumn("accepted_at", "bigint")
      .addColumn("ended_at", "bigint")
      .addColumn("settled_at", "bigint")
      .addColumn("last_seq", "integer", (column) => column.notNull())
      .addColumn("visitor_delivered", "integer", (column) => column.notNull())
      .addColumn("visitor_seen", "integer", (column) => column.notNull())
      .addColumn("operator_delivered", "integer", (column) => column.notNull())
      .addColumn("operator_seen", "integer", (column) => column.notNull()),
    // A visitor has one live conversation at a site, whoever asks and however many at once.
    schema
      .createIndex("conversation_live")
      .unique()
      .on("conversation")
      .columns<string>(["site", "visitor"])
      .where("status", "in", ["requesting", "open"]),
    schema.createIndex("conversation_of_visitor").on("conversation").columns(["site", "visitor", "requested_at", "id"]),
    schema
      .createIndex("conversation_left")
      .on("conversation")
      .columns<string>(["site", "requested_at", "id"])
      .where("status", "=", "left"),

    schema
      .createTable("message")
      .addColumn("conversation", "text", (column) => column.notNull().references("conversation.id"))
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull().unique())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("operator", "text")
      .addColumn("operator_name", "text")
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("message_in_order", ["conversation", "seq"]),

    schema
      .createTable("note")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "bigint", (column) => column.notNull())
      .addColumn("operator", "text", (column) => column.notNull())
      .addColumn("operator_name", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull()),
    schema.createIndex("note_of_visitor").on("note").columns(["site", "visitor", "at", "id"]),

    schema
      .createTable("site")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("key", "text", (column) => column.notNull().unique())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("origins", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull()),

    ...accounts(schema),

    pairs(schema.createTable("setting"), "value", "text"),
    pairs(schema.createTable("counter"), "next", "bigint"),
    (db as Kysely<{ counter: { name: string; next: number } }>)
      .insertInto("counter")
      .values({ name: "visitor", next: 10_001 }),
  ];
}

function accounts(schema: Kysely<unknown>["schema"]): Compilable[] {
  return [
    schema
      .createTable("operator")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("login", "text", (column) => column.notNull())
      .addColumn("login_folded", "text", (column) => column.notNull().unique())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("password_hash", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull()),

    schema
      .createTable("ticket")
      .addColumn("hash", "text", (column) => column.primaryKey().notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull()),

    schema
      .createTable("session")
      .addColumn("token_hash", "text", (column) => column.primaryKey().notNull())
      .addColumn("operator", "text", (column) => column.notNull().references("operator.id").onDelete("cascade"))
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull()),
    schema.createIndex("session_of_operator").on("session").column("operator"),
  ];
}

function pairs(table: CreateTableBuilder<string>, second: string, type: "text" | "bigint"): Compilable {
  return table
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn(second, type, (column) => column.notNull());
}
