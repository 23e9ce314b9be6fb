import { newId } from "../../client/id.ts";
import type { Draft } from "../../protocol/operator-to-server.ts";
import { ask, Refused, setOnUnwanted, tell } from "../state/connection.ts";
import { serverNow } from "../state/me.ts";
import { toast } from "../ui/toast.tsx";
import { textOf, withState } from "./pending.ts";
import { usePreferences } from "../state/preferences.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { change, useChats } from "./store.ts";

/** Sends what was written. It stands in the chat at once and stays there until it is in the conversation or discarded. */
export async function sendDraft(conversation: string, draft: Draft): Promise<void> {
  const id = newId();
  change(conversation, (chat) => ({
    ...chat,
    pending: [...chat.pending, { id, draft, at: serverNow(), state: { kind: "sending" } }],
  }));
  let state: Parameters<typeof withState>[2] = { kind: "kept" };
  try {
    await ask({ type: "send", id, conversation, draft });
  } catch (error) {
    state = { kind: "refused", sentence: exactSentence(error) };
  }
  change(conversation, (chat) => {
    const pending = withState(chat.pending, id, state);
    return pending === chat.pending ? chat : { ...chat, pending };
  });
}

// Written before this page was loaded. What was taken comes with the conversation; what was not must not vanish without a word.
setOnUnwanted((message, refusal) => {
  if (message.type !== "send") return toast(refusalSentence(refusal), "problem");
  const { id, conversation, draft } = message;
  const state = { kind: "refused", sentence: exactSentence(refusal) } as const;
  if (conversation in useChats.getState().chats)
    change(conversation, (chat) => ({
      ...chat,
      pending: [...chat.pending, { id, draft, at: serverNow(), state }],
    }));
  else toast(`${textOf(draft)} – ${state.sentence}`, "problem");
});

/** The server's own sentence says most exactly what is wrong with a message, and is English. */
function exactSentence(error: unknown): string {
  const english = usePreferences.getState().language === "en";
  return english && error instanceof Refused ? error.message : refusalSentence(error);
}

/** Sends a refused message again, as a new one: a refusal means that nothing was done. */
export function tryAgain(conversation: string, id: string): void {
  const refused = useChats.getState().chats[conversation]?.pending.find((one) => one.id === id);
  if (refused === undefined) return;
  discard(conversation, id);
  void sendDraft(conversation, refused.draft);
}

/** Takes a refused message off the screen. */
export function discard(conversation: string, id: string): void {
  change(conversation, (chat) => ({ ...chat, pending: chat.pending.filter((one) => one.id !== id) }));
}

/** Ends the chat for both sides. */
export async function endChat(conversation: string): Promise<void> {
  try {
    await ask({ type: "end", id: newId(), conversation });
    // Where the focus was, in the composer, there is nothing any more.
    useChats.setState(({ tabs }) => (tabs.active === conversation ? { focus: conversation } : {}));
  } catch (error) {
    toast(refusalSentence(error), "problem");
  }
}

/** The visitor's screen shows that somebody types for longer than this after each word of it. */
const SAY_AGAIN_MS = 4_000;
const IDLE_MS = 6_000;

let typing: { conversation: string; saidAt: number; idle: ReturnType<typeof setTimeout> } | undefined;

/** To be called at each change of the input box; tells the visitor, sparingly, and also when it is over. */
export function typed(conversation: string): void {
  if (typing !== undefined && typing.conversation !== conversation) stoppedTyping(typing.conversation);
  clearTimeout(typing?.idle);
  const now = performance.now();
  const due = typing === undefined || now - typing.saidAt > SAY_AGAIN_MS;
  if (due) tell({ type: "typing", conversation, typing: true });
  typing = {
    conversation,
    saidAt: due ? now : (typing?.saidAt ?? now),
    idle: setTimeout(() => stoppedTyping(conversation), IDLE_MS),
  };
}

/** To be called when the message has gone, the box is empty or another chat is in front. */
export function stoppedTyping(conversation: string): void {
  if (typing?.conversation !== conversation) return;
  clearTimeout(typing.idle);
  tell({ type: "typing", conversation, typing: false });
  typing = undefined;
}
