import type { Ban } from "../../../chat/ban.ts";
import * as queries from "../queries/bans.ts";
import { toBan } from "../rows.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.bans`. */
export function* bans(now: number): Steps<Ban[]> {
  return (yield* all(queries.bans, { now })).map(toBan);
}

/** See `Store.addBan`. */
export function* addBan(ban: Ban, most: number): Steps<boolean> {
  const { id, site, visitor, address, reason, by, createdAt, expiresAt } = ban;
  yield* run(queries.removeExpiredBans, { now: createdAt });
  if (((yield* first(queries.countBans, {}))?.count ?? 0) >= most) return false;
  yield* run(queries.addBan, {
    id,
    site,
    visitor: visitor ?? null,
    address: address ?? null,
    reason,
    operator: by.id,
    operator_name: by.name,
    created_at: createdAt,
    expires_at: expiresAt ?? null,
  });
  return true;
}

/** See `Store.removeBan`. */
export function* removeBan(id: string): Steps<void> {
  yield* run(queries.removeBan, { id });
}
