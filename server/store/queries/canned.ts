import { query } from "../query.ts";
import type { CannedTable } from "../schema.ts";

export const cannedById = query<{ id: string }>()((db, { id }) =>
  db.selectFrom("canned").selectAll().where("id", "=", id),
);

export const cannedFor = query<{ operator: string }>()((db, { operator }) =>
  db
    .selectFrom("canned")
    .selectAll()
    .where((eb) => eb.or([eb("operator", "is", null), eb("operator", "=", operator)]))
    .orderBy("created_at")
    .orderBy("id"),
);

export const countShared = query<object>()((db) =>
  db
    .selectFrom("canned")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("operator", "is", null),
);

export const countOwn = query<{ operator: string }>()((db, { operator }) =>
  db
    .selectFrom("canned")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("operator", "=", operator),
);

export const addCanned = query<CannedTable>()((db, given) =>
  db.insertInto("canned").values({
    id: given.id,
    kind: given.kind,
    operator: given.operator,
    department: given.department,
    folder: given.folder,
    title: given.title,
    text: given.text,
    uses: given.uses,
    created_at: given.created_at,
  }),
);

export const changeCanned = query<{ id: string; folder: string; title: string; text: string }>()(
  (db, { id, folder, title, text }) =>
    db.updateTable("canned").set({ folder, title, text }).where("id", "=", id).returningAll(),
);

export const removeCanned = query<{ id: string }>()((db, { id }) => db.deleteFrom("canned").where("id", "=", id));

export const countCannedUse = query<{ id: string }>()((db, { id }) =>
  db
    .updateTable("canned")
    .set(({ eb }) => ({ uses: eb("uses", "+", 1) }))
    .where("id", "=", id),
);
