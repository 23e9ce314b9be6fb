import assert from "node:assert/strict";
import { test } from "node:test";
import { Refused } from "../../client/line.ts";
import type { Message } from "../../protocol/message.ts";
import type { ToVisitor, VisitorConversation } from "../../protocol/server-to-visitor.ts";
import type { FromVisitor } from "../../protocol/visitor-to-server.ts";
import { type Asked, Chat, type Pending } from "./chat.ts";

/** A chat, and everything it says to the line. */
function begin(unsent: Asked[] = [], before: readonly Pending[] = []) {
  const said: FromVisitor[] = [];
  const kept: (string | null)[] = [];
  let ids = 0;
  let refused: readonly Pending[] = before;
  const chat = new Chat({
    line: {
      tell: (message) => void said.push(message),
      ask: (message) => {
        said.push(message);
        return new Promise(() => {});
      },
      unsent: () => unsent,
    },
    newId: () => `new-id-${(ids += 1)}`,
    onConversation: (id) => void kept.push(id),
    refused,
    onRefused: (now) => (refused = now),
  });
  return { chat, said, kept, refused: () => refused };
}

const conversation = (id: string, more: Partial<VisitorConversation> = {}): VisitorConversation => ({
  id,
  status: "open",
  lastSeq: 0,
  theirs: { delivered: 0, seen: 0 },
  mine: { delivered: 0, seen: 0 },
  ...more,
});
const welcome = (known?: VisitorConversation): ToVisitor => ({
  type: "welcome",
  version: 1,
  token: "token",
  visitor: 1,
  limits: { textLength: 100, urlLength: 100, frameBytes: 100, heartbeatMs: 100 },
  site: { name: "Shop" },
  online: true,
  ...(known && { conversation: known }),
});
const operatorSays = (seq: number, id = `operator-${seq}`): Message => ({
  seq,
  id,
  author: { kind: "operator", name: "Maya" },
  at: 0,
  body: { kind: "text", text: "hi" },
});
const visitorSaid = (seq: number, id: string): Message => ({
  seq,
  id,
  author: { kind: "visitor" },
  at: 0,
  body: { kind: "text", text: "hi" },
});
const messages = (id: string, ...list: Message[]): ToVisitor => ({
  type: "messages",
  conversation: id,
  messages: list,
  more: false,
});

test("the first message asks for a conversation, further ones are for the live one", () => {
  const { chat, said } = begin();
  chat.hear(welcome());
  chat.send("hello");
  assert.deepEqual(said, [{ type: "send", id: "new-id-1", text: "hello" }]);
  chat.hear({ type: "conversation", conversation: conversation("c-1", { status: "requesting" }) });
  chat.send("are you there?");
  assert.deepEqual(said.at(-1), {
    type: "send",
    id: "new-id-2",
    conversation: "c-1",
    echo: false,
    text: "are you there?",
  });
});

test("a message is pending until it has its place in the log, in this tab as after a page change", () => {
  const { chat } = begin([{ type: "send", id: "old-id-1", text: "from the last page" }]);
  assert.deepEqual(
    chat.pending.map(({ text }) => text),
    ["from the last page"],
  );
  chat.hear(welcome(conversation("c-1")));
  chat.settled({ type: "send", id: "old-id-1", text: "" }, { id: "old-id-1", conversation: "c-1", seq: 2, at: 0 });
  assert.equal(chat.pending.length, 1, "acknowledged, but what was said before is not here yet");
  chat.hear(messages("c-1", operatorSays(1)));
  assert.deepEqual(chat.pending, []);
  chat.hear(messages("c-1", visitorSaid(2, "old-id-1")));
  assert.equal(chat.messages.length, 2, "and comes once, if another server sends it back all the same");
});

