import type { Conversation, Marks } from "../../../chat/conversation.ts";
import type { Message, MessageDraft } from "../../../chat/message.ts";
import type { AcceptResult, EndResult } from "../../../chat/store.ts";
import * as conversations from "../queries/conversations.ts";
import { toConversation } from "../rows.ts";
import type { ConversationTable } from "../schema.ts";
import { all, first, type Steps } from "../steps.ts";
import { addEntry } from "./entry.ts";

/** See `Store.acceptConversation`. */
export function* acceptConversation(accept: {
  conversation: string;
  operator: { id: string; name: string };
  event: MessageDraft;
}): Steps<AcceptResult> {
  const { conversation: id, operator, event } = accept;
  const row = yield* first(conversations.acceptConversation, {
    id,
    operator: operator.id,
    name: operator.name,
    at: event.at,
  });
  if (row !== undefined) return { won: true, conversation: toConversation(row), stored: [yield* addEvent(row, event)] };
  const found = yield* first(conversations.conversationById, { id });
  if (found === undefined) return { won: false, reason: "not-found" };
  const conversation = toConversation(found);
  if (found.status !== "open") return { won: false, reason: "ended", conversation };
  if (found.operator === operator.id) return { won: true, conversation, stored: [] };
  return { won: false, reason: "taken", conversation };
}

/** See `Store.endConversation`. */
export function* endConversation(end: { conversation: string; event: MessageDraft }): Steps<EndResult> {
  const { conversation: id, event } = end;
  const row = yield* first(conversations.endConversation, { id, at: event.at });
  if (row !== undefined) return { conversation: toConversation(row), stored: [yield* addEvent(row, event)] };
  const found = yield* first(conversations.conversationById, { id });
  return { conversation: found && toConversation(found), stored: [] };
}

/** See `Store.settleLeftMessage`. */
export function* settleLeftMessage(id: string, at: number | undefined): Steps<Conversation | undefined> {
  const row = yield* first(conversations.settleLeftMessage, { id, at: at ?? null });
  return row && toConversation(row);
}

/** See `Store.mark`. */
export function* mark(
  id: string,
  side: "visitor" | "operator",
  { delivered, seen }: Marks,
): Steps<Conversation | undefined> {
  const query = side === "visitor" ? conversations.raiseVisitorMarks : conversations.raiseOperatorMarks;
  const row = yield* first(query, { id, seen, delivered: Math.max(delivered, seen) });
  return row && toConversation(row);
}

/** See `Store.conversation`. */
export function* conversation(id: string): Steps<Conversation | undefined> {
  const row = yield* first(conversations.conversationById, { id });
  return row && toConversation(row);
}

/** See `Store.liveConversations`. */
export function* liveConversations(): Steps<Conversation[]> {
  return (yield* all(conversations.liveConversations, {})).map(toConversation);
}

/** See `Store.conversationsOfVisitor`. */
export function* conversationsOfVisitor(site: string, visitor: number, limit: number): Steps<Conversation[]> {
  return (yield* all(conversations.conversationsOfVisitor, { site, visitor, limit })).map(toConversation);
}

/** See `Store.visitorsWhoChatted`. */
export function* visitorsWhoChatted(site: string, visitors: readonly number[]): Steps<number[]> {
  const chatted: number[] = [];
  for (const visitor of visitors) {
    if ((yield* first(conversations.overConversationOf, { site, visitor })) !== undefined) chatted.push(visitor);
  }
  return chatted;
}

/** See `Store.leftMessages`. */
export function* leftMessages(
  site: string,
  before: number,
  limit: number,
): Steps<{ conversation: Conversation; text: string }[]> {
  const rows = yield* all(conversations.leftMessages, { site, before, limit });
  return rows.map((row) => ({ conversation: toConversation(row), text: textOf(row.body) }));
}

/** Adds the event that took the number the row has now. */
export function* addEvent(row: ConversationTable, event: MessageDraft): Steps<Message> {
  return yield* addEntry(row, row.last_seq, event);
}

function textOf(json: string): string {
  const body = JSON.parse(json) as Message["body"];
  return body.kind === "text" ? body.text : "";
}
