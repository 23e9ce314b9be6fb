import assert from "node:assert/strict";
import { test } from "node:test";
import { conversationOf, text } from "./samples.ts";
import { countUnread } from "./unread.ts";

const messages = conversationOf(
  { by: "visitor", body: text("Hi!") },
  { by: "operator", body: text("Hello") },
  { by: "visitor", body: text("Does it fit?") },
  { by: "operator", body: { kind: "push", url: "https://shop.example/plan", as: "page" } },
  { by: "visitor", body: { kind: "pushed", seq: 4, result: "loaded" } },
  { by: "system", body: { kind: "event", event: "visitor-left" } },
  { by: "visitor", body: text("Perfect") },
);

test("only what the visitor said counts: not own messages, reports on pushes or events", () => {
  assert.equal(countUnread(messages, 0), 3);
});

test("what the operator has seen does not count", () => {
  assert.equal(countUnread(messages, 3), 1);
  assert.equal(countUnread(messages, 7), 0);
  assert.equal(countUnread([], 0), 0);
});
