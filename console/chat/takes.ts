import { create } from "zustand";
import { newId } from "../../client/id.ts";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import { ask, type Question, Refused } from "../state/connection.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";
import { isHeldBy, isMine } from "./chat.ts";
import { openChat } from "./chats.ts";
import { live, myId, useChats } from "./store.ts";
import { withdrawn } from "./take-news.ts";

/** Which chat the Transfer window is open for. */
export const useTransferring = create<{ conversation: string | undefined }>(() => ({ conversation: undefined }));

/**
 * Takes a colleague's chat and opens it. When somebody else has it by now, says who.
 * @param shown the name of who had it on the screen, where that may be older than what this window knows of the chat
 */
export async function takeOver(conversation: string, shown?: string): Promise<void> {
  openChat(conversation);
  const { operator } = await known(conversation);
  if (operator === undefined) return;
  if (shown !== undefined && shown !== operator.name) {
    toast(refusalSentence(new Refused("already-taken", "", operator.name)), "problem");
    return;
  }
  await wish({ type: "take-over", id: newId(), conversation, from: operator.id });
}

/** Joins a colleague's chat and opens it: both may write. */
export async function join(conversation: string): Promise<void> {
  openChat(conversation);
  await wish({ type: "join", id: newId(), conversation });
}

/** Writes in a colleague's chat no more. */
export async function stepOut(conversation: string): Promise<void> {
  await wish({ type: "step-out", id: newId(), conversation });
}

/** Opens the Transfer window for a chat of one's own. */
export function openTransfer(conversation: string): void {
  useTransferring.setState({ conversation });
}

/** Offers a chat of one's own to a colleague or a department. Gives whether it is offered now. */
export async function transfer(
  conversation: string,
  to: { to: string } | { department: string },
  word: string,
): Promise<boolean> {
  return wish({ type: "transfer", id: newId(), conversation, ...to, ...(word !== "" && { word }) });
}

/** Says no to a chat that a colleague offers. */
export async function handBack(conversation: string): Promise<void> {
  await wish({ type: "transfer-answer", id: newId(), conversation, answer: "handed-back" });
}

/** Offers a chat of one's own no more. */
export async function withdrawTransfer(conversation: string): Promise<void> {
  withdrawn.add(conversation);
  const done = await wish({ type: "transfer-answer", id: newId(), conversation, answer: "withdrawn" });
  if (!done) withdrawn.delete(conversation);
}

/** Asks for it, and tells what the server refuses. */
async function wish(question: Question & { conversation: string }): Promise<boolean> {
  try {
    await ask(question);
    // What had the focus may be gone, and something else stands at the foot of the chat.
    useChats.setState(({ tabs }) => (tabs.active === question.conversation ? { focus: question.conversation } : {}));
    return true;
  } catch (error) {
    toast(refusalSentence(error), "problem");
    return false;
  }
}

/** The chat as the server tells it, which for one that has just been opened takes a moment. */
function known(conversation: string): Promise<OperatorConversation> {
  const look = () => useChats.getState().chats[conversation]?.conversation;
  const now = look();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const stop = useChats.subscribe(() => {
      const told = look();
      if (told === undefined) return;
      stop();
      resolve(told);
    });
  });
}

/** Whether a chat is this operator's own, as far as this window knows; it knows of all of one's own. */
export function isHeldHere(conversation: string): boolean {
  return isHeldBy(live.get(conversation), myId());
}

/** Whether this window has been told of a live chat: of every request that the operator may accept it has. */
export function isKnownHere(conversation: string): boolean {
  return live.has(conversation);
}

/** Whether this operator writes in it: has it, or has joined. */
export function isMineHere(conversation: string): boolean {
  const known = live.get(conversation);
  return known !== undefined && isMine(known, myId());
}
