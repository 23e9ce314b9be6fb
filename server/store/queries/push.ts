import { query } from "../query.ts";
import type { PushSubscriptionTable } from "../schema.ts";

export const pushSubscriptions = query<{ now: number }>()((db, { now }) =>
  db
    .selectFrom("push_subscription as push")
    .innerJoin("session", "session.token_hash", "push.session")
    .selectAll("push")
    .where("session.expires_at", ">", now)
    .orderBy("push.created_at")
    .orderBy("push.session"),
);

export const pushSubscriptionOfSession = query<{ session: string }>()((db, { session }) =>
  db.selectFrom("push_subscription").selectAll().where("session", "=", session),
);

/** The oldest of an operator's first. */
export const pushSessionsOf = query<{ operator: string }>()((db, { operator }) =>
  db
    .selectFrom("push_subscription")
    .select("session")
    .where("operator", "=", operator)
    .orderBy("created_at")
    .orderBy("session"),
);

export const addPushSubscription = query<PushSubscriptionTable>()((db, given) =>
  db.insertInto("push_subscription").values({
    session: given.session,
    operator: given.operator,
    endpoint: given.endpoint,
    p256dh: given.p256dh,
    auth: given.auth,
    language: given.language,
    created_at: given.created_at,
  }),
);

export const removePushSession = query<{ session: string }>()((db, { session }) =>
  db.deleteFrom("push_subscription").where("session", "=", session),
);

export const removePushEndpoint = query<{ endpoint: string }>()((db, { endpoint }) =>
  db.deleteFrom("push_subscription").where("endpoint", "=", endpoint),
);
