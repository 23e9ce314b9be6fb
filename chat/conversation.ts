import type { QueueState } from "./queue-state.ts";
import type { VisitorState } from "./visitor.ts";

/**
 * requesting → open → ended, or requesting → ended (missed); open → requesting when whoever had it is gone. `left` is a message left
 * while nobody was online; it never becomes anything else.
 */
export type ConversationStatus = "requesting" | "open" | "ended" | "left";

/** How far one side has got, as sequence numbers: received by its client, looked at by the person. Only ever grows. */
export interface Marks {
  delivered: number;
  seen: number;
}

/** An operator, as conversations know one. */
export interface Person {
  id: string;
  name: string;
}

/** A chat that is offered to a colleague, or to whoever of a department is first. Until it is accepted it stays where it is. */
export interface Transfer {
  from: Person;
  to?: Person;
  department?: { id: string; name: string };
  /** To the colleague; may be empty. No visitor ever gets it. */
  word: string;
  at: number;
}

export interface Conversation {
  id: string;
  site: string;
  visitor: number;
  visitorName?: string;
  visitorEmail?: string;
  status: ConversationStatus;
  /** Who has it: accepted it, took it over, or got it from a colleague. */
  operator?: Person;
  /** Who has joined and may write as well; missing when nobody has. */
  others?: Person[];
  /** While it is offered to a colleague. */
  transfer?: Transfer;
  /** Id of the department that it was asked for. */
  department?: string;
  requestedAt: number;
  /** When it was last taken from somebody who was gone: the visitor waits since then, or waited until `acceptedAt`. */
  releasedAt?: number;
  /** Missing while nobody has it. */
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

/** Whether this operator may write in it: has it, or has joined. */
export function isWriter({ operator, others = [] }: Conversation, id: string): boolean {
  return operator?.id === id || others.some((other) => other.id === id);
}

/** Marks only grow, and never past what there is. */
export function raise(marks: Marks, to: Marks, lastSeq: number): Marks {
  const seen = Math.max(marks.seen, Math.min(to.seen, lastSeq));
  return { delivered: Math.max(marks.delivered, Math.min(to.delivered, lastSeq), seen), seen };
}

/** How a conversation shows in its visitor's row of the list. @param queue how it stands under queueing, while it is a request */
export function stateOf(conversation: Conversation, queue: QueueState): VisitorState {
  const { id, status, operator, requestedAt, releasedAt } = conversation;
  if (status === "requesting") {
    const since = releasedAt ?? requestedAt;
    return {
      status,
      conversation: id,
      requestedAt: since,
      ...(queue.kind === "offered" ? { operator: queue.to.name } : {}),
    };
  }
  if (status === "open") return { status: "chatting", conversation: id, operator: operator?.name ?? "" };
  return { status: "online" };
}
