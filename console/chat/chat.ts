import type { Message } from "../../protocol/message.ts";
import type { OperatorConversation, Person, Transfer } from "../../protocol/server-to-operator.ts";
import { type Pending, withoutArrived } from "./pending.ts";
import { countUnread, isSaidByVisitor } from "./unread.ts";

/** One conversation that this window shows, as a tab or as a look into the past. Changed only by making a new one. */
export interface Chat {
  id: string;
  /** Missing until the server has told who it is with. */
  conversation?: OperatorConversation;
  messages: readonly Message[];
  /** False until the messages there were when it was opened have come. */
  loaded: boolean;
  /** Whether anything was said before the first of them. */
  hasEarlier: boolean;
  pending: readonly Pending[];
  visitorTyping: boolean;
  /** What the visitor is writing, where the site shows it. */
  visitorText: string;
  /** The colleague who is typing. */
  colleagueTyping: string | undefined;
  /** Who has it in front, this operator among them. */
  viewers: readonly Person[];
  /** How far the operator has looked, here or in another window. */
  seen: number;
  /** Why the server will not show it. */
  refusal?: { code: string; sentence: string };
}

export function newChat(id: string, conversation?: OperatorConversation): Chat {
  const chat: Chat = {
    id,
    messages: [],
    loaded: false,
    hasEarlier: false,
    pending: [],
    visitorTyping: false,
    visitorText: "",
    colleagueTyping: undefined,
    viewers: [],
    seen: 0,
  };
  return conversation === undefined ? chat : withConversation(chat, conversation);
}

/** Marks only ever grow: a frame that was on its way when somebody looked must not make messages unread again. */
export function withConversation(chat: Chat, conversation: OperatorConversation): Chat {
  const before = chat.conversation?.visitorMarks ?? conversation.visitorMarks;
  const visitorMarks = {
    delivered: Math.max(before.delivered, conversation.visitorMarks.delivered),
    seen: Math.max(before.seen, conversation.visitorMarks.seen),
  };
  const seen = Math.max(chat.seen, conversation.operatorMarks.seen);
  return { ...chat, conversation: { ...conversation, visitorMarks }, seen };
}

export function withMarks(chat: Chat, marks: Pick<OperatorConversation, "visitorMarks" | "operatorMarks">): Chat {
  if (chat.conversation === undefined) return chat;
  return withConversation(chat, { ...chat.conversation, ...marks });
}

/** The chat with its log as it stands, and what was newly appended to it. */
export function withMessages(
  chat: Chat,
  messages: readonly Message[],
  appended: readonly Message[],
  more: boolean,
): Chat {
  const ended = appended.some(({ body }) => body.kind === "event" && body.event === "ended");
  return {
    ...chat,
    messages,
    loaded: chat.loaded || !more,
    pending: withoutArrived(chat.pending, appended),
    visitorTyping: chat.visitorTyping && !ended && !appended.some(isSaidByVisitor),
    visitorText: ended || appended.some(isSaidByVisitor) ? "" : chat.visitorText,
    colleagueTyping: appended.some(({ author }) => author.kind === "operator") ? undefined : chat.colleagueTyping,
  };
}

/** What an operator may do in a chat; decides what stands at the foot of it. */
export type Part =
  | { kind: "loading" }
  /** `owner`: where it is a colleague's, and this operator has joined. */
  | { kind: "writer"; owner?: string }
  | { kind: "waiting" }
  /** `offer`: it is offered to this operator. */
  | { kind: "reader"; owner: string; offer?: Transfer }
  | { kind: "ended" };

export function partIn(
  { conversation }: Pick<Chat, "conversation">,
  me: string,
  departments: readonly string[] = [],
): Part {
  if (conversation === undefined) return { kind: "loading" };
  const { status, operator } = conversation;
  if (status === "requesting") return { kind: "waiting" };
  if (status !== "open") return { kind: "ended" };
  if (operator === undefined || operator.id === me) return { kind: "writer" };
  if (isWriter(conversation, me)) return { kind: "writer", owner: operator.name };
  const offer = offerTo(conversation, me, departments);
  return { kind: "reader", owner: operator.name, ...(offer !== undefined && { offer }) };
}

/** True for a chat that goes on and that this operator has, or has joined. */
export function isMine(conversation: OperatorConversation, me: string): boolean {
  return conversation.status === "open" && isWriter(conversation, me);
}

/** True for a chat that goes on and that this operator has. */
export function isHeldBy(conversation: OperatorConversation | undefined, me: string): boolean {
  return conversation?.status === "open" && conversation.operator?.id === me;
}

/** The transfer that waits for this operator to accept it, if there is one. */
export function offerTo(
  { status, transfer }: OperatorConversation,
  me: string,
  departments: readonly string[],
): Transfer | undefined {
  if (status !== "open" || transfer === undefined || transfer.from.id === me) return undefined;
  const isAsked = transfer.to?.id === me || departments.includes(transfer.department?.id ?? "");
  return isAsked ? transfer : undefined;
}

function isWriter({ operator, others = [] }: OperatorConversation, me: string): boolean {
  return operator?.id === me || others.some(({ id }) => id === me);
}

/** Whether the request was this operator's chat, and was taken from them because they were gone. */
export function hasLost({ messages }: Pick<Chat, "messages">, me: string): boolean {
  const last = messages.findLast(({ body }) => body.kind === "event" && body.event === "released");
  if (last?.author.kind !== "operator" || last.body.kind !== "event") return false;
  return last.author.id === me && last.body.why === "gone";
}

export function isLive({ status }: OperatorConversation): boolean {
  return status === "requesting" || status === "open";
}

/** What the visitor said and this operator has not looked at; other operators' chats are not counted. */
export function unreadIn(chat: Chat, me: string): number {
  const isOurs = chat.conversation !== undefined && isWriter(chat.conversation, me);
  return isOurs ? countUnread(chat.messages, chat.seen) : 0;
}

/** What a chat is called: the visitor's name, or the number in the list's ID column. */
export function nameOf(conversation: OperatorConversation | undefined): string {
  if (conversation === undefined) return "…";
  return conversation.visitorName ?? `#${conversation.visitor}`;
}
