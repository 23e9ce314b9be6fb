/**
 * How a request stands. `unqueued`: queueing is off for it, whoever comes first takes it. `waits`: nobody is free. `offered`: exactly one
 * operator holds it. `open`: it has gone round often enough and calls everybody, as if queueing were off.
 */
export type QueueState =
  | { kind: "unqueued" }
  | { kind: "waits" }
  | { kind: "offered"; to: { id: string; name: string }; since: number; until: number }
  | { kind: "open" };

export const UNQUEUED: QueueState = { kind: "unqueued" };
