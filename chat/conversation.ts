import type { VisitorState } from "./visitor.ts";

/**
 * requesting → open → ended, or requesting → ended (missed). `left` is a message left while nobody was online; it never
 * becomes anything else.
 */
export type ConversationStatus = "requesting" | "open" | "ended" | "left";

/** How far one side has got, as sequence numbers: received by its client, looked at by the person. Only ever grows. */
export interface Marks {
  delivered: number;
  seen: number;
}

export interface Conversation {
  id: string;
  site: string;
  visitor: number;
  visitorName?: string;
  visitorEmail?: string;
  status: ConversationStatus;
  operator?: { id: string; name: string };
  requestedAt: number;
  acceptedAt?: number;
  endedAt?: number;
  /** A left message that an operator has answered. */
  settledAt?: number;
  lastSeq: number;
  visitorMarks: Marks;
  operatorMarks: Marks;
}

export function isLive(conversation: Conversation): boolean {
  return conversation.status === "requesting" || conversation.status === "open";
}

/** Marks only grow, and never past what there is. */
export function raise(marks: Marks, to: Marks, lastSeq: number): Marks {
  const seen = Math.max(marks.seen, Math.min(to.seen, lastSeq));
  return { delivered: Math.max(marks.delivered, Math.min(to.delivered, lastSeq), seen), seen };
}

/** How a conversation shows in its visitor's row of the list. */
export function stateOf(conversation: Conversation): VisitorState {
  const { id, status, operator, requestedAt } = conversation;
  if (status === "requesting") return { status, conversation: id, requestedAt };
  if (status === "open") return { status: "chatting", conversation: id, operator: operator?.name ?? "" };
  return { status: "online" };
}