test("what was refused stays with its reason and is sent anew under another id", () => {
  const { chat, said } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.send("hello");
  chat.settled({ type: "send", id: "new-id-1", text: "hello" }, new Refused("too-fast", "Slow down."));
  assert.deepEqual(chat.pending[0]?.refused, { code: "too-fast", sentence: "Slow down." });
  chat.retry("new-id-1");
  assert.deepEqual(said.at(-1), { type: "send", id: "new-id-2", conversation: "c-1", echo: false, text: "hello" });
  assert.equal(chat.pending.length, 1);
});

test("received and looked at are told as they grow, and nothing is told twice", () => {
  const { chat, said } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.hear(messages("c-1", operatorSays(1), operatorSays(2)));
  assert.deepEqual(said, [{ type: "mark", conversation: "c-1", delivered: 2, seen: 0 }]);
  assert.equal(chat.unread, 2);
  chat.look(true);
  chat.look(true);
  assert.deepEqual(said.slice(1), [{ type: "mark", conversation: "c-1", delivered: 2, seen: 2 }]);
  assert.equal(chat.unread, 0);
});

test("what was looked at in another tab is not unread here", () => {
  const { chat } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.hear(messages("c-1", operatorSays(1), operatorSays(2)));
  const theirs = { delivered: 0, seen: 0 };
  chat.hear({ type: "marks", conversation: "c-1", theirs, mine: { delivered: 2, seen: 2 } });
  assert.equal(chat.unread, 0);
  chat.hear({ type: "marks", conversation: "c-1", theirs, mine: { delivered: 2, seen: 1 } });
  assert.equal(chat.unread, 0, "marks only grow");
});

test("marks that were lost with the line are told again to the next one", () => {
  const { chat, said } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.look(true);
  chat.hear(messages("c-1", operatorSays(1)));
  chat.hear(welcome(conversation("c-1")));
  assert.deepEqual(
    said.map(({ type }) => type),
    ["mark", "mark"],
  );
});

test("a gap is asked for, again after a reconnection", () => {
  const { chat, said } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.hear(messages("c-1", operatorSays(3)));
  assert.deepEqual(said, [{ type: "sync", conversation: "c-1", after: 0 }]);
  chat.hear(welcome(conversation("c-1")));
  assert.deepEqual(said.at(-1), { type: "sync", conversation: "c-1", after: 0 });
});

test("an ended conversation stays to be read until a new one begins", () => {
  const { chat, kept } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.hear(messages("c-1", operatorSays(1)));
  chat.hear({ type: "conversation", conversation: conversation("c-1", { status: "ended" }) });
  assert.equal(chat.isLive, false);
  assert.equal(chat.messages.length, 1);
  assert.deepEqual(chat.resume(), { conversation: "c-1", after: 1 });
  chat.hear({ type: "conversation", conversation: conversation("c-2", { status: "requesting" }) });
  assert.deepEqual(chat.messages, []);
  assert.deepEqual(kept, ["c-1", "c-2"]);
});

test("a conversation of long ago does not take the place of the one that is shown", () => {
  const { chat } = begin();
  chat.hear(welcome(conversation("c-2")));
  chat.hear({ type: "conversation", conversation: conversation("c-1", { status: "ended" }) });
  chat.hear(messages("c-1", operatorSays(1)));
  assert.equal(chat.conversation?.id, "c-2");
  assert.deepEqual(chat.messages, []);
});

test("the operator stops writing when the message is there, or the chat is over", () => {
  const { chat } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.hear({ type: "typing", conversation: "c-1", typing: true });
  assert.equal(chat.typing, "");
  chat.hear(messages("c-1", operatorSays(1)));
  assert.equal(chat.typing, undefined);
  chat.hear({ type: "typing", conversation: "c-1", typing: true });
  chat.hear({ type: "conversation", conversation: conversation("c-1", { status: "ended" }) });
  assert.equal(chat.typing, undefined);
});

test("a server that does not know the conversation any more leaves none on the screen", () => {
  const { chat, kept } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.hear(welcome());
  assert.equal(chat.conversation, undefined);
  assert.deepEqual(kept, ["c-1", null]);
});

