import type { Message } from "../../protocol/message.ts";
import type { Talk as TalkFrame } from "../../protocol/server-to-operator.ts";
import { type Pending, withoutArrived } from "../chat/pending.ts";

/** What the operator and one colleague write to each other, as far as this window has it. Changed only by making a new one. */
export interface Talk {
  /** The colleague's id. */
  with: string;
  lastSeq: number;
  lastAt: number;
  /** How far the operator has looked, here or in another window, and the colleague. */
  seen: number;
  theirs: { delivered: number; seen: number };
  /** Only of a talk that is open here; colleagues' as a visitor's, so that they stand on their side. */
  messages: readonly Message[];
  /** False until the last part has come. */
  loaded: boolean;
  hasEarlier: boolean;
  pending: readonly Pending[];
  typing: boolean;
}

export function newTalk(colleague: string): Talk {
  return {
    with: colleague,
    lastSeq: 0,
    lastAt: 0,
    seen: 0,
    theirs: { delivered: 0, seen: 0 },
    messages: [],
    loaded: false,
    hasEarlier: false,
    pending: [],
    typing: false,
  };
}

/** What the server says of it as a whole. Marks only ever grow: a frame may have been on its way when somebody looked. */
export function withFrame(talk: Talk, { lastSeq, lastAt, mine, theirs }: TalkFrame): Talk {
  return {
    ...talk,
    lastSeq: Math.max(talk.lastSeq, lastSeq),
    lastAt: Math.max(talk.lastAt, lastAt),
    seen: Math.max(talk.seen, mine.seen),
    theirs: {
      delivered: Math.max(talk.theirs.delivered, theirs.delivered),
      seen: Math.max(talk.theirs.seen, theirs.seen),
    },
  };
}

/** The talk after something has been said by either. Who writes has seen what was there. */
export function withSaid(talk: Talk, said: readonly Message[], me: string): Talk {
  let next = talk;
  for (const { seq, at, author } of said) {
    const isMine = author.kind === "operator" && author.id === me;
    const reached = { delivered: seq, seen: seq };
    const mine = isMine ? reached : { delivered: 0, seen: 0 };
    const theirs = isMine ? { delivered: 0, seen: 0 } : reached;
    next = withFrame(next, { with: talk.with, lastSeq: seq, lastAt: at, mine, theirs });
  }
  return next;
}

/** The talk with messages that now stand at the end or before the first; colleagues' are put on the side of visitors. */
export function withMessages(
  talk: Talk,
  { atEnd, atStart }: { atEnd: readonly Message[]; atStart: readonly Message[] },
  me: string,
): Talk {
  const place = (message: Message): Message =>
    message.author.kind === "operator" && message.author.id !== me
      ? { ...message, author: { kind: "visitor" } }
      : message;
  const wasSaid = atEnd.some(({ author }) => author.kind === "operator" && author.id !== me);
  return {
    ...talk,
    messages: [...atStart.map(place), ...talk.messages, ...atEnd.map(place)],
    pending: withoutArrived(talk.pending, atEnd),
    typing: talk.typing && !wasSaid,
  };
}

/** What the colleague said and the operator has not looked at: whatever came after, since who writes has seen what was there. */
export function unreadIn({ lastSeq, seen }: Pick<Talk, "lastSeq" | "seen">): number {
  return Math.max(0, lastSeq - seen);
}
