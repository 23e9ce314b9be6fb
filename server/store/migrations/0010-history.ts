import { type Compilable, type Kysely, type RawBuilder, sql } from "kysely";

/**
 * The history: every conversation has a number in the order of the requests, by which the history is read from the newest on, and
 * an index of words says in which message a word stands.
 *
 * The index is SQLite's own (FTS5) and holds no texts. Triggers keep it in step with the messages, in the transaction that changes
 * these: whoever adds, alters or removes a message cannot forget it. A row's number is that of its conversation and its place there
 * in one; place 0 is the visitor's name and e-mail address.
 */
export function history(db: Kysely<unknown>): Compilable[] {
  const { schema } = db;
  const raw = (statement: RawBuilder<unknown>): Compilable => ({ compile: () => statement.compile(db) });
  return [
    schema.alterTable("conversation").addColumn("number", "bigint", (column) => column.notNull().defaultTo(0)),
    raw(sql`
      update conversation set number = ranked.number
      from (select id, row_number() over (order by requested_at, id) as number from conversation) as ranked
      where ranked.id = conversation.id`),
    schema.createIndex("conversation_number").unique().on("conversation").column("number"),
    schema.createIndex("conversation_by_time").on("conversation").columns(["requested_at", "number"]),
    schema.createIndex("conversation_of_site").on("conversation").columns(["site", "number"]),
    schema.createIndex("conversation_of_operator").on("conversation").columns(["operator", "number"]),
    schema.createIndex("conversation_by_visitor").on("conversation").columns(["visitor", "number"]),
    schema
      .createIndex("conversation_live_by_number")
      .on("conversation")
      .columns<string>(["number"])
      .where("status", "in", ["requesting", "open"]),
    schema
      .createIndex("conversation_left_by_number")
      .on("conversation")
      .columns<string>(["number"])
      .where("status", "=", "left"),
    schema
      .createIndex("conversation_missed")
      .on("conversation")
      .columns<string>(["number"])
      .where("status", "=", "ended")
      .where("accepted_at", "is", null),
    raw(sql`insert into counter (name, next) select 'conversation', coalesce(max(number), 0) + 1 from conversation`),

    raw(
      sql`create virtual table message_words using fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`,
    ),
    raw(sql`
      create trigger message_added after insert on message
      when json_extract(new.body, '$.kind') in ('text', 'rich', 'push')
      begin
        insert into message_words (rowid, words) values (${placeOf("new")}, ${wordsOf("new")});
      end`),
    raw(sql`
      create trigger message_altered after update of body on message
      begin
        delete from message_words where rowid = ${placeOf("old")};
        insert into message_words (rowid, words) select ${placeOf("new")}, ${wordsOf("new")}
        where json_extract(new.body, '$.kind') in ('text', 'rich', 'push');
      end`),
    raw(sql`
      create trigger message_removed after delete on message
      begin
        delete from message_words where rowid = ${placeOf("old")};
      end`),
    raw(sql`
      create trigger conversation_added after insert on conversation
      when new.visitor_name is not null or new.visitor_email is not null
      begin
        insert into message_words (rowid, words) values (new.number * 16777216, ${nameOf("new")});
      end`),
    raw(sql`
      create trigger conversation_renamed after update of visitor_name, visitor_email on conversation
      begin
        delete from message_words where rowid = old.number * 16777216;
        insert into message_words (rowid, words) values (new.number * 16777216, ${nameOf("new")});
      end`),
    raw(sql`
      create trigger conversation_removed after delete on conversation
      begin
        delete from message_words where rowid >= old.number * 16777216 and rowid < (old.number + 1) * 16777216;
      end`),
    raw(sql`
      insert into message_words (rowid, words) select ${placeOf("message")}, ${wordsOf("message")} from message
      where json_extract(body, '$.kind') in ('text', 'rich', 'push')`),
    raw(sql`
      insert into message_words (rowid, words) select number * 16777216, ${nameOf("conversation")} from conversation
      where visitor_name is not null or visitor_email is not null`),
  ];
}

type Row = "new" | "old" | "message" | "conversation";

/** More places than a conversation has messages: 2^24, which leaves numbers for 2^29 conversations within what JavaScript counts exactly. */
export function placeOf(row: Row): RawBuilder<unknown> {
  return sql`(select number from conversation where id = ${sql.raw(row)}.conversation) * 16777216 + ${sql.raw(row)}.seq`;
}

/** What chat/plain-text.ts finds in a body; here only the words matter. */
export function wordsOf(row: Row): RawBuilder<unknown> {
  const body = sql.raw(`${row}.body`);
  return sql`case json_extract(${body}, '$.kind')
    when 'text' then json_extract(${body}, '$.text')
    when 'push' then json_extract(${body}, '$.url')
    else (select group_concat(atom, ' ') from json_tree(${body}, '$.tree') where type = 'text' and coalesce(key, '') not in ('tag', 'href', 'src'))
  end`;
}

function nameOf(row: Row): RawBuilder<unknown> {
  return sql.raw(`coalesce(${row}.visitor_name, '') || ' ' || coalesce(${row}.visitor_email, '')`);
}
