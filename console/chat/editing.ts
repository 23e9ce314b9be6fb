import { create } from "zustand";
import { newId } from "../../client/id.ts";
import type { Message } from "../../protocol/message.ts";
import type { Draft } from "../../protocol/operator-to-server.ts";
import { ask } from "../state/connection.ts";
import { serverNow, useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";
import { type ComposerDraft, changeDraft, draftOf } from "./drafts.ts";
import { htmlOf } from "./html-of.ts";
import { textOf } from "./pending.ts";
import { myId, useChats } from "./store.ts";

/** Which message is to be deleted, when the operator says so once more. */
export const useDeleting = create<{ conversation: string; seq: number } | { conversation: undefined }>(() => ({
  conversation: undefined,
}));

/** Whether a message can be deleted: one's own, and not too old. */
export function canDelete({ author, body, at }: Message): boolean {
  const isOwn = author.kind === "operator" && author.id === myId();
  const isThere = body.kind === "text" || body.kind === "rich" || body.kind === "push";
  return isOwn && isThere && serverNow() - at < (useMe.getState().limits?.editMs ?? 0);
}

/** Whether its words can be changed. */
export function canEdit(message: Message): boolean {
  return message.body.kind !== "push" && canDelete(message);
}

/** Puts a message into the input box, to be changed. What stood there comes back afterwards. */
export function editMessage(conversation: string, { seq, body }: Message): void {
  if (body.kind !== "text" && body.kind !== "rich") return;
  const { editing, ...now } = draftOf(conversation);
  const asHtml = body.kind === "rich";
  changeDraft(conversation, {
    text: asHtml ? htmlOf(body.tree) : body.text,
    input: "text",
    asHtml,
    editing: { seq, instead: editing?.instead ?? now },
  });
  useChats.setState({ focus: conversation });
}

/** Edits the last message of one's own, if that can be. */
export function editLast(conversation: string): boolean {
  const own = useChats.getState().chats[conversation]?.messages.findLast(canEdit);
  if (own === undefined) return false;
  editMessage(conversation, own);
  return true;
}

/** Leaves the message as it is. */
export function cancelEditing(conversation: string): void {
  const { editing } = draftOf(conversation);
  if (editing !== undefined) changeDraft(conversation, { ...editing.instead, editing: undefined });
}

/** Sends what the message is to say from now on. When that is refused, it stands in the box again. */
export async function saveEdit(conversation: string, draft: Draft): Promise<void> {
  const { editing } = draftOf(conversation);
  if (editing === undefined) return;
  const { seq } = editing;
  cancelEditing(conversation);
  if (isSame(conversation, seq, draft)) return;
  try {
    await ask({ type: "edit", id: newId(), conversation, seq, draft });
  } catch (error) {
    toast(refusalSentence(error), "problem");
    giveBack(conversation, { text: textOf(draft), asHtml: draft.kind === "html" });
  }
}

/** Asks whether a message is really to be deleted. */
export function askToDelete(conversation: string, seq: number): void {
  useDeleting.setState({ conversation, seq });
}

export async function deleteMessage(conversation: string, seq: number): Promise<void> {
  if (draftOf(conversation).editing?.seq === seq) cancelEditing(conversation);
  try {
    await ask({ type: "delete", id: newId(), conversation, seq });
  } catch (error) {
    toast(refusalSentence(error), "problem");
  }
}

/** What was typed is not lost, unless something else has been typed since. */
function giveBack(conversation: string, words: Pick<ComposerDraft, "text" | "asHtml">): void {
  if (draftOf(conversation).text === "") changeDraft(conversation, words);
}

function isSame(conversation: string, seq: number, draft: Draft): boolean {
  const body = useChats.getState().chats[conversation]?.messages.find((message) => message.seq === seq)?.body;
  return body?.kind === "text" && draft.kind === "text" && body.text === draft.text.trim();
}
