import { query } from "../query.ts";
import type { DictionaryTable, OwnWordTable } from "../schema.ts";

export const ownWords = query<{ operator: string }>()((db, { operator }) =>
  db.selectFrom("own_word").select("word").where("operator", "=", operator).orderBy("at").orderBy("word"),
);

export const ownWord = query<{ operator: string; word: string }>()((db, { operator, word }) =>
  db.selectFrom("own_word").select("word").where("operator", "=", operator).where("word", "=", word),
);

export const countOwnWords = query<{ operator: string }>()((db, { operator }) =>
  db
    .selectFrom("own_word")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("operator", "=", operator),
);

export const addOwnWord = query<OwnWordTable>()((db, { operator, word, at }) =>
  db.insertInto("own_word").values({ operator, word, at }),
);

export const removeOwnWord = query<{ operator: string; word: string }>()((db, { operator, word }) =>
  db.deleteFrom("own_word").where("operator", "=", operator).where("word", "=", word),
);

export const dictionaries = query<object>()((db) =>
  db.selectFrom("dictionary").select(["id", "language", "size", "added_at"]).orderBy("language"),
);

export const dictionaryFiles = query<{ id: string }>()((db, { id }) =>
  db.selectFrom("dictionary").select(["aff", "dic"]).where("id", "=", id),
);

export const addDictionary = query<DictionaryTable>()((db, { language, id, size, added_at, aff, dic }) =>
  db.insertInto("dictionary").values({ language, id, size, added_at, aff, dic }),
);

export const removeDictionaryFor = query<{ language: string }>()((db, { language }) =>
  db.deleteFrom("dictionary").where("language", "=", language),
);

export const removeDictionary = query<{ id: string }>()((db, { id }) =>
  db.deleteFrom("dictionary").where("id", "=", id),
);
