import { create } from "zustand";
import { type Ack, Line, type LineState, Refused } from "../../client/line.ts";
import type { FromOperator } from "../../protocol/operator-to-server.ts";
import type { ToOperator } from "../../protocol/server-to-operator.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { unsentStore } from "./unsent.ts";

export { type Ack, type LineState, Refused } from "../../client/line.ts";

type Listener = (frame: ToOperator) => void;
/** What is answered by an `ack` or a `refused`. */
export type Question = Extract<FromOperator, { id: string }>;

/** Between two measurements of the way to the server and back. */
const MEASURE_MS = 15_000;

const listeners = new Map<string, Set<Listener>>();
const useLineStore = create<{ line: LineState; latencyMs: number | undefined }>(() => ({
  line: { kind: "closed" },
  latencyMs: undefined,
}));

let line: Line<FromOperator, ToOperator> | undefined;
let measuring: ReturnType<typeof setInterval> | undefined;
let askedAt: number | undefined;

/** Calls `listener` for every frame of a type, from every connection, until the returned function is called. */
export function on<T extends ToOperator["type"]>(
  type: T,
  listener: (frame: Extract<ToOperator, { type: T }>) => void,
): () => void {
  const set = listeners.get(type) ?? new Set();
  listeners.set(type, set);
  // The map's key is the frame's type, which the compiler cannot follow through the map.
  set.add(listener as Listener);
  return () => set.delete(listener as Listener);
}

/** Best effort: dropped while the line is down. What must not be lost is asked, or said again on `welcome`. */
export function tell(message: FromOperator): void {
  line?.tell(message);
}

/** Kept until the server answers, through reconnections. Rejects with `Refused`, whose message is a sentence to show. */
export function ask(message: Question): Promise<Ack> {
  if (line === undefined) return Promise.reject(new Error("Asked before the console was signed in."));
  return line.ask(message);
}

/** How the line to the server is. */
export function useLine(): LineState {
  return useLineStore((store) => store.line);
}

/** Milliseconds to the server and back, when last measured. */
export function useLatency(): number | undefined {
  return useLineStore((store) => store.latencyMs);
}

/** How the line is, outside of components. */
function lineState(): LineState {
  return useLineStore.getState().line;
}

/** Calls `listener` at each change of the line, until the returned function is called. */
export function onLine(listener: (state: LineState) => void): () => void {
  return useLineStore.subscribe(({ line: now }, before) => now !== before.line && listener(now));
}

type Unwanted = (message: FromOperator, refusal: Refused) => void;
let onUnwanted: Unwanted = () => {};

/** Calls `listener` when the server refuses what was written before this page was loaded: nobody waits for that answer any more. */
export function setOnUnwanted(listener: Unwanted): void {
  onUnwanted = listener;
}

/** Starts this operator's line; after each (re)connection `welcome` arrives through `on`. */
export function connect(operator: string): void {
  if (line !== undefined) return;
  const earlier = new Set<string>();
  line = new Line<FromOperator, ToOperator>({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/operator`,
    hello: () => ({ type: "hello", version: PROTOCOL_VERSION }),
    receive,
    onState: (state) => useLineStore.setState({ line: state }),
    outbox: unsentStore(operator),
    onSettled: (message, result) => {
      if (earlier.delete(message.id) && result instanceof Refused) onUnwanted(message, result);
    },
  });
  for (const { id } of line.unsent()) earlier.add(id);
  addEventListener("online", retryNow);
  document.addEventListener("visibilitychange", retryIfVisible);
  measuring = setInterval(measure, MEASURE_MS);
  line.start();
}

/** Hangs up for good and forgets what was not answered; `connect` begins anew. */
export function disconnect(): void {
  removeEventListener("online", retryNow);
  document.removeEventListener("visibilitychange", retryIfVisible);
  clearInterval(measuring);
  line?.stop();
  line = undefined;
}

/** Tries at once instead of waiting. */
export function retryNow(): void {
  line?.retryNow();
}

function retryIfVisible(): void {
  if (document.visibilityState === "visible") retryNow();
}

function receive(frame: ToOperator): void {
  if (frame.type === "welcome") measure();
  if (frame.type === "pong" && askedAt !== undefined) {
    useLineStore.setState({ latencyMs: Math.round(performance.now() - askedAt) });
    askedAt = undefined;
  }
  for (const listener of listeners.get(frame.type) ?? []) listener(frame);
}

function measure(): void {
  if (document.visibilityState !== "visible" || lineState().kind !== "online") return;
  askedAt = performance.now();
  tell({ type: "ping" });
}
