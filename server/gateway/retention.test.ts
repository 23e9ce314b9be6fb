import assert from "node:assert/strict";
import { test } from "node:test";
import { pino } from "pino";
import { openSqliteStore } from "../store/sqlite.ts";
import { Retention } from "./retention.ts";

const DAY = 86_400_000;

test("what is older than the installation keeps it is removed once a day, and nothing else", async (t) => {
  const world = { time: 1_000 * DAY, now: () => world.time, newId: () => "unused" };
  const store = await openSqliteStore({ file: ":memory:" });
  t.after(() => store.close());
  const leave = async (id: string, daysAgo: number) => {
    const at = world.time - daysAgo * DAY;
    const draft = { id, author: { kind: "visitor" }, at, body: { kind: "text", text: "Hello" } } as const;
    await store.leaveMessage({ id, site: "shop", visitor: 10_001, at }, draft);
  };
  for (let n = 0; n < 250; n += 1) await leave(`old-${n}`, 31);
  await leave("young", 29);
  const author = { id: "maya", name: "Maya" };
  await store.addNote({ id: "note", site: "shop", visitor: 10_001, author, at: 1, text: "Tall." });

  const retention = new Retention({ store, world, log: pino({ level: "silent" }) });
  assert.deepEqual(await retention.run(), { chats: 0, notes: 0, left: 0 }, "by default everything is kept");
  assert.deepEqual(await retention.count({ left: 30, notes: 30 }), { chats: 0, notes: 1, left: 250 });
  await retention.change({ left: 30 });
  assert.deepEqual(await retention.rules(), { left: 30 });
  assert.deepEqual(await retention.run(), { chats: 0, notes: 0, left: 250 });
  const left = await store.leftMessages("shop", Number.MAX_SAFE_INTEGER, 10);
  assert.deepEqual(
    left.map(({ conversation }) => conversation.id),
    ["young"],
  );
  assert.equal((await store.notesOf("shop", 10_001, 10)).length, 1);
  await assert.rejects(retention.change({ chats: 0 }), /1 to 3650 days/);
});
