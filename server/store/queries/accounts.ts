import type { Role } from "../../../chat/operator.ts";
import type { OperatorTable, SessionTable, TicketTable } from "../schema.ts";
import { query } from "../query.ts";

export const operators = query<object>()((db) =>
  db.selectFrom("operator").selectAll().orderBy("created_at").orderBy("id"),
);

export const operatorById = query<{ id: string }>()((db, { id }) =>
  db.selectFrom("operator").selectAll().where("id", "=", id),
);

export const operatorByLogin = query<{ folded: string }>()((db, { folded }) =>
  db.selectFrom("operator").selectAll().where("login_folded", "=", folded),
);

export const addOperator = query<OperatorTable>()((db, given) =>
  db.insertInto("operator").values({
    id: given.id,
    login: given.login,
    login_folded: given.login_folded,
    name: given.name,
    role: given.role,
    password_hash: given.password_hash,
    created_at: given.created_at,
    sites: given.sites,
    departments: given.departments,
    suspended_at: given.suspended_at,
  }),
);

export const changeOperator = query<{ id: string; name: string; role: Role; sites: string; departments: string }>()(
  (db, { id, name, role, sites, departments }) =>
    db.updateTable("operator").set({ name, role, sites, departments }).where("id", "=", id).returningAll(),
);

export const changeOperatorDepartments = query<{ id: string; departments: string }>()((db, { id, departments }) =>
  db.updateTable("operator").set({ departments }).where("id", "=", id),
);

export const suspendOperator = query<{ id: string; at: number | null }>()((db, { id, at }) =>
  db.updateTable("operator").set({ suspended_at: at }).where("id", "=", id).returningAll(),
);

/** An owner besides this operator who can sign in. */
export const otherOwner = query<{ id: string }>()((db, { id }) =>
  db
    .selectFrom("operator")
    .select("id")
    .where("role", "=", "owner")
    .where("suspended_at", "is", null)
    .where("id", "!=", id)
    .limit(1),
);

export const changePassword = query<{ operator: string; hash: string }>()((db, { operator, hash }) =>
  db.updateTable("operator").set({ password_hash: hash }).where("id", "=", operator),
);

export const ticketByHash = query<{ hash: string; now: number }>()((db, { hash, now }) =>
  db.selectFrom("ticket").selectAll().where("hash", "=", hash).where("expires_at", ">", now),
);

export const addTicket = query<TicketTable>()((db, given) =>
  db.insertInto("ticket").values({
    hash: given.hash,
    role: given.role,
    expires_at: given.expires_at,
    sites: given.sites,
    departments: given.departments,
    operator: given.operator,
  }),
);

/** Uses a ticket up: of two who try at once, one gets the row. */
export const takeTicket = query<{ hash: string; now: number }>()((db, { hash, now }) =>
  db.deleteFrom("ticket").where("hash", "=", hash).where("expires_at", ">", now).returningAll(),
);

export const removeTickets = query<{ role: Role }>()((db, { role }) =>
  db.deleteFrom("ticket").where("role", "=", role),
);

export const removeExpiredTickets = query<{ now: number }>()((db, { now }) =>
  db.deleteFrom("ticket").where("expires_at", "<=", now),
);

export const sessionByToken = query<{ tokenHash: string; now: number }>()((db, { tokenHash, now }) =>
  db.selectFrom("session").selectAll().where("token_hash", "=", tokenHash).where("expires_at", ">", now),
);

export const addSession = query<SessionTable>()((db, { token_hash, operator, created_at, expires_at }) =>
  db.insertInto("session").values({ token_hash, operator, created_at, expires_at }),
);

export const removeSession = query<{ tokenHash: string }>()((db, { tokenHash }) =>
  db.deleteFrom("session").where("token_hash", "=", tokenHash),
);

/** `except` is the hash of a session that stays; an empty text spares none. */
export const removeSessions = query<{ operator: string; except: string }>()((db, { operator, except }) =>
  db.deleteFrom("session").where("operator", "=", operator).where("token_hash", "!=", except),
);

export const removeExpiredSessions = query<{ now: number }>()((db, { now }) =>
  db.deleteFrom("session").where("expires_at", "<=", now),
);
