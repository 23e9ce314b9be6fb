import type { Person } from "../../../chat/conversation.ts";
import type { MessageDraft } from "../../../chat/message.ts";
import type { TakeResult } from "../../../chat/store.ts";
import { decide, type Take } from "../../../chat/take.ts";
import { changeParts, conversationById } from "../queries/conversations.ts";
import { messageById } from "../queries/messages.ts";
import { toConversation } from "../rows.ts";
import { first, type Steps } from "../steps.ts";
import { addEvent } from "./conversation.ts";

/** See `Store.take`. */
export function* take(given: {
  conversation: string;
  operator: Person;
  wish: Take;
  entry: Pick<MessageDraft, "id" | "at">;
}): Steps<TakeResult> {
  const { conversation: id, operator: who, wish, entry } = given;
  const known = yield* first(messageById, { id: entry.id });
  const found = yield* first(conversationById, { id });
  if (found === undefined) return { won: false, reason: "not-found" };
  const conversation = toConversation(found);
  if (known !== undefined) {
    const isTheirs = known.conversation === id && known.operator === who.id;
    return isTheirs ? { won: true, conversation, stored: [] } : { won: false, reason: "not-found" };
  }
  const decision = decide(conversation, who, wish);
  if (decision.do === "refuse") return { won: false, reason: decision.reason, conversation };
  if (decision.do === "nothing") return { won: true, conversation, stored: [] };
  const { operator, others, transfer, department } = decision.parts;
  // Its first request stays what it was: the history is in the order of those. Since when it waits now is a time of its own.
  const isReleased = operator === undefined;
  const row = yield* first(changeParts, {
    id,
    status: isReleased ? "requesting" : "open",
    operator: operator?.id ?? null,
    name: operator?.name ?? null,
    others: JSON.stringify(others),
    transfer: transfer === undefined ? "" : JSON.stringify(transfer),
    department: department ?? null,
    acceptedAt: isReleased ? null : found.accepted_at,
    releasedAt: isReleased ? entry.at : found.released_at,
    wasWith: found.operator ?? "",
    wereOthers: found.others,
    wasTransfer: found.transfer,
  });
  // Where others change it between the question and the change, they were first.
  if (row === undefined) return { won: false, reason: "taken", conversation };
  const event: MessageDraft = { ...entry, author: { kind: "operator", ...who }, body: decision.event };
  return { won: true, conversation: toConversation(row), stored: [yield* addEvent(row, event)] };
}
