import { isLive, isWriter } from "../../../chat/conversation.ts";
import type { Message, MessageDraft } from "../../../chat/message.ts";
import type {
  AppendResult,
  ConversationAppend,
  Opening,
  RequestingAppend,
  VisitorAppend,
} from "../../../chat/store.ts";
import {
  conversationById,
  liveConversationOf,
  takeSeq,
  takeSeqAsOperator,
  takeSeqAsVisitor,
  takeSeqWhileJoined,
} from "../queries/conversations.ts";
import { messageById } from "../queries/messages.ts";
import { toConversation, toMessage } from "../rows.ts";
import type { ConversationTable, MessageTable } from "../schema.ts";
import { first, type Steps } from "../steps.ts";
import { addEntry } from "./entry.ts";
import { openConversation } from "./open.ts";

/** See `Store.appendFromVisitor`. */
export function* appendFromVisitor(append: VisitorAppend): Steps<AppendResult> {
  const { site, visitor, draft } = append;
  const known = yield* first(messageById, { id: draft.id });
  if (known !== undefined) {
    return yield* again(known, draft, (row) => row.site === site && row.visitor === visitor);
  }
  if (append.conversation !== undefined) return yield* appendToOwn(append.conversation, append);
  const live = yield* first(liveConversationOf, { site, visitor });
  if (live !== undefined) return yield* appendToOwn(live.id, append);
  return append.open === undefined ? { ok: false, reason: "none-live" } : yield* request(append.open, append);
}

/** See `Store.append`. */
export function* append({ conversation: id, draft, when, operator }: ConversationAppend): Steps<AppendResult> {
  const known = yield* first(messageById, { id: draft.id });
  if (known !== undefined) return yield* again(known, draft, (row) => row.id === id);
  const [status = "open", orStatus = status] = when;
  const row = yield* operator === undefined
    ? first(takeSeq, { id, status, orStatus })
    : takeSeqAsWriter(id, operator, status, orStatus);
  if (row !== undefined) return yield* appended(row, draft);
  const found = yield* first(conversationById, { id });
  if (found === undefined) return { ok: false, reason: "not-found" };
  const conversation = toConversation(found);
  if (!isLive(conversation)) return { ok: false, reason: "ended", conversation };
  const stateFits = when.some((state) => state === found.status);
  return { ok: false, reason: stateFits ? "not-yours" : "wrong-state", conversation };
}

/** Takes the next number for an operator who has the conversation, or has joined it. */
export function* takeSeqAsWriter(
  id: string,
  operator: string,
  status: "requesting" | "open",
  orStatus: "requesting" | "open",
): Steps<ConversationTable | undefined> {
  const row = yield* first(takeSeqAsOperator, { id, operator, status, orStatus });
  if (row !== undefined) return row;
  const found = yield* first(conversationById, { id });
  if (found === undefined || !isWriter(toConversation(found), operator)) return undefined;
  return yield* first(takeSeqWhileJoined, { id, others: found.others, status, orStatus });
}

function* appendToOwn(id: string, { site, visitor, draft }: VisitorAppend): Steps<AppendResult> {
  const row = yield* first(takeSeqAsVisitor, { id, site, visitor });
  if (row !== undefined) return yield* appended(row, draft);
  const found = yield* first(conversationById, { id });
  if (found === undefined || found.site !== site || found.visitor !== visitor)
    return { ok: false, reason: "not-found" };
  return { ok: false, reason: "ended", conversation: toConversation(found) };
}

function* request(opening: Opening, append: RequestingAppend): Steps<AppendResult> {
  if ((yield* first(conversationById, { id: opening.id })) !== undefined) return yield* appendToOwn(opening.id, append);
  const event: MessageDraft = {
    id: append.requestedEventId,
    author: { kind: "system" },
    at: opening.at,
    body: { kind: "event", event: "requested" },
  };
  const { conversation, stored } = yield* openConversation(opening, "requesting", [event, append.draft]);
  const message: Message = { ...append.draft, conversation: conversation.id, seq: conversation.lastSeq };
  return { ok: true, message, again: false, conversation, stored };
}

/** Adds the draft under the number that the row has taken. */
export function* appended(row: ConversationTable, draft: MessageDraft): Steps<AppendResult> {
  const message = yield* addEntry(row, row.last_seq, draft);
  return { ok: true, message, again: false, conversation: toConversation(row), stored: [message] };
}

/** The id is known: the same author's resend in a conversation of theirs, or somebody else's message. */
export function* again(
  known: MessageTable,
  draft: MessageDraft,
  isTheirs: (row: ConversationTable) => boolean,
): Steps<AppendResult> {
  const row = yield* first(conversationById, { id: known.conversation });
  const operator = draft.author.kind === "operator" ? draft.author.id : null;
  if (row === undefined || !isTheirs(row) || known.author !== draft.author.kind || known.operator !== operator) {
    return { ok: false, reason: "not-found" };
  }
  return { ok: true, message: toMessage(known), again: true, conversation: toConversation(row), stored: [] };
}
