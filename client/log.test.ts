import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Message } from "../protocol/message.ts";
import { Log } from "./log.ts";

test("messages in order are appended and nothing is asked for", () => {
  const { log, asked } = start();
  assert.deepEqual(log.add(some(1, 2), false), some(1, 2));
  assert.deepEqual(log.add(some(3), false), some(3));
  assert.deepEqual([log.messages, log.lastSeq, asked], [some(1, 2, 3), 3, []]);
});

test("a message that comes again is ignored, and the list stays the same list", () => {
  const { log } = start();
  log.add(some(1, 2), false);
  const before = log.messages;
  assert.deepEqual(log.add(some(2, 1), false), []);
  assert.equal(log.messages, before);
});

test("what follows a gap is kept back until the gap fills, and the gap is asked for once", () => {
  const { log, asked } = start();
  log.add(some(1), false);
  assert.deepEqual(log.add(some(4), false), []);
  assert.deepEqual(log.add(some(5), false), []);
  assert.deepEqual(asked, [1]);
  assert.deepEqual(log.add(some(2, 3, 4), false), some(2, 3, 4, 5));
  assert.deepEqual(asked, [1]);
});

test("the next gap is asked for too", () => {
  const { log, asked } = start();
  log.add(some(2), false);
  log.add(some(1), false);
  log.add(some(4), false);
  assert.deepEqual(asked, [0, 2]);
});

test("after a reconnection a gap is asked for again, and a log without one asks nothing", () => {
  const { log, asked } = start();
  log.add(some(2), false);
  log.askAgain();
  assert.deepEqual(asked, [0, 0]);
  log.add(some(1), false);
  log.askAgain();
  assert.deepEqual(asked, [0, 0]);
});

test("a page that says there is more is followed by the next, but not when it comes again", () => {
  const { log, asked } = start();
  log.add(some(1, 2), true);
  log.add(some(1, 2), true);
  assert.deepEqual(asked, [2]);
  log.add(some(3), false);
  log.add(some(1, 2), true);
  assert.deepEqual(asked, [2]);
});

test("what was edited or deleted is so wherever it stands, and says no more what it said first", () => {
  const { log } = start();
  log.add(some(1, 2, 3), false);
  const edited = { kind: "edited", seq: 1, body: { kind: "text", text: "new" } } as const;
  const entries = [edited, { kind: "deleted", seq: 2 } as const, { kind: "edited", seq: 3 } as const];
  log.add(
    some(4, 5, 6).map((message, index) => ({ ...message, body: entries[index] ?? message.body })),
    false,
  );
  assert.deepEqual(
    log.messages.slice(0, 3).map(({ body }) => body),
    [{ kind: "text", text: "new" }, { kind: "blank" }, { kind: "blank" }],
  );
  log.add([{ ...some(7)[0], body: { kind: "deleted", seq: 1 } } as Message], false);
  assert.doesNotMatch(JSON.stringify(log.messages), /new/, "nor what an edit had made of it");
});

test("what is too far ahead is not kept but asked for when the log has come that far", () => {
  const { log, asked } = start();
  log.add(some(2_000), false);
  assert.equal(log.add(range(1, 1_999), false).at(-1)?.seq, 500);
  assert.deepEqual(asked, [0, 500]);
});

test("whatever is lost, doubled or out of order, the log holds each message once and in order, and gets there in the end", () => {
  const piece = fc.record({
    from: fc.integer({ min: 1, max: 60 }),
    count: fc.integer({ min: 1, max: 12 }),
    lost: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(piece, { maxLength: 60 }),
      fc.infiniteStream(fc.boolean()),
      (total, pieces, luck) => {
        const all = range(1, total);
        const questions: number[] = [];
        const appended: Message[] = [];
        const log = new Log((after) => questions.push(after));
        const add = (messages: Message[], more: boolean): void => {
          appended.push(...log.add(messages, more));
          assert.deepEqual(log.messages, all.slice(0, log.lastSeq));
        };
        const answer = (after: number): void => {
          const page = all.slice(after, after + 7);
          add(page, after + page.length < total);
        };
        for (const { from, count, lost } of pieces) {
          const messages = all.slice(from - 1, from - 1 + count);
          if (!lost && messages.length > 0) add(messages.toReversed(), false);
          const question = questions.length > 0 && luck.next().value ? questions.shift() : undefined;
          if (question !== undefined && luck.next().value) answer(question);
        }
        // The line is cut, and comes back: questions are lost with it, the newest message arrives.
        questions.length = 0;
        add(all.slice(-1), false);
        log.askAgain();
        for (let after; (after = questions.shift()) !== undefined;) answer(after);
        assert.deepEqual(log.messages, all);
        assert.deepEqual(appended, all);
      },
    ),
  );
});

function start(): { log: Log; asked: number[] } {
  const asked: number[] = [];
  return { log: new Log((after) => asked.push(after)), asked };
}

function some(...seqs: number[]): Message[] {
  return seqs.map((seq) => ({
    seq,
    id: `message-${seq}`,
    author: { kind: "visitor" },
    at: seq,
    body: { kind: "text", text: "Hello" },
  }));
}

function range(first: number, last: number): Message[] {
  return some(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
