import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { test } from "node:test";
import { setImmediate as turnsEnd } from "node:timers/promises";
import { Turn } from "./turn.ts";

/** A socket's writing end that remembers which pieces left together. */
function newStream(): { stream: Writable; writes: string[] } {
  const writes: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      writes.push(chunk);
      done();
    },
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(""));
      done();
    },
  });
  return { stream, writes };
}

test("what is written within a turn leaves in one piece, in order, when the turn is over", async () => {
  const turn = new Turn();
  const { stream, writes } = newStream();
  const other = newStream();
  for (const text of ["a", "b", "c"]) {
    turn.hold(stream);
    stream.write(text);
    turn.hold(other.stream);
    other.stream.write(text.toUpperCase());
  }
  assert.deepEqual(writes, []);
  await turnsEnd();
  assert.deepEqual([writes, other.writes], [["abc"], ["ABC"]]);
  turn.hold(stream);
  stream.write("d");
  await turnsEnd();
  assert.deepEqual(writes, ["abc", "d"]);
});

test("a lot is not held back", async () => {
  const turn = new Turn();
  const { stream, writes } = newStream();
  const piece = "x".repeat(50_000);
  for (let count = 0; count < 3; count += 1) {
    turn.hold(stream);
    stream.write(piece);
  }
  assert.equal(writes.join("").length, 150_000);
  await turnsEnd();
  turn.hold(stream);
  stream.write("y");
  await turnsEnd();
  assert.equal(writes.at(-1), "y");
});

test("a stream that is destroyed while it is held is let go of quietly", async () => {
  const turn = new Turn();
  const { stream, writes } = newStream();
  turn.hold(stream);
  stream.write("a");
  stream.destroy();
  await turnsEnd();
  assert.deepEqual(writes, []);
});
