import assert from "node:assert/strict";
import { test } from "node:test";
import { account, addOperator, ticket } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Operators who are shut out, and those who get a new password. */
export function suspending(openStore: OpenStore): void {
  const session = { tokenHash: "s", operator: "maya", createdAt: 10, expiresAt: 100 };
  const demoted = { name: "Maya", role: "operator", sites: "all", departments: [] } as const;

  test("a suspended operator has no session, old or new, until taken back", async (t) => {
    const { store } = await openStore(t);
    const operator = await addOperator(store, "maya", "maya");
    await store.addSession(session);
    assert.deepEqual(await store.suspendOperator("maya", 20), { ok: true, operator: { ...operator, suspendedAt: 20 } });
    assert.equal(await store.session("s", 30), undefined);
    await store.addSession({ ...session, tokenHash: "s2" });
    assert.equal(await store.session("s2", 30), undefined);
    assert.deepEqual(await store.suspendOperator("maya", null), { ok: true, operator });
    assert.deepEqual((await store.session("s2", 30))?.operator, operator);
    assert.deepEqual(await store.suspendOperator("nobody", 20), { ok: false, reason: "not-found" });
  });

  test("the last owner who can sign in is neither suspended nor demoted, whoever tries at once", async (t) => {
    const { store } = await openStore(t);
    for (const id of ["maya", "priya"]) {
      await store.addTicket(ticket({ hash: id, role: "owner", expiresAt: 100 }));
      await store.redeemTicket({ hash: id, now: 1, operator: account(id, id) });
    }
    const results = await Promise.all([
      store.suspendOperator("maya", 20),
      store.changeOperator("priya", { ...demoted, departments: [] }),
    ]);
    assert.deepEqual(
      results.map(({ ok }) => ok),
      [true, false],
    );
    assert.deepEqual(results[1], { ok: false, reason: "last-owner" });
    assert.deepEqual(await store.suspendOperator("priya", 20), { ok: false, reason: "last-owner" });
    assert.equal((await store.changeOperator("priya", { ...demoted, role: "owner", departments: [] })).ok, true);
  });

  test("a ticket brings its sites and departments to the new account", async (t) => {
    const { store } = await openStore(t);
    const given = ticket({ hash: "t", role: "operator", expiresAt: 100, sites: ["shop"], departments: ["sales"] });
    await store.addTicket(given);
    assert.deepEqual(await store.ticket("t", 1), given);
    const result = await store.redeemTicket({ hash: "t", now: 1, operator: account("maya", "maya") });
    assert.deepEqual(result.ok && [result.operator.sites, result.operator.departments], [["shop"], ["sales"]]);
  });

  test("a ticket that sets a password works once, ends the sessions and makes no account", async (t) => {
    const { store } = await openStore(t);
    const operator = await addOperator(store, "maya", "maya");
    await store.addSession(session);
    await store.addTicket(ticket({ hash: "t", role: "operator", expiresAt: 100, operator: "maya" }));
    assert.deepEqual(await store.redeemTicket({ hash: "t", now: 1, operator: account("x", "x") }), {
      ok: false,
      reason: "no-ticket",
    });
    const reset = { hash: "t", now: 1, passwordHash: "new" };
    assert.deepEqual(await store.redeemReset(reset), { ...operator, passwordHash: "new" });
    assert.equal(await store.session("s", 30), undefined);
    assert.equal(await store.redeemReset(reset), undefined);
    await store.addTicket(ticket({ hash: "join", role: "operator", expiresAt: 100 }));
    assert.equal(await store.redeemReset({ ...reset, hash: "join" }), undefined);
    assert.notEqual(await store.ticket("join", 1), undefined);
  });
}
