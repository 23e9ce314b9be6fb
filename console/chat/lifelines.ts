import { newId } from "../../client/id.ts";
import type { Message } from "../../protocol/message.ts";
import { on, tell } from "../state/connection.ts";
import { LongLog } from "../state/long-log.ts";
import { type Chat, isHeldBy, isMine, newChat, withMarks, withMessages } from "./chat.ts";
import { change, live, myId, useChats } from "./store.ts";
import { followVisitor } from "./visitors.ts";

/** What keeps an open chat alive besides its state: its messages in order, and the hold on its visitor. */
interface Lifeline {
  log: LongLog;
  unfollow?: () => void;
  typing?: ReturnType<typeof setTimeout>;
  colleagueTyping?: ReturnType<typeof setTimeout>;
}

const lifelines = new Map<string, Lifeline>();
/** Each `open` by its id, until it is answered. */
const opening = new Map<string, string>();
/** How many logs of each chat are on the screen. */
const looked = new Map<string, number>();

/** A browser that stops saying that somebody types, without saying that they stopped, has died or lost its line. */
const TYPING_MS = 12_000;

/** Opens a conversation on the line: its messages, marks, typing and visitor come from now on, through reconnections. */
export function begin(conversation: string): void {
  if (lifelines.has(conversation)) return;
  lifelines.set(conversation, { log: new LongLog((after) => tell({ type: "sync", conversation, after })) });
  useChats.setState(({ chats }) => ({
    chats: { ...chats, [conversation]: newChat(conversation, live.get(conversation)) },
  }));
  follow(conversation);
  subscribe(conversation);
}

/** Shuts a conversation and forgets what it held. */
export function finish(conversation: string): void {
  if (lose(conversation)) tell({ type: "shut", conversation });
}

/** Forgets what a conversation held, which the server has shut already. Says whether it was open. */
export function lose(conversation: string): boolean {
  const lifeline = lifelines.get(conversation);
  if (lifeline === undefined) return false;
  lifelines.delete(conversation);
  clearTimeout(lifeline.typing);
  clearTimeout(lifeline.colleagueTyping);
  lifeline.unfollow?.();
  useChats.setState(({ chats: { [conversation]: _, ...chats } }) => ({ chats }));
  return true;
}

/** The conversations that are open on the line. */
export function begun(): string[] {
  return [...lifelines.keys()];
}

/** Asks for what was said before what is here. */
export function readEarlier(conversation: string): void {
  const before = lifelines.get(conversation)?.log.firstSeq ?? 0;
  if (before > 1) tell({ type: "earlier", conversation, before });
}

/** A part that has not come after this will not: the line is down, or somebody else's question was answered. */
const PART_MS = 10_000;

/** The chat with all that was ever said in it; undefined when the server does not answer. */
export async function wholeChat(conversation: string): Promise<Chat | undefined> {
  for (;;) {
    const chat = useChats.getState().chats[conversation];
    if (chat === undefined || !chat.hasEarlier) return chat;
    readEarlier(conversation);
    if (!(await changed(conversation, chat.messages[0]))) return undefined;
  }
}

/** Whether something else comes to stand first in time. */
function changed(conversation: string, first: Message | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (has: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(has);
    };
    const timer = setTimeout(settle, PART_MS, false);
    const stop = useChats.subscribe(({ chats }) => chats[conversation]?.messages[0] !== first && settle(true));
  });
}

/** Holds on to a chat's visitor as soon as it is known who that is. */
export function follow(conversation: string): void {
  const lifeline = lifelines.get(conversation);
  const known = useChats.getState().chats[conversation]?.conversation;
  if (lifeline === undefined || known === undefined) return;
  lifeline.unfollow ??= followVisitor(known.site, known.visitor);
}

/**
 * Says that a chat's log is on the screen, until the returned function is called: what comes is seen while the window has
 * the focus.
 */
export function look(conversation: string): () => void {
  looked.set(conversation, (looked.get(conversation) ?? 0) + 1);
  mark(conversation);
  return () => {
    const others = (looked.get(conversation) ?? 1) - 1;
    if (others > 0) looked.set(conversation, others);
    else looked.delete(conversation);
  };
}

