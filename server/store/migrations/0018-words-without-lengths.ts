import { type Compilable, type Kysely, type RawBuilder, sql } from "kysely";
import { wordsOf } from "./0010-history.ts";

/**
 * The index of words keeps no row for each message beside its words any more: its length, and where in the index it stands. These rows
 * were more than half of what a message costs the index, and a search asks for neither. Without them whoever takes a message out must
 * say which words it had, as the triggers do here: what JavaScript put in (`verbs/entry.ts`) SQL must find in the body. See decision 18.
 *
 * A message is in the index, or noted for it, if it has words; a conversation, if it has a name or an e-mail address.
 */
export function wordsWithoutLengths(db: Kysely<unknown>): Compilable[] {
  const raw = (statement: RawBuilder<unknown>): Compilable => ({ compile: () => statement.compile(db) });
  return [
    raw(sql`drop trigger message_altered`),
    raw(sql`drop trigger message_removed`),
    raw(sql`drop trigger conversation_renamed`),
    raw(sql`drop trigger conversation_removed`),
    raw(sql`drop table message_words`),
    raw(
      sql`create virtual table message_words using fts5(words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2')`,
    ),
    raw(sql`delete from noted_words`),
    // In the order of the places, in which the index takes in all in one piece.
    raw(sql`
      insert into message_words (rowid, words)
      select place, words from (
        select number * 16777216 + seq as place, ${wordsOf("message")} as words
        from conversation cross join message on message.conversation = conversation.id
        where ${hasWords("message")} order by number, seq
      ) where words <> ''`),
    raw(sql`
      insert into message_words (rowid, words)
      select number * 16777216, ${nameOf("conversation")} from conversation where ${isNamed("conversation")} order by number`),

    raw(sql`
      create trigger message_altered after update of body on message
      begin
        ${forgetWords};
        ${forgetNote};
        insert into noted_words (place, words)
        select place, words from (
          select number * 16777216 + new.seq as place, ${wordsOf("new")} as words from conversation
          where id = new.conversation and ${hasWords("new")}
        ) where words <> '';
      end`),
    raw(sql`
      create trigger message_removed after delete on message
      begin
        ${forgetWords};
        ${forgetNote};
      end`),
    raw(sql`
      create trigger conversation_renamed after update of visitor_name, visitor_email on conversation
      begin
        ${forgetName};
        insert into message_words (rowid, words) select new.number * 16777216, ${nameOf("new")} where ${isNamed("new")};
      end`),
    raw(sql`
      create trigger conversation_removed after delete on conversation
      begin
        ${forgetName};
      end`),
  ];
}

type MessageRow = "new" | "old" | "message";
type ConversationRow = "new" | "old" | "conversation";

/** What was only noted is not in the index, and would be counted out of it once too often. */
const forgetWords = sql`
  insert into message_words (message_words, rowid, words)
  select 'delete', place, words from (
    select number * 16777216 + old.seq as place, ${wordsOf("old")} as words from conversation
    where id = old.conversation and ${hasWords("old")}
  ) as gone where words <> '' and not exists (select 1 from noted_words where noted_words.place = gone.place)`;

const forgetNote = sql`
  delete from noted_words
  where place = (select number * 16777216 + old.seq from conversation where id = old.conversation)`;

const forgetName = sql`
  insert into message_words (message_words, rowid, words)
  select 'delete', old.number * 16777216, ${nameOf("old")} where ${isNamed("old")}`;

function hasWords(row: MessageRow): RawBuilder<unknown> {
  return sql`json_extract(${sql.raw(row)}.body, '$.kind') in ('text', 'rich', 'push')`;
}

function isNamed(row: ConversationRow): RawBuilder<unknown> {
  return sql.raw(`(${row}.visitor_name is not null or ${row}.visitor_email is not null)`);
}

function nameOf(row: ConversationRow): RawBuilder<unknown> {
  return sql.raw(`coalesce(${row}.visitor_name, '') || ' ' || coalesce(${row}.visitor_email, '')`);
}
