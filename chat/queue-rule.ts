import type { OperatorIdentity } from "./conversations.ts";
import { ChatError } from "./error.ts";

/** To whom a request is offered first: who has the fewest chats, who has had none for the longest, or one after the other. */
export const QUEUE_RULES = ["off", "least-busy", "longest-idle", "in-turn"] as const;

/** How requests are handed out. `off`: whoever comes first takes them. */
export interface QueueRule {
  rule: (typeof QUEUE_RULES)[number];
  /** An operator who has so many chats is offered no more. */
  mostChats: number;
  /** How long an offer stands, in milliseconds. */
  answerMs: number;
}

export const NO_QUEUE: QueueRule = { rule: "off", mostChats: 4, answerMs: 30_000 };

const MOST_CHATS = 100;
/** Shorter than this nobody can read what it is about; longer than that no visitor waits. */
const ANSWER_MS = { least: 5_000, most: 600_000 };

/** A rule that an administrator sets; refused where its numbers make no sense. */
export function checkQueueRule({ rule, mostChats, answerMs }: QueueRule): QueueRule {
  if (!Number.isInteger(mostChats) || mostChats < 1 || mostChats > MOST_CHATS)
    throw new ChatError("bad-message", `The limit of chats must be from 1 to ${MOST_CHATS}.`);
  if (!Number.isInteger(answerMs) || answerMs < ANSWER_MS.least || answerMs > ANSWER_MS.most)
    throw new ChatError("bad-message", "The time to answer must be from 5 seconds to 10 minutes.");
  return { rule, mostChats, answerMs };
}

/** Somebody to whom a request could be offered now. */
export interface Candidate extends OperatorIdentity {
  /** How many chats they have. */
  chats: number;
  /** When their last chat began or ended; 0 = they have had none. */
  busyAt: number;
}

/** Whom of the candidates a request is offered to. `last`: to whom the offer before this one went. */
export function choose(
  rule: QueueRule["rule"],
  candidates: readonly Candidate[],
  last: string | undefined,
): Candidate | undefined {
  const inOrder = candidates.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  switch (rule) {
    case "off":
      return undefined;
    case "in-turn":
      return inOrder.find(({ id }) => last !== undefined && id > last) ?? inOrder[0];
    case "longest-idle":
      return best(inOrder, (one, other) => one.busyAt - other.busyAt);
    case "least-busy":
      return best(inOrder, (one, other) => one.chats - other.chats || one.busyAt - other.busyAt);
  }
}

/** The first of those that nobody comes before. */
function best(
  candidates: readonly Candidate[],
  order: (one: Candidate, other: Candidate) => number,
): Candidate | undefined {
  let found = candidates[0];
  for (const candidate of candidates) if (found !== undefined && order(candidate, found) < 0) found = candidate;
  return found;
}
