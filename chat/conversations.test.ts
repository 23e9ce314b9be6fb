import assert from "node:assert/strict";
import { test } from "node:test";
import { MAYA, PRIYA, SITE, startRules } from "../test/harness/rules.ts";

const ada = { site: SITE, visitor: 10_001, name: "Ada" };

test("a first message opens a request, and what follows belongs to it", async (t) => {
  const { conversations, announced } = await startRules(t);
  const [first, second] = await Promise.all([
    conversations.sayAsVisitor(ada, { id: "message-1", text: " Hello \n" }),
    conversations.sayAsVisitor(ada, { id: "message-2", text: "Anybody?" }),
  ]);
  assert.deepEqual([first.seq, second.seq], [2, 3]);
  assert.equal(first.conversation, second.conversation);
  assert.deepEqual(first.body, { kind: "text", text: "Hello" });
  assert.equal(conversations.live.of(SITE, ada.visitor)?.status, "requesting");
  assert.deepEqual(
    (await announced()).map(({ type }) => type),
    ["conversation", "messages", "messages"],
  );
});

test("a message sent again under its id is stored once, also when its chat has ended since", async (t) => {
  const { conversations, announced } = await startRules(t);
  const first = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  await conversations.accept(MAYA, first.conversation);
  await conversations.end(first.conversation, MAYA);
  await announced();
  const again = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  assert.deepEqual(again, first);
  assert.deepEqual(await announced(), []);
  assert.equal(conversations.live.of(SITE, ada.visitor), undefined);
});

test("a closed conversation refuses a visitor's message", async (t) => {
  const { conversations } = await startRules(t);
  const { conversation } = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  await conversations.end(conversation, ada);
  await assert.rejects(conversations.sayAsVisitor(ada, { id: "message-2", conversation, text: "Wait" }), {
    code: "conversation-ended",
  });
});

test("nobody online: no new request, but a live chat goes on", async (t) => {
  const { conversations, staff } = await startRules(t);
  await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  staff.online = false;
  await conversations.sayAsVisitor(ada, { id: "message-2", text: "Still there?" });
  const other = { site: SITE, visitor: 10_002 };
  await assert.rejects(conversations.sayAsVisitor(other, { id: "message-3", text: "Hello" }), {
    code: "nobody-online",
  });
});

test("only the operator who accepted may write, and may end the chat", async (t) => {
  const { conversations } = await startRules(t);
  const { conversation } = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  const body = { kind: "text", text: "Hi" } as const;
  await assert.rejects(conversations.sayAsOperator(MAYA, { id: "answer-1", conversation, body }), {
    code: "not-allowed",
  });
  await conversations.accept(MAYA, conversation);
  await assert.rejects(conversations.accept(PRIYA, conversation), { code: "already-accepted", by: MAYA.name });
  await assert.rejects(conversations.sayAsOperator(PRIYA, { id: "answer-2", conversation, body }), {
    code: "not-allowed",
    by: MAYA.name,
  });
  await assert.rejects(conversations.end(conversation, PRIYA), { code: "not-allowed" });
  assert.equal((await conversations.sayAsOperator(MAYA, { id: "answer-3", conversation, body })).seq, 4);
});

test("what came of a push is an entry of its own, and only for a push there is", async (t) => {
  const { conversations } = await startRules(t);
  const { conversation } = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  await conversations.accept(MAYA, conversation);
  const body = { kind: "push", url: "https://shop.example/boots", as: "page" } as const;
  const push = await conversations.sayAsOperator(MAYA, { id: "push-0001", conversation, body });
  const told = { id: "pushed-01", conversation, seq: push.seq, result: "loaded" } as const;
  const entry = await conversations.pushed(ada, told);
  assert.deepEqual(entry.body, { kind: "pushed", seq: push.seq, result: "loaded" });
  await assert.rejects(conversations.pushed(ada, { ...told, id: "pushed-02", seq: 2 }), { code: "not-found" });
  await assert.rejects(conversations.pushed({ site: SITE, visitor: 99 }, { ...told, id: "pushed-03" }), {
    code: "not-found",
  });
});

test("marks grow, never fall, and never pass the last message", async (t) => {
  const { conversations, announced } = await startRules(t);
  const { conversation } = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  await conversations.mark(conversation, "operator", { delivered: 2, seen: 1 });
  await announced();
  await conversations.mark(conversation, "operator", { delivered: 1, seen: 0 });
  assert.deepEqual(await announced(), []);
  await conversations.mark(conversation, "operator", { delivered: 99, seen: 99 });
  assert.deepEqual(conversations.live.get(conversation)?.operatorMarks, { delivered: 2, seen: 2 });
});

test("who was away gets everything after the last number, page by page", async (t) => {
  const { conversations, bounds } = await startRules(t);
  const said = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      conversations.sayAsVisitor(ada, { id: `message-${index}`, text: `${index}` }),
    ),
  );
  const id = said[0]?.conversation ?? "";
  const page = await conversations.messagesAfter(id, 2);
  assert.deepEqual(
    page.messages.map(({ seq }) => seq),
    [3, 4, 5, 6, 7],
  );
  assert.equal(page.messages.length, bounds.messagesPerPage);
  assert.equal(page.more, true);
  assert.equal((await conversations.messagesAfter(id, 7)).more, false);
});

test("a request is missed a while after its visitor left, a chat ends later", async (t) => {
  const { conversations, world, bounds } = await startRules(t);
  const bob = { site: SITE, visitor: 10_002 };
  const requested = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  const chatted = await conversations.sayAsVisitor(bob, { id: "message-2", text: "Hello" });
  await conversations.accept(MAYA, chatted.conversation);
  const leftAt = world.now();
  const sweep = () => conversations.sweep(() => leftAt);
  world.time += bounds.missAfterGoneMs;
  await sweep();
  assert.equal(conversations.live.get(requested.conversation), undefined);
  assert.equal(conversations.live.get(chatted.conversation)?.status, "open");
  world.time = leftAt + bounds.endAfterGoneMs;
  await sweep();
  assert.equal(conversations.live.get(chatted.conversation), undefined);
  const { messages } = await conversations.messagesAfter(requested.conversation, 2);
  assert.deepEqual(
    messages.map(({ body }) => body),
    [{ kind: "event", event: "missed" }],
  );
});

test("live conversations are found again after a restart", async (t) => {
  const { conversations, store, bus, world, bounds } = await startRules(t);
  const { conversation } = await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  const { Conversations } = await import("./conversations.ts");
  const next = new Conversations({
    store,
    bus,
    world,
    bounds,
    availability: { isOnline: () => false, departmentFor: () => undefined },
  });
  await next.load();
  assert.equal(next.live.of(SITE, ada.visitor)?.id, conversation);
});
