import { query } from "../query.ts";
import type { PreferenceTable } from "../schema.ts";

export const preferencesOf = query<{ operator: string }>()((db, { operator }) =>
  db.selectFrom("preference").select(["name", "value"]).where("operator", "=", operator).orderBy("name"),
);

export const preferenceNamed = query<{ operator: string; name: string }>()((db, { operator, name }) =>
  db.selectFrom("preference").select("name").where("operator", "=", operator).where("name", "=", name),
);

export const countPreferences = query<{ operator: string }>()((db, { operator }) =>
  db
    .selectFrom("preference")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("operator", "=", operator),
);

export const putPreference = query<PreferenceTable>()((db, { operator, name, value }) =>
  db
    .insertInto("preference")
    .values({ operator, name, value })
    .onConflict((conflict) => conflict.columns(["operator", "name"]).doUpdateSet({ value })),
);
