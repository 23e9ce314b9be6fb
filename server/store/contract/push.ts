import assert from "node:assert/strict";
import { test } from "node:test";
import type { PushSubscription } from "../../../chat/push-subscription.ts";
import type { Store } from "../../../chat/store.ts";
import { addOperator } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Where browsers are called by Web Push. */
export function push(openStore: OpenStore): void {
  const of = (session: string, more: Partial<PushSubscription> = {}): PushSubscription => ({
    session,
    operator: "maya",
    endpoint: `https://push.example/${session}`,
    p256dh: "key",
    auth: "secret",
    language: "en",
    createdAt: 1,
    ...more,
  });
  const signIn = (store: Store, tokenHash: string, operator = "maya", expiresAt = 1_000) =>
    store.addSession({ tokenHash, operator, createdAt: 1, expiresAt });
  const sessions = async (store: Store, now = 10) => (await store.pushSubscriptions(now)).map(({ session }) => session);

  test("a browser is called at one address, which goes with its session", async (t) => {
    const { store, reopen } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await signIn(store, "one");
    await signIn(store, "two");
    await store.putPushSubscription(of("one"), 5);
    await store.putPushSubscription(of("one", { endpoint: "https://push.example/new", language: "de" }), 5);
    await store.putPushSubscription(of("two", { createdAt: 2 }), 5);
    const again = await reopen();
    const kept = of("one", { endpoint: "https://push.example/new", language: "de" });
    assert.deepEqual(await again.pushSubscriptions(10), [kept, of("two", { createdAt: 2 })]);
    assert.deepEqual(await again.pushSubscription("one"), kept);
    await again.removeSession("one");
    assert.equal(await again.pushSubscription("one"), undefined);
    assert.deepEqual(await sessions(again), ["two"]);
    await again.removeSessions("maya");
    assert.deepEqual(await sessions(again), []);
  });

  test("whoever signs in next in the same browser has it instead", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await addOperator(store, "priya", "priya");
    await signIn(store, "hers");
    await signIn(store, "other", "priya");
    await store.putPushSubscription(of("hers"), 5);
    const taken = of("other", { operator: "priya", endpoint: "https://push.example/hers" });
    await store.putPushSubscription(taken, 5);
    assert.deepEqual(await store.pushSubscriptions(10), [taken]);
  });

  test("beyond the bound an operator's oldest goes, and nobody else's", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await addOperator(store, "priya", "priya");
    await signIn(store, "hers", "priya");
    await store.putPushSubscription(of("hers", { operator: "priya" }), 2);
    for (const [index, session] of ["a", "b", "c"].entries()) {
      await signIn(store, session);
      await store.putPushSubscription(of(session, { createdAt: index + 2 }), 2);
    }
    assert.deepEqual(await sessions(store), ["hers", "b", "c"]);
  });

  test("a session that has expired is not called, and an address that is gone is forgotten", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await signIn(store, "short", "maya", 20);
    await signIn(store, "long");
    await store.putPushSubscription(of("short"), 5);
    await store.putPushSubscription(of("long", { createdAt: 2 }), 5);
    assert.deepEqual(await sessions(store, 20), ["long"]);
    await store.removePushSubscription({ endpoint: "https://push.example/long" });
    assert.deepEqual(await sessions(store, 10), ["short"]);
    await store.removePushSubscription({ session: "short" });
    await store.removePushSubscription({ session: "nobody" });
    assert.deepEqual(await sessions(store, 10), []);
  });
}
