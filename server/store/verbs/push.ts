import type { PushSubscription } from "../../../chat/push-subscription.ts";
import * as push from "../queries/push.ts";
import type { PushSubscriptionTable } from "../schema.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.putPushSubscription`. */
export function* putPushSubscription(subscription: PushSubscription, most: number): Steps<void> {
  const { session, operator, endpoint, p256dh, auth, language, createdAt } = subscription;
  yield* run(push.removePushSession, { session });
  yield* run(push.removePushEndpoint, { endpoint });
  const others = yield* all(push.pushSessionsOf, { operator });
  for (const oldest of others.slice(0, Math.max(0, others.length - most + 1)))
    yield* run(push.removePushSession, oldest);
  yield* run(push.addPushSubscription, { session, operator, endpoint, p256dh, auth, language, created_at: createdAt });
}

/** See `Store.pushSubscriptions`. */
export function* pushSubscriptions(now: number): Steps<PushSubscription[]> {
  return (yield* all(push.pushSubscriptions, { now })).map(toPushSubscription);
}

/** See `Store.pushSubscription`. */
export function* pushSubscription(session: string): Steps<PushSubscription | undefined> {
  const row = yield* first(push.pushSubscriptionOfSession, { session });
  return row && toPushSubscription(row);
}

/** See `Store.removePushSubscription`. */
export function* removePushSubscription(which: { session: string } | { endpoint: string }): Steps<void> {
  if ("session" in which) yield* run(push.removePushSession, which);
  else yield* run(push.removePushEndpoint, which);
}

function toPushSubscription({ created_at: createdAt, ...row }: PushSubscriptionTable): PushSubscription {
  return { ...row, createdAt };
}
