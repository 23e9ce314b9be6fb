import assert from "node:assert/strict";
import { test } from "node:test";
import { account, addOperator, site, ticket } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Operators, tickets, sessions. */
export function accounts(openStore: OpenStore): void {
  test("an owner's ticket makes the owner, names the account and adds the first site, once", async (t) => {
    const { store } = await openStore(t);
    await store.addTicket(ticket({ hash: "t", role: "owner", expiresAt: 100 }));
    const redeem = {
      hash: "t",
      now: 50,
      operator: account("o-1", "Maya"),
      owner: { account: "Northwind", site: site("s-1") },
    };
    const operator = { ...account("o-1", "Maya"), role: "owner", sites: "all", departments: [] };
    assert.deepEqual(await store.redeemTicket(redeem), { ok: true, operator });
    assert.deepEqual(await store.operators(), [operator]);
    assert.deepEqual(await store.sites(), [site("s-1")]);
    assert.equal(await store.setting("account"), "Northwind");
    assert.equal(await store.ticket("t", 50), undefined);
    assert.deepEqual(await store.redeemTicket(redeem), { ok: false, reason: "no-ticket" });
  });

  test("a ticket is used up by one of two who redeem it at once", async (t) => {
    const { store } = await openStore(t);
    await store.addTicket(ticket({ hash: "t", role: "operator", expiresAt: 100 }));
    const results = await Promise.all(
      ["one", "two"].map((name) => store.redeemTicket({ hash: "t", now: 1, operator: account(name, name) })),
    );
    assert.equal(results.filter(({ ok }) => ok).length, 1);
    assert.equal((await store.operators()).length, 1);
  });

  test("a ticket that has expired or was never made is no ticket", async (t) => {
    const { store } = await openStore(t);
    await store.addTicket(ticket({ hash: "t", role: "operator", expiresAt: 100 }));
    assert.deepEqual(await store.ticket("t", 99), ticket({ hash: "t", role: "operator", expiresAt: 100 }));
    assert.equal(await store.ticket("t", 100), undefined);
    const refused = { ok: false, reason: "no-ticket" };
    assert.deepEqual(await store.redeemTicket({ hash: "t", now: 100, operator: account("o", "o") }), refused);
    assert.deepEqual(await store.redeemTicket({ hash: "x", now: 1, operator: account("o", "o") }), refused);
    assert.deepEqual(await store.operators(), []);
  });

  test("a login that is taken, whatever the case of its letters, leaves the ticket usable", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "o-1", "Jürgen");
    await store.addTicket(ticket({ hash: "t", role: "supervisor", expiresAt: 100 }));
    const redeem = { hash: "t", now: 1, operator: account("o-2", "JÜRGEN") };
    assert.deepEqual(await store.redeemTicket(redeem), { ok: false, reason: "login-taken" });
    const result = await store.redeemTicket({ ...redeem, operator: account("o-2", "Priya") });
    assert.equal(result.ok && result.operator.role, "supervisor");
  });

  test("a colleague's ticket neither renames the account nor adds a site", async (t) => {
    const { store } = await openStore(t);
    await store.addTicket(ticket({ hash: "t", role: "administrator", expiresAt: 100 }));
    const owner = { account: "Mine now", site: site("s-1") };
    assert.equal((await store.redeemTicket({ hash: "t", now: 1, operator: account("o", "o"), owner })).ok, true);
    assert.equal(await store.setting("account"), undefined);
    assert.deepEqual(await store.sites(), []);
  });

  test("tickets of a role can be forgotten together", async (t) => {
    const { store } = await openStore(t);
    for (const hash of ["a", "b"]) await store.addTicket(ticket({ hash, role: "owner", expiresAt: 100 }));
    await store.addTicket(ticket({ hash: "c", role: "operator", expiresAt: 100 }));
    await store.removeTickets("owner");
    const there = await Promise.all(["a", "b", "c"].map((hash) => store.ticket(hash, 1)));
    assert.deepEqual(
      there.map((ticket) => ticket?.role),
      [undefined, undefined, "operator"],
    );
  });

  test("an operator is found by id and by login, whatever the case of its letters", async (t) => {
    const { store } = await openStore(t);
    const operator = await addOperator(store, "o-1", "Maya.Okafor");
    assert.deepEqual(await store.operator("o-1"), operator);
    assert.deepEqual(await store.operatorByLogin("maya.OKAFOR"), operator);
    assert.equal(await store.operator("o-2"), undefined);
    assert.equal(await store.operatorByLogin("maya"), undefined);
  });

  test("a changed password is the one that is found", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "o-1", "maya");
    await addOperator(store, "o-2", "priya");
    await store.changePassword("o-1", "new hash");
    assert.equal((await store.operator("o-1"))?.passwordHash, "new hash");
    assert.equal((await store.operator("o-2"))?.passwordHash, "hash of priya");
  });

  test("a session is found with its operator until it expires or is removed", async (t) => {
    const { store } = await openStore(t);
    const operator = await addOperator(store, "o-1", "maya");
    const session = { tokenHash: "s", operator: "o-1", createdAt: 10, expiresAt: 100 };
    await store.addSession(session);
    assert.deepEqual(await store.session("s", 99), { session, operator });
    assert.equal(await store.session("s", 100), undefined);
    assert.equal(await store.session("x", 20), undefined);
    await store.removeSession("s");
    assert.equal(await store.session("s", 20), undefined);
  });

  test("signing out everywhere removes an operator's sessions except the one named", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "o-1", "maya");
    await addOperator(store, "o-2", "priya");
    const add = (tokenHash: string, operator: string) =>
      store.addSession({ tokenHash, operator, createdAt: 10, expiresAt: 100 });
    await Promise.all([add("a", "o-1"), add("b", "o-1"), add("c", "o-1"), add("d", "o-2")]);
    const there = async () => {
      const sessions = await Promise.all(["a", "b", "c", "d"].map((hash) => store.session(hash, 20)));
      return sessions.map((found) => found?.session.tokenHash ?? "-").join("");
    };
    await store.removeSessions("o-1", "b");
    assert.equal(await there(), "-b-d");
    await store.removeSessions("o-1");
    assert.equal(await there(), "---d");
  });
}
