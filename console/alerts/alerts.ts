import type { AlertKind } from "./kinds.ts";

/** Somebody waits for an answer: a request, the same from a visitor who accepted this operator's invitation, or a colleague's transfer. */
export interface Waiting {
  kind: "request" | "accepted" | "transferred";
  conversation: string;
  site: string;
  visitor: number;
  name: string;
  /** The colleague's word, plain text. */
  text?: string;
}

/** A message that has just come. */
export interface Arrival {
  conversation: string;
  seq: number;
  name: string;
  /** Plain text only; nothing where the message is something else. */
  text: string;
}

export interface Unread {
  count: number;
  name: string;
}

/** All that calls for this operator, as far as this browser's windows know. Changed only by making a new one. */
export interface Alerts {
  /** By conversation, the longest-waiting first. */
  waiting: { readonly [conversation: string]: Waiting };
  /** By conversation; only those with a count. */
  unread: { readonly [conversation: string]: Unread };
  /** The last message that came. */
  arrival: Arrival | undefined;
}

export const noAlerts: Alerts = { waiting: {}, unread: {}, arrival: undefined };

export function withWaiting(alerts: Alerts, waiting: Waiting): Alerts {
  // Who has accepted an invitation has, whatever is told of the conversation afterwards.
  const kind = alerts.waiting[waiting.conversation]?.kind === "accepted" ? "accepted" : waiting.kind;
  return { ...alerts, waiting: { ...alerts.waiting, [waiting.conversation]: { ...waiting, kind } } };
}

/** Answered, or the visitor has left. */
export function withoutWaiting(alerts: Alerts, conversation: string): Alerts {
  if (!(conversation in alerts.waiting)) return alerts;
  const { [conversation]: _, ...waiting } = alerts.waiting;
  return { ...alerts, waiting };
}

export function withUnread(alerts: Alerts, conversation: string, { count, name }: Unread): Alerts {
  if ((alerts.unread[conversation]?.count ?? 0) === count) return alerts;
  const { [conversation]: _, ...others } = alerts.unread;
  return { ...alerts, unread: count === 0 ? others : { ...others, [conversation]: { count, name } } };
}

/** Those that wait and that the operator has not dismissed, of the kinds that `wanted` is true for. */
export function calling(
  { waiting }: Pick<Alerts, "waiting">,
  dismissed: readonly string[],
  wanted: (kind: AlertKind) => boolean = () => true,
): Waiting[] {
  return Object.values(waiting).filter(({ conversation, kind }) => wanted(kind) && !dismissed.includes(conversation));
}
