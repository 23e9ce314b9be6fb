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
  }),
);

export const changePassword = query<{ operator: string; hash: string }>()((db, { operator, hash }) =>
  db.updateTable("operator").set({ password_hash: hash }).where("id", "=", operator),
);

export const ticketByHash = query<{ hash: string; now: number }>()((db, { hash, now }) =>
  db.selectFrom("ticket").selectAll().where("hash", "=", hash).where("expires_at", ">", now),
);

export const addTicket = query<TicketTable>()((db, { hash, role, expires_at }) =>
  db.insertInto("ticket").values({ hash, role, expires_at }),
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
