import { query } from "../query.ts";
import type { SoundTable } from "../schema.ts";

export const sounds = query<object>()((db) =>
  db.selectFrom("sound").select(["id", "name", "type", "size", "added_at"]).orderBy("name").orderBy("id"),
);

export const soundFile = query<{ id: string }>()((db, { id }) =>
  db.selectFrom("sound").select(["type", "data"]).where("id", "=", id),
);

export const addSound = query<SoundTable>()((db, { id, name, type, size, added_at, data }) =>
  db.insertInto("sound").values({ id, name, type, size, added_at, data }),
);

export const removeSound = query<{ id: string }>()((db, { id }) => db.deleteFrom("sound").where("id", "=", id));
