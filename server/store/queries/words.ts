import { query } from "../query.ts";

export const noteWords = query<{ place: number; words: string }>()((db, { place, words }) =>
  db.insertInto("noted_words").values({ place, words }),
);

/** One place whose words have only been noted, if there is any. */
export const noted = query<object>()((db) => db.selectFrom("noted_words").select("place").limit(1));

/** What was noted, into the index: in the order of the places, in which it takes all in one piece. */
export const indexNoted = query<object>()((db) =>
  db
    .insertInto("message_words")
    .columns(["rowid", "words"])
    .expression((from) => from.selectFrom("noted_words").select(["place", "words"]).orderBy("place")),
);

export const forgetNoted = query<object>()((db) => db.deleteFrom("noted_words"));
