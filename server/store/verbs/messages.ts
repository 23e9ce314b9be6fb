import type { Message } from "../../../chat/message.ts";
import {
  messageAt,
  messagesAfter as messagesAfterQuery,
  messagesBefore as messagesBeforeQuery,
} from "../queries/messages.ts";
import { toMessage } from "../rows.ts";
import { all, first, type Steps } from "../steps.ts";

/** See `Store.messagesAfter`. */
export function* messagesAfter(conversation: string, after: number, limit: number): Steps<Message[]> {
  return yield* allWithWords((yield* all(messagesAfterQuery, { conversation, after, limit })).map(toMessage));
}

/** See `Store.messagesBefore`. */
export function* messagesBefore(conversation: string, before: number, limit: number): Steps<Message[]> {
  const messages = (yield* all(messagesBeforeQuery, { conversation, before, limit })).map(toMessage);
  return yield* allWithWords(messages.reverse());
}

function* allWithWords(messages: readonly Message[]): Steps<Message[]> {
  const whole: Message[] = [];
  for (const message of messages) whole.push(yield* withWords(message));
  return whole;
}

/**
 * An entry that tells of an edit, with what the message says now. The words are kept in the message's own place alone, so that what
 * has been replaced or deleted is nowhere any more.
 */
export function* withWords(entry: Message): Steps<Message> {
  const { conversation, body } = entry;
  if (body.kind !== "edited") return entry;
  const row = yield* first(messageAt, { conversation, seq: body.seq });
  const now = row === undefined ? undefined : toMessage(row).body;
  if (now?.kind !== "text" && now?.kind !== "rich") return entry;
  return { ...entry, body: { ...body, body: now } };
}
