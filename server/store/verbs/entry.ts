import type { Body, Message, MessageDraft, RichNode } from "../../../chat/message.ts";
import { addMessage } from "../queries/messages.ts";
import { noteWords } from "../queries/words.ts";
import { fromDraft } from "../rows.ts";
import type { ConversationTable } from "../schema.ts";
import { run, type Steps } from "../steps.ts";

/**
 * Places in one conversation, as the index of words counts them: a row's number there is that of its conversation and its place in it in
 * one. See the migration `history`.
 */
export const PLACES = 16_777_216;

/** Adds an entry under the number that was taken for it, and notes its words for the index. */
export function* addEntry(
  { id, number }: Pick<ConversationTable, "id" | "number">,
  seq: number,
  draft: MessageDraft,
): Steps<Message> {
  yield* run(addMessage, fromDraft(id, seq, draft));
  const words = wordsOf(draft.body);
  if (words !== "") yield* run(noteWords, { place: placeOf(number, seq), words });
  return { ...draft, conversation: id, seq };
}

export function placeOf(number: number, seq: number): number {
  return number * PLACES + seq;
}

/** What chat/plain-text.ts finds in a body; here only the words matter. The migrations say the same in SQL, and take out what this put in. */
export function wordsOf(body: Body): string {
  switch (body.kind) {
    case "text":
      return body.text;
    case "rich":
      return textsOf(body.tree).join(" ");
    case "push":
      return body.url;
    default:
      return "";
  }
}

function textsOf(nodes: readonly RichNode[]): string[] {
  return nodes.flatMap((node) => (typeof node === "string" ? node : [node.alt ?? "", ...textsOf(node.children ?? [])]));
}
