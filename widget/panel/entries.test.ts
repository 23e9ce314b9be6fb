import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../protocol/message.ts";
import { entriesOf } from "./entries.ts";

const NOON = new Date(2026, 10, 23, 12).getTime();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let seq = 0;
function message(author: Message["author"], body: Message["body"], at: number): Message {
  seq += 1;
  return { seq, id: `message-${seq}`, author, at, body };
}
const mine = (text: string, at = NOON) => message({ kind: "visitor" }, { kind: "text", text }, at);
const theirs = (text: string, at = NOON) => message({ kind: "operator", name: "Maya" }, { kind: "text", text }, at);
const lay = (messages: Message[], more: Partial<Parameters<typeof entriesOf>[0]> = {}) =>
  entriesOf({ messages, pending: [], conversation: undefined, now: NOON, ...more });
const kinds = (entries: ReturnType<typeof entriesOf>) => entries.map(({ kind }) => kind);
const conversation = (theirMarks: { delivered: number; seen: number }) => ({
  id: "conversation",
  status: "open" as const,
  lastSeq: 9,
  theirs: theirMarks,
  mine: { delivered: 0, seen: 0 },
});

test("what one side says close together shares one time under the last of it", () => {
  const entries = lay([
    theirs("a"),
    theirs("b", NOON + MINUTE),
    theirs("c", NOON + 5 * MINUTE),
    mine("d", NOON + 5 * MINUTE),
  ]);
  assert.deepEqual(kinds(entries), ["said", "said", "foot", "said", "foot", "said", "foot"]);
});

test("only the visitor's last message tells how far it has got", () => {
  const messages = [mine("a"), theirs("b"), mine("c")];
  const last = messages[2]?.seq ?? 0;
  const progress = (marks: { delivered: number; seen: number }) =>
    lay(messages, { conversation: conversation(marks) }).flatMap((entry) =>
      entry.kind === "foot" ? [entry.progress] : [],
    );
  assert.deepEqual(progress({ delivered: last - 1, seen: last - 2 }), [undefined, undefined, "sent"]);
  assert.deepEqual(progress({ delivered: last, seen: last - 1 }), [undefined, undefined, "delivered"]);
  assert.deepEqual(progress({ delivered: last, seen: last }), [undefined, undefined, "read"]);
});

test("what was not sent yet stands at the end under the key it will keep", () => {
  const sent = mine("hello");
  const before = lay([], { pending: [{ id: sent.id, text: "hello", at: NOON }] });
  const after = lay([sent]);
  assert.equal(before[0]?.key, after[0]?.key);
  assert.deepEqual(
    before.flatMap((entry) => (entry.kind === "foot" ? [entry.progress] : [])),
    ["sending"],
  );
});

test("what was refused says why instead of a time", () => {
  const refused = { code: "too-fast" as const, sentence: "Slow down." };
  const entries = lay([mine("a")], { pending: [{ id: "pending-1", text: "b", at: NOON, refused }] });
  assert.deepEqual(kinds(entries), ["said", "foot", "said", "refused"]);
});

test("days are told apart, and today needs no name before another day was", () => {
  assert.deepEqual(kinds(lay([mine("today")])), ["said", "foot"]);
  assert.deepEqual(kinds(lay([mine("yesterday", NOON - DAY), mine("today")])), [
    "day",
    "said",
    "foot",
    "day",
    "said",
    "foot",
  ]);
});

test("events that concern the visitor become lines, the others and reports on pushes do not", () => {
  const system = { kind: "system" } as const;
  const entries = lay([
    message(system, { kind: "event", event: "requested" }, NOON),
    message({ kind: "operator", name: "Maya" }, { kind: "event", event: "accepted" }, NOON),
    message({ kind: "visitor" }, { kind: "pushed", seq: 1, result: "loaded" }, NOON),
    message(system, { kind: "event", event: "visitor-left" }, NOON),
    message(system, { kind: "event", event: "ended" }, NOON),
  ]);
  assert.deepEqual(
    entries.map((entry) => entry.kind === "event" && entry.event),
    ["accepted", "ended"],
  );
});

test("who takes the chat over, joins it and leaves it is told; what operators settle among themselves is not", () => {
  const event = (name: string, event: Extract<Message["body"], { kind: "event" }>["event"]) =>
    message({ kind: "operator", name }, { kind: "event", event }, NOON);
  const entries = lay([
    event("Maya", "accepted"),
    event("Priya", "joined"),
    message({ kind: "system" }, { kind: "blank" }, NOON),
    event("Priya", "taken-over"),
    event("Maya", "stepped-out"),
  ]);
  assert.deepEqual(
    entries.map((entry) => entry.kind === "event" && [entry.event, entry.operator]),
    [
      ["accepted", "Maya"],
      ["joined", "Priya"],
      ["taken-over", "Priya"],
      ["stepped-out", "Maya"],
    ],
  );
});

test("what was edited says so, and what was deleted leaves a line where it stood", () => {
  const first = theirs("New words");
  const second = message({ kind: "operator", name: "Maya" }, { kind: "blank" }, NOON);
  const entries = lay([
    first,
    second,
    theirs("Last"),
    message({ kind: "operator", name: "Maya" }, { kind: "edited", seq: first.seq }, NOON),
    message({ kind: "operator", name: "Maya" }, { kind: "deleted", seq: second.seq }, NOON),
  ]);
  assert.deepEqual(kinds(entries), ["said", "foot", "event", "said", "foot"]);
  assert.deepEqual(
    entries.map((entry) => (entry.kind === "said" ? entry.isEdited : entry.kind === "event" && entry.event)),
    [true, false, "deleted", false, false],
  );
});

test("with two operators in the chat it is seen who says what", () => {
  const other = message({ kind: "operator", name: "Priya" }, { kind: "text", text: "b" }, NOON);
  const named = (messages: Message[]) => lay(messages).map((entry) => entry.kind === "foot" && entry.operator);
  assert.deepEqual(named([theirs("a"), other, mine("c")]), [false, "Maya", false, "Priya", false, ""]);
  assert.deepEqual(named([theirs("a"), mine("c")]), [false, "", false, ""]);
});
