import assert from "node:assert/strict";
import { test } from "node:test";
import { type Pending, textOf, withoutArrived, withState } from "./pending.ts";
import { conversationOf, text } from "./samples.ts";

const pending = (id: string): Pending => ({ id, draft: { kind: "text", text: id }, at: 0, state: { kind: "sending" } });

test("a pending message gives way to the message with its id, and the others stay in order", () => {
  const list = [pending("message-1"), pending("later"), pending("message-2")];
  const arrived = conversationOf({ by: "operator", body: text("a") }, { by: "operator", body: text("b") });
  assert.deepEqual(
    withoutArrived(list, arrived).map(({ id }) => id),
    ["later"],
  );
});

test("a list in which nothing changed is the same list", () => {
  const list = [pending("later")];
  assert.equal(withoutArrived(list, conversationOf({ by: "visitor", body: text("a") })), list);
  assert.equal(withState(list, "unknown", { kind: "kept" }), list);
});

test("a refusal that arrives after its message has been settled changes nothing", () => {
  assert.deepEqual(withState([], "message-1", { kind: "refused", sentence: "No." }), []);
});

test("a refused message keeps its text and its place", () => {
  const list = withState([pending("a"), pending("b")], "a", { kind: "refused", sentence: "Too long." });
  assert.deepEqual(list[0]?.state, { kind: "refused", sentence: "Too long." });
  assert.equal(list[1]?.state.kind, "sending");
  assert.deepEqual(
    list.map(({ draft }) => textOf(draft)),
    ["a", "b"],
  );
});