/** Tells the server how far this operator has got, if that is further than it knows. */
export function mark(conversation: string): void {
  const chat = useChats.getState().chats[conversation];
  if (chat?.conversation === undefined || !isMine(chat.conversation, myId())) return;
  const delivered = lifelines.get(conversation)?.log.lastSeq ?? 0;
  const looking = looked.has(conversation) && document.visibilityState === "visible" && document.hasFocus();
  const seen = looking ? Math.max(delivered, chat.seen) : chat.seen;
  if (seen > chat.seen) change(conversation, (before) => ({ ...before, seen }));
  const { operatorMarks, status } = chat.conversation;
  // What the visitor is told is how far the operator has got whose chat it is.
  if (!isHeldBy(chat.conversation, myId())) return;
  const told = delivered <= operatorMarks.delivered && seen <= operatorMarks.seen;
  if (status === "open" && !told) tell({ type: "mark", conversation, delivered, seen });
}

function markAll(): void {
  for (const conversation of lifelines.keys()) mark(conversation);
}

function subscribe(conversation: string): void {
  const id = newId();
  const log = lifelines.get(conversation)?.log;
  log?.opening();
  opening.set(id, conversation);
  tell({ type: "open", id, conversation, after: log?.lastSeq ?? 0, latest: true });
}

/** What was asked for by an `open` has come, or will not. */
function opened(id: string): void {
  lifelines.get(opening.get(id) ?? "")?.log.opened();
  opening.delete(id);
}

function setTyping(conversation: string, visitorTyping: boolean, visitorText = ""): void {
  change(conversation, (chat) =>
    chat.visitorTyping === visitorTyping && chat.visitorText === visitorText
      ? chat
      : { ...chat, visitorTyping, visitorText },
  );
}

function setColleagueTyping(conversation: string, colleagueTyping: string | undefined): void {
  change(conversation, (chat) => (chat.colleagueTyping === colleagueTyping ? chat : { ...chat, colleagueTyping }));
}

on("welcome", () => {
  opening.clear();
  for (const conversation of lifelines.keys()) subscribe(conversation);
});

on("messages", ({ conversation, messages, more, hasEarlier }) => {
  const log = lifelines.get(conversation)?.log;
  if (log === undefined) return;
  if (hasEarlier === undefined) {
    const appended = log.add(messages, more);
    // Until the last part has come there is nothing to show.
    if (appended.length > 0 || log.lastSeq > 0)
      change(conversation, (chat) => withMessages(chat, log.messages, appended, more));
  } else {
    const { atEnd, atStart } = log.addPart(messages);
    change(conversation, (chat) => {
      const next = withMessages(chat, log.messages, atEnd, false);
      return chat.loaded && atStart.length === 0 ? next : { ...next, hasEarlier };
    });
  }
  mark(conversation);
});

on("marks", ({ conversation, visitorMarks, operatorMarks }) =>
  change(conversation, (chat) => withMarks(chat, { visitorMarks, operatorMarks })),
);

on("typing", ({ conversation, typing, text, operator }) => {
  const lifeline = lifelines.get(conversation);
  if (lifeline === undefined || operator?.id === myId()) return;
  if (operator !== undefined) {
    clearTimeout(lifeline.colleagueTyping);
    if (typing) lifeline.colleagueTyping = setTimeout(setColleagueTyping, TYPING_MS, conversation, undefined);
    setColleagueTyping(conversation, typing ? operator.name : undefined);
    return;
  }
  clearTimeout(lifeline.typing);
  if (typing) lifeline.typing = setTimeout(() => setTyping(conversation, false), TYPING_MS);
  setTyping(conversation, typing, text);
});

on("viewers", ({ conversation, viewers }) => change(conversation, (chat) => ({ ...chat, viewers })));

on("ack", ({ id }) => opened(id));

on("refused", ({ id, code, sentence }) => {
  const conversation = opening.get(id ?? "");
  if (conversation === undefined) return;
  opened(id ?? "");
  change(conversation, (chat) => ({ ...chat, refusal: { code, sentence } }));
});

addEventListener("focus", markAll);
document.addEventListener("visibilitychange", markAll);
