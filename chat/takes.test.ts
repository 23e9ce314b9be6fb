import assert from "node:assert/strict";
import { test } from "node:test";
import { MAYA, PRIYA, SITE, startRules } from "../test/harness/rules.ts";

const ada = { site: SITE, visitor: 10_001, name: "Ada" };

async function startChat(t: Parameters<typeof startRules>[0]) {
  const rules = await startRules(t);
  const { conversation } = await rules.conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  await rules.conversations.accept(MAYA, conversation);
  await rules.announced();
  return { ...rules, conversation };
}

test("who takes over too late is told who was first", async (t) => {
  const { takes, conversation } = await startChat(t);
  const sam = { id: "operator-sam", name: "Sam Lee" };
  const [first, second] = await Promise.allSettled([
    takes.takeOver(PRIYA, { id: "take-over-1", conversation, from: MAYA.id }),
    takes.takeOver(sam, { id: "take-over-2", conversation, from: MAYA.id }),
  ]);
  assert.equal(first.status, "fulfilled");
  assert.ok(second.status === "rejected");
  assert.deepEqual(
    [second.reason.code, second.reason.by, second.reason.message],
    ["already-taken", PRIYA.name, "Priya Rao took this chat first."],
  );
});

test("each change of hands is told with its entry, and one that changes nothing is not", async (t) => {
  const { takes, conversation, announced } = await startChat(t);
  await takes.join(PRIYA, { id: "join-0001", conversation });
  assert.deepEqual(
    (await announced()).map(({ type }) => type),
    ["conversation", "messages"],
  );
  await takes.join(PRIYA, { id: "join-0002", conversation });
  assert.deepEqual(await announced(), []);
});

test("a chat is offered to a colleague who is there, not to oneself, and by who has it alone", async (t) => {
  const { takes, conversation, conversations, staff } = await startChat(t);
  const offer = { id: "offer-001", conversation, to: PRIYA, word: "  Poles,\n please " };
  await assert.rejects(takes.offer(PRIYA, { ...offer, to: MAYA }), { code: "not-allowed", by: MAYA.name });
  await assert.rejects(takes.offer(MAYA, { ...offer, to: MAYA }), { code: "not-allowed" });
  staff.online = false;
  await assert.rejects(takes.offer(MAYA, offer), { code: "operator-gone", by: PRIYA.name });
  staff.online = true;
  await takes.offer(MAYA, offer);
  assert.equal(conversations.live.get(conversation)?.transfer?.word, "Poles, please");
  await takes.handBack(PRIYA, { id: "hand-back", conversation });
  await assert.rejects(takes.accept(PRIYA, { id: "accept-01", conversation, departments: [] }), {
    code: "transfer-over",
    by: MAYA.name,
  });
});

test("an operator changes a message for as long as it is allowed, and no longer", async (t) => {
  const { corrections, conversation, conversations, world, bounds } = await startChat(t);
  const body = { kind: "text", text: "Helo" } as const;
  const { seq } = await conversations.sayAsOperator(MAYA, { id: "answer-1", conversation, body });
  world.time += bounds.editMs;
  await corrections.edit(MAYA, { id: "edit-0001", conversation, seq, body: { kind: "text", text: "Hello" } });
  world.time += 1;
  const late = { id: "delete-01", conversation, seq };
  await assert.rejects(corrections.delete(MAYA, late), {
    code: "too-late",
    message: "This message is too old: that is possible for 10 minutes.",
  });
  bounds.editMs = 0;
  await assert.rejects(corrections.delete(MAYA, late), { code: "not-allowed" });
});

test("who has a chat in front is told by name, once however many windows, until the last one looks elsewhere", async (t) => {
  const { viewers, announced } = await startRules(t);
  const windows = [{}, {}, {}] as const;
  viewers.look(windows[0], PRIYA, "chat-1");
  viewers.look(windows[1], PRIYA, "chat-1");
  viewers.look(windows[2], MAYA, "chat-1");
  assert.deepEqual(viewers.of("chat-1"), [PRIYA, MAYA]);
  await announced();
  viewers.look(windows[2], MAYA, "chat-2");
  assert.deepEqual(await announced(), [
    { type: "viewers", conversation: "chat-1", viewers: [PRIYA] },
    { type: "viewers", conversation: "chat-2", viewers: [MAYA] },
  ]);
  viewers.look(windows[0], PRIYA, undefined);
  assert.deepEqual(viewers.of("chat-1"), [PRIYA]);
  viewers.look(windows[1], PRIYA, undefined);
  assert.deepEqual(viewers.of("chat-1"), []);
});
