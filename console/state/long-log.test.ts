import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../protocol/message.ts";
import { LongLog } from "./long-log.ts";

test("a long log begins with its last part, and goes on from there", () => {
  const { log, asked } = start();
  assert.deepEqual(log.addPart(some(8, 9)), { atEnd: some(8, 9), atStart: [] });
  assert.deepEqual(log.add(some(10), false), some(10));
  assert.deepEqual([log.firstSeq, log.lastSeq, asked], [8, 10, []]);
});

test("what comes before the last part does waits for it, and nothing is asked for", () => {
  const { log, asked } = start();
  assert.deepEqual(log.add(some(9), false), []);
  assert.deepEqual(log.add(some(10), false), []);
  assert.deepEqual(log.addPart(some(7, 8, 9)).atEnd, some(7, 8, 9, 10));
  assert.deepEqual([log.lastSeq, asked], [10, []]);
});

test("a gap between the last part and what came meanwhile is asked for", () => {
  const { log, asked } = start();
  log.add(some(12), false);
  assert.deepEqual(log.addPart(some(8, 9)).atEnd, some(8, 9));
  assert.deepEqual(asked, [9]);
  assert.deepEqual(log.add(some(10, 11), false), some(10, 11, 12));
});

test("what overtakes the answer when a chat is opened again asks for nothing, and a gap that is left then is asked for", () => {
  const { log, asked } = start();
  log.addPart(some(8, 9));
  log.opening();
  assert.deepEqual(log.add(some(12), false), []);
  assert.deepEqual(log.add(some(10, 11), false), some(10, 11, 12));
  log.opened();
  assert.deepEqual(asked, [], "the answer held all that was missing");
  log.opening();
  assert.deepEqual(log.add(some(16), false), []);
  assert.deepEqual(log.add(some(13), true), some(13));
  assert.deepEqual(asked, []);
  log.opened();
  assert.deepEqual(asked, [13], "the answer was one page of several");
});

test("earlier parts go before the first, each once", () => {
  const { log } = start();
  log.addPart(some(8, 9));
  assert.deepEqual(log.addPart(some(6, 7)), { atEnd: [], atStart: some(6, 7) });
  assert.deepEqual(log.addPart(some(6, 7)), { atEnd: [], atStart: [] });
  assert.deepEqual(log.addPart(some(1, 2)), { atEnd: [], atStart: [] });
  assert.equal(log.firstSeq, 6);
});

test("an empty conversation begins with nothing, and then with its first message", () => {
  const { log, asked } = start();
  assert.deepEqual(log.addPart([]), { atEnd: [], atStart: [] });
  assert.deepEqual(log.add(some(1), false), some(1));
  assert.deepEqual([log.firstSeq, log.lastSeq, asked], [1, 1, []]);
});

test("a conversation that was empty when it was opened takes its last part once more", () => {
  const { log } = start();
  log.addPart([]);
  assert.deepEqual(log.addPart(some(1, 2)), { atEnd: some(1, 2), atStart: [] });
});

function start(): { log: LongLog; asked: number[] } {
  const asked: number[] = [];
  return { log: new LongLog((after) => asked.push(after)), asked };
}

function some(...seqs: number[]): Message[] {
  return seqs.map((seq) => ({
    seq,
    id: `message-${seq}`,
    author: { kind: "visitor" },
    at: seq,
    body: { kind: "text", text: `${seq}` },
  }));
}
