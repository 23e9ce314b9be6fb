import type { SiteTable } from "../schema.ts";
import { query } from "../query.ts";

export const sites = query<object>()((db) => db.selectFrom("site").selectAll().orderBy("created_at").orderBy("id"));

export const siteById = query<{ id: string }>()((db, { id }) => db.selectFrom("site").selectAll().where("id", "=", id));

export const addSite = query<SiteTable>()((db, given) =>
  db.insertInto("site").values({
    id: given.id,
    key: given.key,
    name: given.name,
    origins: given.origins,
    typing_previews: given.typing_previews,
    created_at: given.created_at,
    look: given.look,
  }),
);

export const changeSite = query<Omit<SiteTable, "key" | "created_at">>()(
  (db, { id, name, origins, typing_previews, look }) =>
    db.updateTable("site").set({ name, origins, typing_previews, look }).where("id", "=", id).returningAll(),
);

export const setting = query<{ name: string }>()((db, { name }) =>
  db.selectFrom("setting").select("value").where("name", "=", name),
);

export const putSetting = query<{ name: string; value: string }>()((db, { name, value }) =>
  db
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value })),
);

export const putSettingOnce = query<{ name: string; value: string }>()((db, { name, value }) =>
  db
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doNothing()),
);

/** Moves a counter on by `count` and gives where it stands then. */
export const count = query<{ name: string; count: number }>()((db, { name, count }) =>
  db
    .updateTable("counter")
    .set(({ eb }) => ({ next: eb("next", "+", count) }))
    .where("name", "=", name)
    .returning("next"),
);
