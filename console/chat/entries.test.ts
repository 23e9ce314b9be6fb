import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, lastOwnSeq } from "./entries.ts";
import { pushTitle } from "./pushes.ts";
import { conversationOf, text } from "./samples.ts";

const noon = new Date(2026, 8, 12, 12).getTime();
const page = { kind: "push", url: "https://shop.example/plan", as: "page" } as const;

test("the first event of a day carries the day, so that they are one line", () => {
  const messages = conversationOf(
    { by: "visitor", body: { kind: "event", event: "requested" }, at: noon },
    { by: "visitor", body: text("Hi!"), at: noon + 1 },
  );
  const [line, bubble] = entriesOf(messages, []);
  assert.ok(line?.kind === "line" && line.newDay && line.events[0]?.event === "requested");
  assert.equal(bubble?.kind, "bubble");
});

test("the acceptance joins the request's line, however much was said before it", () => {
  const messages = conversationOf(
    { by: "system", body: { kind: "event", event: "requested" }, at: noon },
    { by: "visitor", body: text("Hi!"), at: noon + 1 },
    { by: "operator", body: { kind: "event", event: "accepted" }, at: noon + 9_000 },
    { by: "operator", body: { kind: "event", event: "ended" }, at: noon + 90_000 },
  );
  const events = entriesOf(messages, []).map(
    (entry) => entry.kind === "line" && entry.events.map(({ event }) => event),
  );
  assert.deepEqual(events, [["requested", "accepted"], false, ["ended"]]);
});

test("a message after midnight starts a new day", () => {
  const midnight = new Date(2026, 8, 13).getTime();
  const messages = conversationOf(
    { by: "visitor", body: text("Good night"), at: midnight - 1 },
    { by: "visitor", body: text("Still there?"), at: midnight },
  );
  assert.deepEqual(
    entriesOf(messages, []).map(({ kind }) => kind),
    ["line", "bubble", "line", "bubble"],
  );
  const [, first] = entriesOf(messages, []);
  assert.ok(first?.kind === "bubble" && first.closesGroup, "a day's last message shows its time");
});

test("the report on a push is folded into its card and the last report counts", () => {
  const messages = conversationOf(
    { by: "operator", body: page, at: noon },
    { by: "visitor", body: { kind: "pushed", seq: 1, result: "failed" }, at: noon + 1 },
    { by: "visitor", body: { kind: "pushed", seq: 1, result: "opened" }, at: noon + 2 },
  );
  const entries = entriesOf(messages, []);
  assert.equal(entries.length, 2);
  const push = entries[1];
  assert.ok(push?.kind === "push");
  assert.deepEqual(push.outcome, { result: "opened", at: noon + 2 });
});

test("a push nobody reported on has no outcome", () => {
  const [, push] = entriesOf(conversationOf({ by: "operator", body: page }), []);
  assert.ok(push?.kind === "push" && push.outcome === undefined);
});

test("what one side says within two minutes is one group, whatever reports lie between", () => {
  const entries = entriesOf(
    conversationOf(
      { by: "operator", body: text("It does."), at: noon },
      { by: "operator", body: page, at: noon + 60_000 },
      { by: "visitor", body: { kind: "pushed", seq: 2, result: "loaded" }, at: noon + 61_000 },
      { by: "operator", body: text("Here."), at: noon + 100_000 },
      { by: "operator", body: text("Much later."), at: noon + 300_000 },
      { by: "visitor", body: text("Perfect."), at: noon + 301_000 },
    ),
    [],
  );
  const closing = entries.map((entry) => ("closesGroup" in entry ? entry.closesGroup : undefined));
  assert.deepEqual(closing, [undefined, false, false, true, true, true]);
});

test("pending messages stand at the end under the id their message will have", () => {
  const messages = conversationOf({ by: "visitor", body: text("Hi!") });
  const pending = [{ id: "mine", draft: { kind: "text", text: "Hello" }, at: 0, state: { kind: "sending" } } as const];
  assert.equal(entriesOf(messages, pending).at(-1)?.key, "mine");
});

test("a pending message joins the group before it, a refused one stands alone", () => {
  const messages = conversationOf({ by: "operator", body: text("It does."), at: noon });
  const draft = { kind: "text", text: "Here." } as const;
  const sending = { id: "a", draft, at: noon + 1_000, state: { kind: "sending" } } as const;
  const refused = { id: "b", draft, at: noon + 2_000, state: { kind: "refused", sentence: "No." } } as const;
  const closing = entriesOf(messages, [sending, refused]).map((entry) => "closesGroup" in entry && entry.closesGroup);
  assert.deepEqual(closing, [false, false, true, true]);
});

test("the last own message is a thing said, not an event", () => {
  const messages = conversationOf(
    { by: "operator", body: { kind: "event", event: "accepted" } },
    { by: "operator", body: text("Hello") },
    { by: "visitor", body: text("Hi") },
    { by: "operator", body: { kind: "event", event: "ended" } },
  );
  assert.equal(lastOwnSeq(messages), 2);
  assert.equal(lastOwnSeq([]), 0);
});

test("a push on the visitor's own site is named by its path, another by its host", () => {
  assert.equal(pushTitle("https://shop.example/tents/2p?plan=1", "https://shop.example"), "/tents/2p?plan=1");
  assert.equal(pushTitle("https://maps.example/", "https://shop.example"), "maps.example");
  assert.equal(pushTitle("https://maps.example/a%20b"), "maps.example/a b");
  assert.equal(pushTitle("not a url"), "not a url");
});
