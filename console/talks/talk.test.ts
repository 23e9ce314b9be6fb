import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../protocol/message.ts";
import { colleagueOf, talkKey } from "./key.ts";
import { newTalk, unreadIn, withFrame, withMessages, withSaid } from "./talk.ts";

const frame = {
  with: "bo",
  lastSeq: 5,
  lastAt: 50,
  mine: { delivered: 3, seen: 3 },
  theirs: { delivered: 5, seen: 5 },
};

test("what a colleague said since the operator last looked or wrote is unread", () => {
  const talk = withFrame(newTalk("bo"), frame);
  assert.equal(unreadIn(talk), 2);
  assert.equal(unreadIn(withSaid(talk, [said(6, "bo")], "ann")), 3);
  assert.equal(unreadIn(withSaid(talk, [said(6, "ann")], "ann")), 0);
});

test("marks never fall, whatever was on its way", () => {
  const talk = withFrame(withSaid(newTalk("bo"), [said(7, "ann")], "ann"), frame);
  assert.deepEqual([talk.lastSeq, talk.seen, talk.theirs.seen], [7, 7, 5]);
});

test("who writes is not typing any more, and stands on the other side", () => {
  const talk = { ...newTalk("bo"), typing: true };
  const next = withMessages(talk, { atEnd: [said(2, "bo")], atStart: [said(1, "ann")] }, "ann");
  assert.equal(next.typing, false);
  assert.deepEqual(
    next.messages.map(({ author }) => author.kind),
    ["operator", "visitor"],
  );
  assert.equal(withMessages(talk, { atEnd: [said(2, "ann")], atStart: [] }, "ann").typing, true);
});

test("a talk's tab is told from a chat's", () => {
  assert.equal(colleagueOf(talkKey("bo")), "bo");
  assert.equal(colleagueOf("9c41f0a2b7d35e68c1f4a790"), undefined);
});

function said(seq: number, id: string): Message {
  return {
    seq,
    id: `message-${seq}`,
    author: { kind: "operator", id, name: id },
    at: seq,
    body: { kind: "text", text: "" },
  };
}
