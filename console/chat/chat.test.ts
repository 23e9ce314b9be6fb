import assert from "node:assert/strict";
import { test } from "node:test";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import {
  type Part,
  isMine,
  nameOf,
  newChat,
  partIn,
  unreadIn,
  withConversation,
  withMarks,
  withMessages,
} from "./chat.ts";
import { conversationOf, text } from "./samples.ts";

const open: OperatorConversation = {
  id: "conversation-1",
  site: "site-0001",
  visitor: 48_201,
  visitorName: "Ada K.",
  status: "open",
  operator: { id: "operator-1", name: "M. Okafor" },
  requestedAt: 0,
  lastSeq: 0,
  visitorMarks: { delivered: 0, seen: 0 },
  operatorMarks: { delivered: 0, seen: 0 },
};
const said = conversationOf({ by: "visitor", body: text("Hi!") }, { by: "visitor", body: text("Hello?") });

test("what the visitor said is unread until a mark from any window says otherwise", () => {
  const chat = withMessages(newChat(open.id, open), said, said, false);
  assert.equal(unreadIn(chat, "operator-1"), 2);
  const marked = withMarks(chat, { visitorMarks: open.visitorMarks, operatorMarks: { delivered: 2, seen: 1 } });
  assert.equal(unreadIn(marked, "operator-1"), 1);
});

test("an older frame does not make messages unread again", () => {
  const chat = withMarks(withMessages(newChat(open.id, open), said, said, false), {
    visitorMarks: open.visitorMarks,
    operatorMarks: { delivered: 2, seen: 2 },
  });
  assert.equal(unreadIn(withConversation(chat, open), "operator-1"), 0);
});

test("nothing is unread in a chat of another operator", () => {
  const chat = withMessages(newChat(open.id, open), said, said, false);
  assert.equal(unreadIn(chat, "operator-2"), 0);
});

test("a message of the visitor ends the typing, a report on a page does not", () => {
  const chat = { ...newChat(open.id, open), visitorTyping: true };
  assert.equal(withMessages(chat, said, said, false).visitorTyping, false);
  const report = conversationOf({ by: "visitor", body: { kind: "pushed", seq: 1, result: "loaded" } });
  assert.equal(withMessages(chat, report, report, false).visitorTyping, true);
});

test("a chat is loaded with the first stretch that has nothing after it, and stays so", () => {
  const half = withMessages(newChat(open.id, open), said.slice(0, 1), said.slice(0, 1), true);
  assert.equal(half.loaded, false);
  const whole = withMessages(half, said, said.slice(1), false);
  assert.equal(whole.loaded, true);
  assert.equal(withMessages(whole, said, [], true).loaded, true);
});

function part(change: Partial<OperatorConversation>): Part {
  return partIn({ conversation: { ...open, ...change } }, "operator-1");
}

test("what stands at the foot of a chat follows from its status and owner", () => {
  assert.deepEqual(part({}), { kind: "writer" });
  assert.deepEqual(part({ operator: { id: "operator-2", name: "P. Rao" } }), { kind: "reader", owner: "P. Rao" });
  assert.deepEqual(part({ status: "requesting" }), { kind: "waiting" });
  assert.deepEqual(part({ status: "ended" }), { kind: "ended" });
  assert.deepEqual(part({ status: "left" }), { kind: "ended" });
  assert.deepEqual(partIn(newChat("x"), "operator-1"), { kind: "loading" });
});

test("an ended chat is nobody's live one", () => {
  assert.equal(isMine(open, "operator-1"), true);
  assert.equal(isMine({ ...open, status: "ended" }, "operator-1"), false);
});

test("a visitor without a name is called by the number", () => {
  const { visitorName: _, ...nameless } = open;
  assert.equal(nameOf(nameless), "#48201");
  assert.equal(nameOf(open), "Ada K.");
});
