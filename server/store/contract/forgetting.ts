import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ban } from "../../../chat/ban.ts";
import { ADA, BEN, ends, entries, MAYA, open, opening, SITE, text } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Bans, and what is removed when it is old. */
export function forgetting(openStore: OpenStore): void {
  const ban = (id: string, more: Partial<Ban> = {}): Ban => {
    return { id, site: SITE, visitor: ADA, reason: "", by: MAYA, createdAt: 10, ...more };
  };

  test("bans in force are given, those that are over are not, and make room", async (t) => {
    const { store, reopen } = await openStore(t);
    const short = ban("short", { address: "203.0.113.7", expiresAt: 50 });
    assert.equal(await store.addBan(short, 2), true);
    assert.equal(await store.addBan(ban("long", { createdAt: 11, reason: "Spam" }), 2), true);
    assert.deepEqual(await store.bans(49), [short, ban("long", { createdAt: 11, reason: "Spam" })]);
    assert.deepEqual(
      (await store.bans(50)).map(({ id }) => id),
      ["long"],
    );
    assert.equal(await store.addBan(ban("one too many", { createdAt: 49 }), 2), false);
    assert.equal(await store.addBan(ban("next", { createdAt: 50 }), 2), true);
    await store.removeBan("long");
    assert.deepEqual(
      (await (await reopen()).bans(50)).map(({ id }) => id),
      ["next"],
    );
  });

  test("chats that ended long ago are removed with their messages, the oldest first, so many at once", async (t) => {
    const { store } = await openStore(t);
    const [ada, ben] = [await open(store, ADA), await open(store, BEN)];
    await store.endConversation(ends(ada));
    const end = ends(ben);
    await store.endConversation({ ...end, event: { ...end.event, at: 500 } });
    const live = await open(store, BEN + 1);
    assert.deepEqual([await store.countOld("chats", 400), await store.countOld("chats", 501)], [0, 2]);
    assert.equal(await store.removeOld("chats", 501, 1), 1);
    assert.equal(await store.conversation(ada), undefined);
    assert.deepEqual(await entries(store, ada), []);
    assert.notEqual(await store.conversation(ben), undefined);
    assert.equal(await store.removeOld("chats", 501, 10), 1);
    assert.equal(await store.removeOld("chats", Number.MAX_SAFE_INTEGER, 10), 0);
    assert.notEqual(await store.conversation(live), undefined, "what goes on is never old");
  });

  test("left messages and notes are removed on their own", async (t) => {
    const { store } = await openStore(t);
    await store.leaveMessage(opening("left", { at: 100 }), text("left"));
    await store.addNote({ id: "note", site: SITE, visitor: ADA, author: MAYA, at: 100, text: "Tall." });
    assert.deepEqual([await store.countOld("left", 101), await store.countOld("notes", 101)], [1, 1]);
    assert.equal(await store.removeOld("notes", 101, 10), 1);
    assert.deepEqual(await store.notesOf(SITE, ADA, 10), []);
    assert.notEqual(await store.conversation("left"), undefined);
    assert.equal(await store.removeOld("left", 100, 10), 0);
    assert.equal(await store.removeOld("left", 101, 10), 1);
    assert.deepEqual(await store.leftMessages(SITE, 1_000, 10), []);
  });
}
