import type { NoteTable } from "../schema.ts";
import { query } from "../query.ts";

export const noteById = query<{ id: string }>()((db, { id }) => db.selectFrom("note").selectAll().where("id", "=", id));

export const newestNotes = query<{ site: string; visitor: number; limit: number }>()((db, { site, visitor, limit }) =>
  db
    .selectFrom("note")
    .selectAll()
    .where("site", "=", site)
    .where("visitor", "=", visitor)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit),
);

export const addNote = query<NoteTable>()((db, given) =>
  db.insertInto("note").values({
    id: given.id,
    site: given.site,
    visitor: given.visitor,
    operator: given.operator,
    operator_name: given.operator_name,
    at: given.at,
    text: given.text,
  }),
);
