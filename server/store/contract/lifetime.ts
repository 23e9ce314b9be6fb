import assert from "node:assert/strict";
import { test } from "node:test";
import { ChatError } from "../../../chat/error.ts";
import { accepts, ADA, addOperator, answers, ends, kept, open, says, saysIn, SITE, site, text } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Closing, opening again, and what one failing verb does to its neighbours. */
export function lifetime(openStore: OpenStore): void {
  test("what was kept is found again when the store is opened again", async (t) => {
    const { store, reopen } = await openStore(t);
    const id = await open(store);
    await store.acceptConversation(accepts(id));
    await store.append(answers(id, "answer"));
    await store.mark(id, "visitor", { delivered: 3, seen: 3 });
    await addOperator(store, "o-1", "maya");
    await store.addSession({ tokenHash: "s", operator: "o-1", createdAt: 10, expiresAt: 100 });
    await store.addSite(site("s-1"));
    const all = async (from: typeof store) =>
      Promise.all([
        from.liveConversations(),
        from.messagesAfter(id, 0, 10),
        from.conversationsOfVisitor(SITE, ADA, 10),
        from.operators(),
        from.session("s", 20),
        from.sites(),
      ]);
    const before = await all(store);
    const again = await reopen();
    assert.deepEqual(await all(again), before);
    assert.equal(kept(await again.appendFromVisitor(saysIn(id, "after"))).message.seq, 5);
  });

  test("a result is there for whoever reads after it", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    for (let index = 0; index < 50; index++) {
      const { message } = kept(await store.appendFromVisitor(saysIn(id, `m${index}`)));
      assert.equal((await store.conversation(id))?.lastSeq, message.seq);
    }
  });

  test("a verb that is refused spoils none of those that share its flush", async (t) => {
    const { store } = await openStore(t);
    await store.addSite(site("s-1", { key: "one-key" }));
    const refused = (error: unknown) => error instanceof Error && !(error instanceof ChatError);
    const [before, failed, after] = await Promise.allSettled([
      store.appendFromVisitor(says("before")),
      store.addSite(site("s-2", { key: "one-key" })),
      store.appendFromVisitor(says("after")),
    ]);
    assert.ok(failed.status === "rejected" && refused(failed.reason), "two sites cannot have one key");
    assert.deepEqual([before.status, after.status], ["fulfilled", "fulfilled"]);
    const ids = (await store.messagesAfter(`conversation-of-${ADA}`, 0, 10)).map(({ id }) => id);
    assert.deepEqual(ids, ["requested-before-before", "before", "after"]);
    assert.equal((await store.sites()).length, 1);
  });

  test("a verb that fails half way leaves nothing behind", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    // The id of its event is taken, so the conversation must not end either.
    await assert.rejects(store.endConversation(ends(id, `first-of-${ADA}`)));
    assert.deepEqual(
      (await store.liveConversations()).map(({ lastSeq }) => lastSeq),
      [2],
    );
    await assert.rejects(store.request({ id: "c", site: SITE, visitor: 10_003, at: 1 }, [text(`first-of-${ADA}`)]));
    assert.equal(await store.conversation("c"), undefined);
  });

  test("closing waits for what was asked, and nothing can be asked afterwards", async (t) => {
    const { store, reopen } = await openStore(t);
    const results = Array.from({ length: 100 }, (_, index) => store.appendFromVisitor(says(`m${index}`)));
    const reading = store.sites();
    const again = await reopen();
    assert.deepEqual(await reading, []);
    for (const result of results) kept(await result);
    assert.equal((await again.conversation(`conversation-of-${ADA}`))?.lastSeq, 101);
    await assert.rejects(store.sites());
    await assert.rejects(store.appendFromVisitor(says("late")));
    await store.close();
  });
}
