import type {
  NewOperator,
  Operator,
  OperatorChange,
  OperatorResult,
  Role,
  Session,
  Ticket,
} from "../../../chat/operator.ts";
import type { Site } from "../../../chat/site.ts";
import * as accounts from "../queries/accounts.ts";
import { toOperator, toSession, toTicket } from "../rows.ts";
import { all, first, run, type Steps } from "../steps.ts";
import { addSite, putSetting } from "./installation.ts";

/** See `Store.operators`. */
export function* operators(): Steps<Operator[]> {
  return (yield* all(accounts.operators, {})).map(toOperator);
}

/** See `Store.operator`. */
export function* operator(id: string): Steps<Operator | undefined> {
  const row = yield* first(accounts.operatorById, { id });
  return row && toOperator(row);
}

/** See `Store.operatorByLogin`. */
export function* operatorByLogin(login: string): Steps<Operator | undefined> {
  const row = yield* first(accounts.operatorByLogin, { folded: fold(login) });
  return row && toOperator(row);
}

/** See `Store.changePassword`. */
export function* changePassword(operator: string, passwordHash: string): Steps<void> {
  yield* run(accounts.changePassword, { operator, hash: passwordHash });
}

/** See `Store.changeOperator`. */
export function* changeOperator(id: string, change: OperatorChange): Steps<OperatorResult> {
  const { name, role, sites, departments } = change;
  if (role !== "owner" && (yield* isLastOwner(id))) return { ok: false, reason: "last-owner" };
  const row = yield* first(accounts.changeOperator, { id, name, role, ...lists({ sites, departments }) });
  return row === undefined ? { ok: false, reason: "not-found" } : { ok: true, operator: toOperator(row) };
}

/** See `Store.suspendOperator`. */
export function* suspendOperator(id: string, at: number | null): Steps<OperatorResult> {
  if (at !== null && (yield* isLastOwner(id))) return { ok: false, reason: "last-owner" };
  const row = yield* first(accounts.suspendOperator, { id, at });
  if (row === undefined) return { ok: false, reason: "not-found" };
  if (at !== null) yield* run(accounts.removeSessions, { operator: id, except: "" });
  return { ok: true, operator: toOperator(row) };
}

/** Whether the account would be left without an owner who can sign in. */
function* isLastOwner(id: string): Steps<boolean> {
  const row = yield* first(accounts.operatorById, { id });
  return row?.role === "owner" && (yield* first(accounts.otherOwner, { id })) === undefined;
}

/** See `Store.redeemReset`. */
export function* redeemReset(redeem: { hash: string; now: number; passwordHash: string }): Steps<Operator | undefined> {
  const { hash, now, passwordHash } = redeem;
  if (((yield* first(accounts.ticketByHash, { hash, now }))?.operator ?? "") === "") return undefined;
  const taken = yield* first(accounts.takeTicket, { hash, now });
  const id = taken?.operator ?? "";
  yield* run(accounts.changePassword, { operator: id, hash: passwordHash });
  yield* run(accounts.removeSessions, { operator: id, except: "" });
  const row = yield* first(accounts.operatorById, { id });
  return row && toOperator(row);
}

/** See `Store.addTicket`. */
export function* addTicket({ hash, role, expiresAt, operator, ...reach }: Ticket): Steps<void> {
  yield* run(accounts.addTicket, { hash, role, expires_at: expiresAt, operator: operator ?? null, ...lists(reach) });
}

function lists({ sites, departments }: Pick<Ticket, "sites" | "departments">) {
  return { sites: JSON.stringify(sites), departments: JSON.stringify(departments) };
}

/** See `Store.ticket`. */
export function* ticket(hash: string, now: number): Steps<Ticket | undefined> {
  const row = yield* first(accounts.ticketByHash, { hash, now });
  return row && toTicket(row);
}

/** See `Store.removeTickets`. */
export function* removeTickets(role: Role): Steps<void> {
  yield* run(accounts.removeTickets, { role });
}

/** See `Store.redeemTicket`. */
export function* redeemTicket(redeem: {
  hash: string;
  now: number;
  operator: NewOperator;
  owner?: { account: string; site: Site };
}): Steps<{ ok: true; operator: Operator } | { ok: false; reason: "no-ticket" | "login-taken" }> {
  const { hash, now, owner } = redeem;
  const { id, login, name, passwordHash, createdAt } = redeem.operator;
  const there = yield* first(accounts.ticketByHash, { hash, now });
  if (there === undefined || there.operator !== null) return { ok: false, reason: "no-ticket" };
  const folded = fold(login);
  if ((yield* first(accounts.operatorByLogin, { folded })) !== undefined) return { ok: false, reason: "login-taken" };
  const taken = yield* first(accounts.takeTicket, { hash, now });
  if (taken === undefined) return { ok: false, reason: "no-ticket" };
  yield* run(accounts.removeExpiredTickets, { now });
  const row = {
    id,
    login,
    login_folded: folded,
    name,
    role: taken.role,
    password_hash: passwordHash,
    created_at: createdAt,
    sites: taken.sites,
    departments: taken.departments,
    suspended_at: null,
  };
  yield* run(accounts.addOperator, row);
  // Only an owner's ticket: a colleague's must not rename the account, whatever comes with it.
  if (taken.role === "owner" && owner !== undefined) {
    yield* putSetting("account", owner.account);
    yield* addSite(owner.site);
  }
  return { ok: true, operator: toOperator(row) };
}

/** See `Store.addSession`. Clears away what has expired, so that the table does not only grow. */
export function* addSession({ tokenHash, operator, createdAt, expiresAt }: Session): Steps<void> {
  yield* run(accounts.removeExpiredSessions, { now: createdAt });
  yield* run(accounts.addSession, { token_hash: tokenHash, operator, created_at: createdAt, expires_at: expiresAt });
}

/** See `Store.session`. */
export function* session(tokenHash: string, now: number): Steps<{ session: Session; operator: Operator } | undefined> {
  const row = yield* first(accounts.sessionByToken, { tokenHash, now });
  const found = row && (yield* first(accounts.operatorById, { id: row.operator }));
  if (row === undefined || found === undefined || found.suspended_at !== null) return undefined;
  return { session: toSession(row), operator: toOperator(found) };
}

/** See `Store.removeSession`. */
export function* removeSession(tokenHash: string): Steps<void> {
  yield* run(accounts.removeSession, { tokenHash });
}

/** See `Store.removeSessions`. */
export function* removeSessions(operator: string, except?: string): Steps<void> {
  yield* run(accounts.removeSessions, { operator, except: except ?? "" });
}

/** One spelling for all that differ only in the case of their letters. */
function fold(login: string): string {
  return login.normalize("NFC").toLowerCase();
}
