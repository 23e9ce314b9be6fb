import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { answerQuestions } from "../child.ts";
import type { Installation } from "../installation.ts";
import { connectRelay, connectShopbell, type Pair, type PairsWish } from "../pairs.ts";
import { measureUsage } from "../usage.ts";
import type { FrameListener } from "../wire.ts";

// Visitors who write as fast as their messages arrive: each keeps a number of them in flight, and one has arrived when it is both
// acknowledged and on its operator's line.

interface Talk {
  pair: Pair;
  sent: number;
  acked: number;
  delivered: number;
}

export interface LoadResult {
  messages: number;
  ms: number;
  /** How much of the time the generator itself was busy, from 0 to 1: near 1 it is what was measured. */
  busy: number;
}

const talks = new Map<string, Talk>();
/** Those of whom something was heard since their lines last paused. */
const moved = new Set<Talk>();
let inFlight = 0;
let isRunning = false;
let drained: () => void = () => undefined;

// Both servers write `type` first and `conversation` second, so that a frame can be told apart without parsing it.
const ACK = "a".charCodeAt(0);
const MESSAGES = "m".charCodeAt(0);
const TYPE_AT = '{"type":"'.length;
const CONVERSATION_AT = '{"type":"messages","conversation":"'.length;
const QUOTE = '"'.charCodeAt(0);
const SEQ = Buffer.from('"seq":');

const answers = {
  connectShopbell: async ({ installation, wish }: { installation: Installation; wish: PairsWish }) =>
    listen(await connectShopbell(installation, wish)),
  connectRelay: async ({ port, wish }: { port: number; wish: PairsWish }) => listen(await connectRelay(port, wish)),
  /** Begins to talk, and goes on until `end`. @param most messages that each visitor keeps in flight. */
  begin: async ({ most, warmUpMs }: { most: number; warmUpMs: number }): Promise<void> => {
    inFlight = most;
    isRunning = true;
    for (const talk of talks.values()) pump(talk);
    await pause(warmUpMs);
  },
  measure: async ({ ms: wished }: { ms: number }): Promise<LoadResult> => {
    const [before, busyBefore, startedAt] = [arrived(), measureUsage().busyMs, performance.now()];
    await pause(wished);
    const ms = performance.now() - startedAt;
    return { messages: arrived() - before, ms, busy: (measureUsage().busyMs - busyBefore) / ms };
  },
  /** Stops talking; done when everything that was sent has arrived. */
  end: async (): Promise<void> => {
    isRunning = false;
    await new Promise<void>((resolve) => {
      drained = resolve;
      checkDrained();
    });
  },
};
export type LoadAnswers = typeof answers;

function listen(pairs: readonly Pair[]): void {
  for (const pair of pairs) {
    const talk: Talk = { pair, sent: 0, acked: 0, delivered: 0 };
    talks.set(pair.conversation, talk);
    pair.visitor.onFrame = (buffer, start, end) => {
      const kind = buffer[start + TYPE_AT];
      if (kind === ACK) talk.acked += 1;
      // Whatever else comes is no answer to a message.
      else throw new Error(`Unexpected: ${buffer.toString("utf8", start, end)}`);
      moved.add(talk);
    };
    pair.visitor.onPause = answer;
    pair.operator.onFrame = hearOperator;
    pair.operator.onPause = answer;
  }
}

const hearOperator: FrameListener = (buffer, start, end) => {
  if (buffer[start + TYPE_AT] !== MESSAGES) return;
  const from = start + CONVERSATION_AT;
  const talk = talks.get(buffer.toString("latin1", from, buffer.indexOf(QUOTE, from)));
  if (talk === undefined) throw new Error(`Whose is this? ${buffer.toString("utf8", start, end)}`);
  for (let at = buffer.indexOf(SEQ, from); at !== -1 && at < end; at = buffer.indexOf(SEQ, at + SEQ.length))
    talk.delivered += 1;
  moved.add(talk);
};

/** What arrived together is answered together. */
function answer(): void {
  for (const talk of moved) pump(talk);
  moved.clear();
  if (!isRunning) checkDrained();
}

const PREFIX = randomBytes(7).toString("hex");
let made = 0;

function pump(talk: Talk): void {
  const { visitor, conversation } = talk.pair;
  const most = isRunning ? Math.min(talk.acked, talk.delivered) + inFlight : 0;
  while (talk.sent < most) {
    made += 1;
    const id = PREFIX + String(made).padStart(10, "0");
    visitor.put(
      `{"type":"send","id":"${id}","conversation":"${conversation}","echo":false,"text":"Does the tent fit two pads?"}`,
    );
    talk.sent += 1;
  }
  visitor.flush();
}

function arrived(): number {
  let sum = 0;
  for (const { acked, delivered } of talks.values()) sum += Math.min(acked, delivered);
  return sum;
}

/** Everything that was sent has come: nothing was lost to make a figure look better. */
function checkDrained(): void {
  for (const { sent, acked, delivered } of talks.values()) if (acked < sent || delivered < sent) return;
  drained();
}

answerQuestions(answers, () => {
  for (const { pair } of talks.values()) {
    pair.visitor.close();
    pair.operator.close();
  }
});
