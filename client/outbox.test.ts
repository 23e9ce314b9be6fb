import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox, type OutboxStore, Refused } from "./outbox.ts";

interface Message {
  id: string;
}

test("storage that throws, as in private windows and when it is full, costs only the next page's copy", async () => {
  const store: OutboxStore = {
    load() {
      throw new Error("Access is denied.");
    },
    save() {
      throw new Error("The quota has been exceeded.");
    },
  };
  const outbox = new Outbox<Message>(store);
  const answer = outbox.keep({ id: "one" });
  assert.deepEqual(outbox.settle("one", { id: "one" }), { id: "one" });
  assert.deepEqual(await answer, { id: "one" });
});

for (const text of ["", "{", "null", "7", '"text"', "{}", "[null]", "[7]", '[{"id":7}]', "[[]]"]) {
  test(`an outbox whose stored text is ${text === "" ? "empty" : text} begins empty`, () => {
    const outbox = new Outbox<Message>({ load: () => text, save: () => {} });
    assert.deepEqual(outbox.messages(), []);
  });
}

test("the two-hundred-and-first message is refused and not kept, and there is room again after an answer", async () => {
  const outbox = new Outbox<Message>(undefined);
  for (let i = 0; i < 200; i++) void outbox.keep({ id: `message ${i}` });
  await assert.rejects(
    outbox.keep({ id: "one more" }),
    (error) => error instanceof Refused && error.code === "overloaded",
  );
  assert.equal(outbox.messages().length, 200);
  outbox.settle("message 0", { id: "message 0" });
  void outbox.keep({ id: "one more" });
  assert.equal(outbox.messages().at(-1)?.id, "one more");
});

test("the store holds what waits, in order, and is cleared with the last answer", () => {
  const saved: (string | null)[] = [];
  const outbox = new Outbox<Message>({ load: () => '[{"id":"early"}]', save: (text) => saved.push(text) });
  void outbox.keep({ id: "late" });
  outbox.settle("early", { id: "early" });
  outbox.settle("late", { id: "late" });
  assert.deepEqual(saved, ['[{"id":"early"},{"id":"late"}]', '[{"id":"late"}]', null]);
});

test("a message from an earlier page may be asked again, and then somebody waits for its answer", async () => {
  const outbox = new Outbox<Message>({ load: () => '[{"id":"one"}]', save: () => {} });
  const answer = outbox.keep({ id: "one" });
  outbox.settle("one", { id: "one", seq: 3 });
  assert.deepEqual(await answer, { id: "one", seq: 3 });
});

test("an earlier page's message that is refused disturbs nobody", () => {
  const outbox = new Outbox<Message>({ load: () => '[{"id":"one"}]', save: () => {} });
  outbox.settle("one", new Refused("empty"));
  assert.deepEqual(outbox.messages(), []);
});

test("an answer to nothing is told apart", () => {
  const outbox = new Outbox<Message>(undefined);
  assert.equal(outbox.settle("nothing", { id: "nothing" }), undefined);
  assert.equal(outbox.settle(undefined, new Refused("bad-message")), undefined);
});
