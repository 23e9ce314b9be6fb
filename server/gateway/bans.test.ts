import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import type { Actor } from "../../chat/permissions.ts";
import { LocalBus } from "../bus/local.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { Bans } from "./bans.ts";

const MAYA = { id: "maya", name: "Maya", role: "supervisor", sites: ["shop"], departments: [] } as const;
const maya: Actor & { name: string } = { ...MAYA, sites: ["shop"], departments: [] };

async function setUp(t: TestContext) {
  const world = { time: 1_000_000, ids: 0, now: () => world.time, newId: () => `ban-${(world.ids += 1)}` };
  const store = await openSqliteStore({ file: ":memory:" });
  t.after(() => store.close());
  const parts = { store, bus: new LocalBus(), world, most: 3 };
  const bans = new Bans(parts);
  await bans.load();
  return { world, store, parts, bans };
}

test("a ban keeps out the visitor, or whoever has the address, on its site only", async (t) => {
  const { bans } = await setUp(t);
  await bans.add(maya, { site: "shop", visitor: 10_001, reason: "" });
  await bans.add(maya, { site: "shop", address: "203.0.113.7", reason: "" });
  assert.equal(bans.isBanned("shop", 10_001, "192.0.2.1"), true);
  assert.equal(bans.isBanned("shop", 10_002, "192.0.2.1"), false);
  assert.equal(bans.isBanned("shop", undefined, "203.0.113.7"), true);
  assert.equal(bans.isBanned("blog", 10_001, "203.0.113.7"), false);
});

test("an IPv6 address stands for its household's network", async (t) => {
  const { bans } = await setUp(t);
  await bans.add(maya, { site: "shop", address: "2001:db8:1:2:a::1", reason: "" });
  assert.equal(bans.isBanned("shop", undefined, "2001:db8:1:2:ffff::9"), true);
  assert.equal(bans.isBanned("shop", undefined, "2001:db8:1:3::1"), false);
});

test("a ban ends by itself, or when it is lifted, and not while another says the same", async (t) => {
  const { world, bans } = await setUp(t);
  const one = await bans.add(maya, { site: "shop", visitor: 10_001, reason: "", forMs: 60_000 });
  await bans.add(maya, { site: "shop", visitor: 10_001, reason: "", forMs: 120_000 });
  await bans.lift(maya, one.id);
  assert.equal(bans.isBanned("shop", 10_001, "192.0.2.1"), true);
  world.time += 120_000;
  assert.equal(bans.isBanned("shop", 10_001, "192.0.2.1"), false);
  assert.deepEqual(bans.of(maya), []);
});

test("bans are there again after a start, and known on every node", async (t) => {
  const { bans, parts } = await setUp(t);
  const other = new Bans(parts);
  await other.load();
  const { id } = await bans.add(maya, { site: "shop", visitor: 10_001, reason: "" });
  await new Promise(setImmediate);
  assert.equal(other.isBanned("shop", 10_001, "192.0.2.1"), true);
  const later = new Bans(parts);
  await later.load();
  assert.deepEqual(
    later.of(maya).map((ban) => ban.id),
    [id],
  );
});

test("there are only so many, and only for one's own sites", async (t) => {
  const { bans } = await setUp(t);
  for (const visitor of [1, 2, 3]) await bans.add(maya, { site: "shop", visitor, reason: "" });
  await assert.rejects(bans.add(maya, { site: "shop", visitor: 4, reason: "" }), /--bans raises the bound/);
  await assert.rejects(bans.add(maya, { site: "blog", visitor: 4, reason: "" }), /not one of yours/);
  await assert.rejects(bans.lift({ ...maya, role: "operator" }, "ban-1"), /supervisors/);
  await assert.rejects(bans.add(maya, { site: "shop", reason: "" }), /whom to ban/);
});
