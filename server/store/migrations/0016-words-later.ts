import { type Compilable, type Kysely, type RawBuilder, sql } from "kysely";

/**
 * The words of a message go into the index after the message, with many others at once: one by one they cost more than the message
 * itself. The triggers note in which places there are words to be read (`place` is the row's number in the index, see `history`), in the
 * transaction that changes them, so that none is forgotten whatever happens; `indexWords` reads them. What is altered or removed
 * leaves the index at once.
 */
export function wordsLater(db: Kysely<unknown>): Compilable[] {
  const raw = (statement: RawBuilder<unknown>): Compilable => ({ compile: () => statement.compile(db) });
  return [
    raw(sql`create table unread_words (place integer primary key not null)`),
    raw(sql`drop trigger message_added`),
    raw(sql`drop trigger message_altered`),
    raw(sql`drop trigger message_removed`),
    raw(sql`drop trigger conversation_removed`),
    raw(sql`
      create trigger message_added after insert on message
      begin
        insert into unread_words (place) values (${placeOf("new")});
      end`),
    raw(sql`
      create trigger message_altered after update of body on message
      begin
        delete from message_words where rowid = ${placeOf("old")};
        insert or ignore into unread_words (place) values (${placeOf("new")});
      end`),
    raw(sql`
      create trigger message_removed after delete on message
      begin
        delete from message_words where rowid = ${placeOf("old")};
        delete from unread_words where place = ${placeOf("old")};
      end`),
    raw(sql`
      create trigger conversation_removed after delete on conversation
      begin
        delete from message_words where rowid >= old.number * 16777216 and rowid < (old.number + 1) * 16777216;
        delete from unread_words where place >= old.number * 16777216 and place < (old.number + 1) * 16777216;
      end`),
  ];
}

function placeOf(row: "new" | "old"): RawBuilder<unknown> {
  return sql`(select number from conversation where id = ${sql.raw(row)}.conversation) * 16777216 + ${sql.raw(row)}.seq`;
}
