import assert from "node:assert/strict";
import { test } from "node:test";
import { Heartbeat } from "./heartbeat.ts";

const MINUTE_MS = 60_000;

test("others get their turn while a thousand lines are asked, and each line is asked once", async () => {
  const lines = Array.from({ length: 1_000 }, () => ({
    asked: 0,
    beat(): void {
      this.asked += 1;
    },
  }));
  const operators = lines.slice(0, 10);
  const visitors = lines.slice(10);
  let askedWhenOthersHadTheirTurn: number | undefined;
  setImmediate(() => (askedWhenOthersHadTheirTurn = lines.filter(({ asked }) => asked === 1).length));
  await new Heartbeat([operators, visitors], MINUTE_MS).beat();
  assert.ok(lines.every(({ asked }) => asked === 1));
  const atOthersTurn = askedWhenOthersHadTheirTurn ?? lines.length;
  assert.ok(atOthersTurn < lines.length, `${atOthersTurn} of ${lines.length} had been asked`);
});

test("a line that goes while others are asked is not asked, and one that comes is", async () => {
  const asked: string[] = [];
  const line = (name: string): { beat: () => void } => ({ beat: () => void asked.push(name) });
  const [goes, comes] = [line("goes"), line("comes")];
  const lines = new Set([
    {
      beat: (): void => {
        lines.delete(goes);
        lines.add(comes);
      },
    },
    goes,
  ]);
  await new Heartbeat([lines], MINUTE_MS).beat();
  assert.deepEqual(asked, ["comes"]);
});

test("for as long as the server itself stood still, nobody counts as silent", async () => {
  const deaf: number[] = [];
  const heartbeat = (ms: number): Heartbeat =>
    new Heartbeat([[{ beat: (_now: number, _every: number, deafMs: number) => void deaf.push(deafMs) }]], ms);
  await heartbeat(MINUTE_MS).beat(); // at its time, or before
  const late = heartbeat(1);
  const until = performance.now() + 20;
  while (performance.now() < until);
  await late.beat();
  assert.equal(deaf[0], 0);
  assert.ok((deaf[1] ?? 0) >= 19, `${deaf[1]} ms`);
});
