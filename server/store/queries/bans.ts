import { query } from "../query.ts";
import type { BanTable } from "../schema.ts";

export const bans = query<{ now: number }>()((db, { now }) =>
  db
    .selectFrom("ban")
    .selectAll()
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", now)]))
    .orderBy("created_at")
    .orderBy("id"),
);

export const countBans = query<object>()((db) =>
  db.selectFrom("ban").select(({ fn }) => fn.countAll<number>().as("count")),
);

export const addBan = query<BanTable>()((db, given) =>
  db.insertInto("ban").values({
    id: given.id,
    site: given.site,
    visitor: given.visitor,
    address: given.address,
    reason: given.reason,
    operator: given.operator,
    operator_name: given.operator_name,
    created_at: given.created_at,
    expires_at: given.expires_at,
  }),
);

export const removeBan = query<{ id: string }>()((db, { id }) => db.deleteFrom("ban").where("id", "=", id));

export const removeExpiredBans = query<{ now: number }>()((db, { now }) =>
  db.deleteFrom("ban").where("expires_at", "<=", now),
);
