import type { Message } from "../../protocol/message.ts";
import type { Draft } from "../../protocol/operator-to-server.ts";

/**
 * A message of one's own that is not in the conversation yet. `sending`: the server has not said anything; `kept`: it is on
 * disk, and its place in the conversation is about to arrive; `refused`: the server will not have it, and says why.
 */
export interface Pending {
  id: string;
  draft: Draft;
  /** By this computer's clock; it only orders and groups what is on the screen. */
  at: number;
  state: { kind: "sending" } | { kind: "kept" } | { kind: "refused"; sentence: string };
}

/** What is still pending once these messages are in the conversation. The same list if nothing changed. */
export function withoutArrived(pending: readonly Pending[], arrived: readonly Message[]): readonly Pending[] {
  if (pending.length === 0 || arrived.length === 0) return pending;
  const ids = new Set(arrived.map((message) => message.id));
  const left = pending.filter(({ id }) => !ids.has(id));
  return left.length === pending.length ? pending : left;
}

/** The list with one message's state changed; the same list if that message is no longer pending. */
export function withState(pending: readonly Pending[], id: string, state: Pending["state"]): readonly Pending[] {
  if (!pending.some((one) => one.id === id)) return pending;
  return pending.map((one) => (one.id === id ? { ...one, state } : one));
}

/** What was typed, whatever it was to become. */
export function textOf(draft: Draft): string {
  if (draft.kind === "text") return draft.text;
  return draft.kind === "html" ? draft.html : draft.url;
}
