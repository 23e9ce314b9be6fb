import { type Compilable, type Kysely, type RawBuilder, sql } from "kysely";
import { placeOf, wordsOf } from "./0010-history.ts";

/**
 * The words of a message go into the index after the message, with many others at once: one by one they cost more than the message
 * itself. Whoever adds a message notes its words with their place (the row's number in the index, see `history`) in the same
 * transaction, so that none is forgotten whatever happens; `indexWords` takes them from there. What is altered or removed leaves the
 * index at once.
 */
export function wordsLater(db: Kysely<unknown>): Compilable[] {
  const raw = (statement: RawBuilder<unknown>): Compilable => ({ compile: () => statement.compile(db) });
  return [
    raw(sql`create table noted_words (place integer primary key not null, words text not null)`),
    raw(sql`drop trigger message_added`),
    raw(sql`drop trigger message_altered`),
    raw(sql`drop trigger message_removed`),
    raw(sql`drop trigger conversation_removed`),
    raw(sql`
      create trigger message_altered after update of body on message
      begin
        delete from message_words where rowid = ${placeOf("old")};
        delete from noted_words where place = ${placeOf("old")};
        insert into noted_words (place, words) select ${placeOf("new")}, ${wordsOf("new")}
        where json_extract(new.body, '$.kind') in ('text', 'rich', 'push');
      end`),
    raw(sql`
      create trigger message_removed after delete on message
      begin
        delete from message_words where rowid = ${placeOf("old")};
        delete from noted_words where place = ${placeOf("old")};
      end`),
    raw(sql`
      create trigger conversation_removed after delete on conversation
      begin
        delete from message_words where rowid >= old.number * 16777216 and rowid < (old.number + 1) * 16777216;
        delete from noted_words where place >= old.number * 16777216 and place < (old.number + 1) * 16777216;
      end`),
  ];
}
