import assert from "node:assert/strict";
import { test } from "node:test";
import type { Body, RichNode } from "../../../chat/message.ts";
import {
  ADA,
  answer,
  answers,
  BEN,
  ends,
  entries,
  event,
  kept,
  open,
  openAndAccept,
  opening,
  PRIYA,
  says,
  saysIn,
  SITE,
  text,
} from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** `appendFromVisitor`, `append`, `messagesAfter`. */
export function appending(openStore: OpenStore): void {
  test("a visitor's first message opens a conversation, with the request as its first entry", async (t) => {
    const { store } = await openStore(t);
    const named = opening("c", { visitorName: "Ada", visitorEmail: "ada@example.org" });
    const result = kept(await store.appendFromVisitor(says("m", { open: named, requestedEventId: "r" })));
    assert.deepEqual(result, {
      ok: true,
      message: { ...text("m"), conversation: "c", seq: 2 },
      again: false,
      conversation: {
        id: "c",
        site: SITE,
        visitor: ADA,
        visitorName: "Ada",
        visitorEmail: "ada@example.org",
        status: "requesting",
        requestedAt: 100,
        lastSeq: 2,
        visitorMarks: { delivered: 0, seen: 0 },
        operatorMarks: { delivered: 0, seen: 0 },
      },
      stored: [
        {
          id: "r",
          conversation: "c",
          seq: 1,
          author: { kind: "system" },
          at: 100,
          body: { kind: "event", event: "requested" },
        },
        { ...text("m"), conversation: "c", seq: 2 },
      ],
    });
    assert.deepEqual(await store.messagesAfter("c", 0, 10), result.stored);
    assert.deepEqual(await store.conversation("c"), result.conversation);
  });

  test("a visitor's next message without a conversation joins the live one", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const result = kept(await store.appendFromVisitor(says("next", { open: opening("another") })));
    assert.equal(result.conversation.id, id);
    assert.equal(result.message.seq, 3);
    assert.deepEqual(result.stored, [result.message]);
    assert.equal(await store.conversation("another"), undefined);
  });

  test("without a live conversation and without an opening there is none-live", async (t) => {
    const { store } = await openStore(t);
    const { open: _, ...append } = says("m");
    assert.deepEqual(await store.appendFromVisitor(append), { ok: false, reason: "none-live" });
  });

  test("the same visitor number at another site has conversations of its own", async (t) => {
    const { store } = await openStore(t);
    await open(store);
    const elsewhere = says("m", { site: "site-2", open: opening("elsewhere", { site: "site-2" }) });
    assert.equal(kept(await store.appendFromVisitor(elsewhere)).conversation.id, "elsewhere");
    assert.equal((await store.liveConversations()).length, 2);
  });

  test("a visitor cannot write in another visitor's conversation, nor see that there is one", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    assert.deepEqual(await store.appendFromVisitor(saysIn(id, "m", BEN)), { ok: false, reason: "not-found" });
    assert.deepEqual(await store.appendFromVisitor({ ...saysIn(id, "m"), site: "site-2" }), {
      ok: false,
      reason: "not-found",
    });
    assert.deepEqual(await store.appendFromVisitor(saysIn("nowhere", "m")), { ok: false, reason: "not-found" });
  });

  test("an ended conversation refuses both sides, and a visitor's next message opens another", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const { conversation } = await store.endConversation(ends(id));
    const refused = { ok: false, reason: "ended", conversation };
    assert.deepEqual(await store.appendFromVisitor(saysIn(id, "late")), refused);
    assert.deepEqual(await store.append(answers(id, "later")), refused);
    const next = kept(await store.appendFromVisitor(says("new", { open: opening("second") })));
    assert.equal(next.conversation.id, "second");
  });

  test("a message that is sent again is stored once and given as it was stored", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const first = kept(await store.appendFromVisitor(saysIn(id, "m")));
    const again = kept(
      await store.appendFromVisitor({ ...saysIn(id, "m"), draft: { ...text("m", "altered"), at: 999 } }),
    );
    assert.deepEqual(again, { ...first, again: true, stored: [] });
    const answered = kept(await store.append(answers(id, "a")));
    assert.deepEqual(kept(await store.append(answers(id, "a"))), { ...answered, again: true, stored: [] });
    assert.equal((await store.conversation(id))?.lastSeq, answered.message.seq);
  });

  test("a message sent again after the conversation has ended opens no new one", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    await store.endConversation(ends(id));
    const again = kept(await store.appendFromVisitor(says(`first-of-${ADA}`, { open: opening("needless") })));
    assert.equal(again.again, true);
    assert.equal(again.conversation.id, id);
    assert.equal(again.conversation.status, "ended");
    assert.equal(await store.conversation("needless"), undefined);
  });

  test("a message of two sendings at once is stored once", async (t) => {
    const { store } = await openStore(t);
    const results = await Promise.all([store.appendFromVisitor(says("m")), store.appendFromVisitor(says("m"))]);
    assert.deepEqual(
      results.map((result) => kept(result).again),
      [false, true],
    );
    assert.equal(kept(results[0]).message.seq, kept(results[1]).message.seq);
  });

  test("an id that another visitor or the other side has used is not found", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const ofBen = await openAndAccept(store, BEN);
    await store.append(answers(id, "of-maya"));
    const notFound = { ok: false, reason: "not-found" };
    assert.deepEqual(await store.appendFromVisitor(saysIn(ofBen, `first-of-${ADA}`, BEN)), notFound, "another visitor");
    assert.deepEqual(await store.appendFromVisitor(saysIn(id, "of-maya")), notFound, "the operator's");
    assert.deepEqual(await store.append(answers(id, `first-of-${ADA}`)), notFound, "the visitor's");
    assert.deepEqual(await store.append(answers(id, "of-maya", PRIYA)), notFound, "another operator's");
    assert.deepEqual(await store.append(answers(ofBen, "of-maya")), notFound, "in another conversation");
  });

  test("an operator writes only in a conversation that is open and theirs", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const early = await store.append(answers(id, "early"));
    assert.equal(early.ok ? "" : early.reason, "wrong-state");
    await store.acceptConversation({ conversation: id, operator: PRIYA, event: event("e", "accepted", PRIYA) });
    const result = await store.append(answers(id, "not-mine"));
    assert.deepEqual(result.ok ? "" : [result.reason, result.conversation?.operator], ["not-yours", PRIYA]);
    assert.deepEqual(await store.append(answers("nowhere", "m")), { ok: false, reason: "not-found" });
    kept(await store.append(answers(id, "mine", PRIYA)));
  });

  test("an entry may be appended in each state that is named", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const left = (name: string) => ({
      conversation: id,
      draft: { ...event(name, "invited"), body: { kind: "event", event: "visitor-left" } as const },
      when: ["requesting", "open"] as ("requesting" | "open")[],
    });
    kept(await store.append(left("while-requesting")));
    await store.acceptConversation({ conversation: id, operator: PRIYA, event: event("e", "accepted", PRIYA) });
    kept(await store.append(left("while-open")));
  });

  test("every kind of body comes back as it went in", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const tree: RichNode[] = [
      "a ",
      { tag: "a", href: "https://shop.example/?a=1&b=2", children: [{ tag: "b", children: ["c"] }] },
    ];
    const bodies: Body[] = [
      { kind: "text", text: "\u{1F514} “quotes” 'n' \\ \n\t\u0000 \u2028 \uD800 ' ; -- ünï" },
      { kind: "rich", tree },
      { kind: "push", url: "https://shop.example/boots", as: "page" },
      { kind: "pushed", seq: 3, result: "loaded" },
      { kind: "event", event: "visitor-back" },
    ];
    for (const [index, body] of bodies.entries()) {
      await store.append({ conversation: id, draft: answer(`b${index}`, undefined, body), when: ["open"] });
    }
    const messages = await store.messagesAfter(id, 3, 10);
    assert.deepEqual(
      messages.map(({ body }) => body),
      bodies,
    );
    assert.deepEqual(messages[0]?.author, answer("b0").author);
  });

  test("what a client misses comes in order, from the number after its last, as many as it asks for", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    for (const name of ["a", "b", "c", "d"]) await store.appendFromVisitor(saysIn(id, name));
    assert.deepEqual(
      (await store.messagesAfter(id, 3, 2)).map((message) => message.id),
      ["b", "c"],
    );
    assert.deepEqual(await store.messagesAfter(id, 6, 10), []);
    assert.deepEqual(await store.messagesAfter("nowhere", 0, 10), []);
  });

  test("messages keep the order in which they were called, without waiting for one another", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const names = Array.from({ length: 50 }, (_, index) => `m${index}`);
    await Promise.all(
      names.map((name, index) =>
        index % 2 === 0 ? store.appendFromVisitor(saysIn(id, name)) : store.append(answers(id, name)),
      ),
    );
    assert.deepEqual(
      await entries(store, id).then((all) => all.slice(3)),
      names.map((name, index) => `${index + 4} ${name}`),
    );
  });

  test("a thousand messages at once, in many conversations, leave no gap in any", async (t) => {
    const { store } = await openStore(t);
    const visitors = Array.from({ length: 20 }, (_, index) => 20_000 + index);
    const results = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => {
        const visitor = visitors[(index * 7) % visitors.length] ?? ADA;
        return store.appendFromVisitor(says(`m${index}`, { visitor }));
      }),
    );
    assert.equal(new Set(results.map((result) => kept(result).message.id)).size, 1_000);
    for (const visitor of visitors) {
      const messages = await store.messagesAfter(`conversation-of-${visitor}`, 0, 1_000);
      assert.deepEqual(
        messages.map(({ seq }) => seq),
        Array.from({ length: 51 }, (_, index) => index + 1),
      );
      assert.equal((await store.conversation(`conversation-of-${visitor}`))?.lastSeq, 51);
    }
  });
}