test("who writes is known by name, also when it is somebody who has joined", () => {
  const { chat } = begin();
  chat.hear(welcome(conversation("c-1", { operator: "Maya", others: ["Priya"] })));
  chat.hear({ type: "typing", conversation: "c-1", typing: true });
  assert.equal(chat.typing, "Maya");
  chat.hear({ type: "typing", conversation: "c-1", typing: true, operator: "Priya" });
  assert.equal(chat.typing, "Priya");
});

test("the place in the queue is known while the request waits, and no longer", () => {
  const { chat } = begin();
  chat.hear(welcome(conversation("c-1", { status: "requesting" })));
  chat.hear({ type: "queue", conversation: "c-1", place: 3 });
  chat.hear({ type: "queue", conversation: "c-1", place: 2 });
  assert.equal(chat.place, 2);
  chat.hear({ type: "conversation", conversation: conversation("c-1") });
  assert.equal(chat.place, undefined);
});

test("a tab that was away while one chat ended and another began gets the end of the first", () => {
  const { chat, said } = begin();
  chat.hear(welcome(conversation("c-1")));
  chat.hear(messages("c-1", operatorSays(1)));
  chat.hear(welcome(conversation("c-2", { status: "requesting" })));
  assert.deepEqual(
    said.filter(({ type }) => type === "sync"),
    [{ type: "sync", conversation: "c-1", after: 1 }],
  );
  chat.hear(messages("c-1", operatorSays(2)));
  chat.hear(messages("c-2", visitorSaid(1, "id-of-mine")));
  assert.deepEqual(
    chat.earlier?.log.messages.map(({ seq }) => seq),
    [1, 2],
  );
  assert.equal(chat.messages.length, 1);
});

test("the department that was chosen is asked, and only by the first message", () => {
  const { chat, said } = begin();
  chat.department = "department-1";
  chat.send("Hello?");
  chat.hear(welcome(conversation("c-1", { status: "requesting" })));
  chat.send("Anybody?");
  assert.deepEqual(
    said.filter(({ type }) => type === "send"),
    [
      { type: "send", id: "new-id-1", text: "Hello?", department: "department-1" },
      { type: "send", id: "new-id-2", text: "Anybody?", conversation: "c-1", echo: false },
    ],
  );
});

test("what was refused is kept for the next page, until it is sent anew", () => {
  const first = begin();
  first.chat.send("One");
  first.chat.settled({ type: "send", id: "new-id-1", text: "One" }, new Refused("too-fast", "Too fast."));
  const kept = first.refused();
  assert.deepEqual(
    kept.map(({ text, refused }) => [text, refused?.code]),
    [["One", "too-fast"]],
  );
  const next = begin([], kept);
  assert.deepEqual(next.chat.pending, kept);
  next.chat.retry("new-id-1");
  assert.deepEqual(next.refused(), []);
});

test("what this tab has said stands in the log by its acknowledgement, in its place", () => {
  const { chat, said } = begin();
  chat.hear(welcome(conversation("c", { lastSeq: 3 })));
  chat.hear({ type: "messages", conversation: "c", messages: [1, 2, 3].map((seq) => operatorSays(seq)), more: false });
  chat.send("Two, please.");
  const asked = said.find((message) => message.type === "send");
  assert.ok(asked?.type === "send" && asked.echo === false);
  // Meanwhile the operator has said something that is still under way.
  chat.settled(asked, { id: asked.id, conversation: "c", seq: 5, at: 17 });
  assert.deepEqual(
    chat.pending.map(({ id }) => id),
    [asked.id],
  );
  chat.hear({ type: "messages", conversation: "c", messages: [operatorSays(4)], more: false });
  assert.deepEqual(chat.pending, []);
  const { id, seq, at, author, body } = chat.messages.at(-1) ?? visitorSaid(0, "nothing");
  assert.deepEqual(
    [id, seq, at, author.kind, body],
    [asked.id, 5, 17, "visitor", { kind: "text", text: "Two, please." }],
  );
});
