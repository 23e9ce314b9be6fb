import { randomBytes } from "node:crypto";
import { answerQuestions } from "../child.ts";
import type { Installation } from "../installation.ts";
import { connectRelay, connectShopbell, type Pair, type PairsWish } from "../pairs.ts";

// Visitors who write at an even pace, however long the answers take, and note when each is acknowledged.

export interface Latency {
  median: number;
  p99: number;
  count: number;
}

const PREFIX = randomBytes(7).toString("hex");
const ID = Buffer.from('"id":"');
const ID_LENGTH = PREFIX.length + 10;
const ACK = "a".charCodeAt(0);
const TYPE_AT = '{"type":"'.length;
/** Timers are coarse: what is due since the last look is sent together, at most so many milliseconds late. */
const STEP_MS = 1;

let pairs: readonly Pair[] = [];
let sentAt = new Float64Array();
let waits: number[] = [];
let measuresFrom = Number.POSITIVE_INFINITY;

const answers = {
  connectShopbell: async ({ installation, wish }: { installation: Installation; wish: PairsWish }) =>
    listen(await connectShopbell(installation, wish)),
  connectRelay: async ({ port, wish }: { port: number; wish: PairsWish }) => listen(await connectRelay(port, wish)),
  /** @returns how long acknowledgements took, in milliseconds, of what was sent after the warm-up. */
  run: async ({ perSecond, warmUpMs, ms }: { perSecond: number; warmUpMs: number; ms: number }): Promise<Latency> => {
    const total = Math.ceil(((warmUpMs + ms) * perSecond) / 1_000);
    sentAt = new Float64Array(total);
    waits = [];
    measuresFrom = performance.now() + warmUpMs;
    await send(total, perSecond);
    await settled(total);
    waits.sort((a, b) => a - b);
    const at = (part: number): number =>
      waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? Number.NaN;
    return { median: at(0.5), p99: at(0.99), count: waits.length };
  },
};
export type PaceAnswers = typeof answers;

function listen(made: readonly Pair[]): void {
  pairs = made;
  for (const { visitor, operator } of pairs) {
    visitor.onFrame = (buffer, start, end) => {
      if (buffer[start + TYPE_AT] !== ACK) return;
      const from = buffer.indexOf(ID, start) + ID.length;
      if (from >= end) return;
      acknowledged(Number(buffer.toString("latin1", from + PREFIX.length, from + ID_LENGTH)));
    };
    operator.onFrame = () => undefined;
  }
}

let outstanding = 0;
let done: () => void = () => undefined;

function acknowledged(number: number): void {
  const from = sentAt[number] ?? Number.NaN;
  if (from >= measuresFrom) waits.push(performance.now() - from);
  outstanding -= 1;
  if (outstanding === 0) done();
}

function send(total: number, perSecond: number): Promise<void> {
  const from = performance.now();
  let sent = 0;
  outstanding = total;
  return new Promise((resolve) => {
    const step = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - from) * perSecond) / 1_000));
      for (; sent < due; sent += 1) say(sent);
      if (sent < total) setTimeout(step, STEP_MS);
      else resolve();
    };
    step();
  });
}

function say(number: number): void {
  const pair = pairs[number % pairs.length];
  if (pair === undefined) return;
  const id = PREFIX + String(number).padStart(10, "0");
  sentAt[number] = performance.now();
  pair.visitor.send(
    `{"type":"send","id":"${id}","conversation":"${pair.conversation}","echo":false,"text":"Does the tent fit two pads?"}`,
  );
}

async function settled(total: number): Promise<void> {
  if (total === 0 || outstanding === 0) return;
  await new Promise<void>((resolve) => (done = resolve));
}

answerQuestions(answers, () => {
  for (const { visitor, operator } of pairs) {
    visitor.close();
    operator.close();
  }
});
