import type { Conversation } from "../../../chat/conversation.ts";
import { ChatError, must } from "../../../chat/error.ts";
import type { Message, MessageDraft } from "../../../chat/message.ts";
import type { Opening, RequestResult } from "../../../chat/store.ts";
import { addConversation, conversationById, liveConversationOf } from "../queries/conversations.ts";
import { count } from "../queries/installation.ts";
import { messageById } from "../queries/messages.ts";
import { NOBODY, toConversation } from "../rows.ts";
import type { ConversationTable } from "../schema.ts";
import { first, run, type Steps } from "../steps.ts";
import { addEntry } from "./entry.ts";

/** See `Store.request`. */
export function* request(opening: Opening, drafts: MessageDraft[]): Steps<RequestResult> {
  const { site, visitor } = opening;
  const repeated = yield* earlier(opening);
  const live = repeated ?? (yield* first(liveConversationOf, { site, visitor }));
  if (live !== undefined) return { opened: false, conversation: toConversation(live), stored: [] };
  return { opened: true, ...(yield* openConversation(opening, "requesting", drafts)) };
}

/** See `Store.leaveMessage`. */
export function* leaveMessage(opening: Opening, draft: MessageDraft): Steps<RequestResult> {
  const repeated = yield* earlier(opening);
  if (repeated !== undefined) return { opened: false, conversation: toConversation(repeated), stored: [] };
  if ((yield* first(messageById, { id: draft.id })) !== undefined) throw taken();
  return { opened: true, ...(yield* openConversation(opening, "left", [draft])) };
}

/** A new conversation with its first entries. */
export function* openConversation(
  opening: Opening,
  status: "requesting" | "left",
  drafts: MessageDraft[],
): Steps<{ conversation: Conversation; stored: Message[] }> {
  const counter = must(yield* first(count, { name: "conversation", count: 1 }), "the counter of conversations");
  const row: ConversationTable = {
    id: opening.id,
    number: counter.next - 1,
    site: opening.site,
    visitor: opening.visitor,
    visitor_name: opening.visitorName ?? null,
    visitor_email: opening.visitorEmail ?? null,
    status,
    operator: null,
    operator_name: null,
    others: NOBODY,
    transfer: "",
    department: opening.department ?? null,
    requested_at: opening.at,
    released_at: null,
    accepted_at: null,
    ended_at: null,
    settled_at: null,
    last_seq: drafts.length,
    visitor_delivered: 0,
    visitor_seen: 0,
    operator_delivered: 0,
    operator_seen: 0,
  };
  yield* run(addConversation, row);
  const stored: Message[] = [];
  for (const [index, draft] of drafts.entries()) {
    stored.push(yield* addEntry(row, index + 1, draft));
  }
  return { conversation: toConversation(row), stored };
}

/** The conversation that the same opening made before. */
function* earlier({ id, site, visitor }: Opening): Steps<ConversationTable | undefined> {
  const row = yield* first(conversationById, { id });
  if (row !== undefined && (row.site !== site || row.visitor !== visitor)) throw taken();
  return row;
}

/** Ids are random and made by the sender: one that another visitor has used was copied, and nothing may be told of it. */
function taken(): ChatError {
  return new ChatError("not-found", "This message could not be matched with your chat. Please write it once more.");
}
