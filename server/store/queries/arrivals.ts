import { query } from "../query.ts";

export const keepArrivals = query<{ number: number; arrivals: string }>()((db, { number, arrivals }) =>
  db.insertInto("arrived").values({ number, arrivals }),
);

export const keptArrivals = query<object>()((db) => db.selectFrom("arrived").selectAll().orderBy("number"));

export const forgetArrivals = query<{ last: number }>()((db, { last }) =>
  db.deleteFrom("arrived").where("number", "<=", last),
);

export const raiseLastSeq = query<{ id: string; lastSeq: number }>()((db, { id, lastSeq }) =>
  db.updateTable("conversation").set({ last_seq: lastSeq }).where("id", "=", id).where("last_seq", "<", lastSeq),
);

export const placeWords = query<{ place: number; words: string }>()((db, { place, words }, sql) => ({
  // A number bound as a parameter is a floating one, which FTS5 does not take for a row's.
  compile: () =>
    sql<object>`insert into message_words (rowid, words) values (cast(${place} as integer), ${words})`.compile(db),
}));
