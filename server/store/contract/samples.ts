import { must } from "../../../chat/error.ts";
import type { Author, Body, MessageDraft } from "../../../chat/message.ts";
import type { NewOperator, Operator, Ticket } from "../../../chat/operator.ts";
import type { Site } from "../../../chat/site.ts";
import type {
  AppendResult,
  ConversationAppend,
  CorrectResult,
  Opening,
  Store,
  NamedAppend,
  RequestingAppend,
} from "../../../chat/store.ts";

/** What the contract's tests talk about. Times are small numbers, so that a wrong one is easy to see. */
export const SITE = "site-1";
export const ADA = 10_001;
export const BEN = 10_002;
export const MAYA = { id: "operator-maya", name: "Maya Okafor" };
export const PRIYA = { id: "operator-priya", name: "Priya Rao" };

export function opening(id: string, more: Partial<Opening> = {}): Opening {
  return { id, site: SITE, visitor: ADA, at: 100, ...more };
}

export function text(id: string, words = `words of ${id}`): MessageDraft {
  return { id, author: { kind: "visitor" }, at: 200, body: { kind: "text", text: words } };
}

export function answer(id: string, by = MAYA, body: Body = { kind: "text", text: `answer ${id}` }): MessageDraft {
  return { id, author: { kind: "operator", ...by }, at: 300, body };
}

export function event(id: string, name: "accepted" | "ended" | "invited", by?: typeof MAYA): MessageDraft {
  const author: Author = by === undefined ? { kind: "system" } : { kind: "operator", ...by };
  return { id, author, at: 400, body: { kind: "event", event: name } };
}

/** A visitor's message that opens the conversation `conversation-of-VISITOR` where there is none. */
export function says(id: string, more: Partial<RequestingAppend> = {}): RequestingAppend {
  const visitor = more.visitor ?? ADA;
  return {
    site: SITE,
    visitor,
    open: opening(`conversation-of-${visitor}`, { visitor }),
    requestedEventId: `requested-before-${id}`,
    draft: text(id),
    ...more,
  };
}

/** The same to a conversation that is named. */
export function saysIn(conversation: string, id: string, visitor = ADA): NamedAppend {
  return { site: SITE, visitor, conversation, draft: text(id) };
}

export function answers(conversation: string, id: string, by = MAYA): ConversationAppend {
  return { conversation, draft: answer(id, by), when: ["open"], operator: by.id };
}

export function accepts(conversation: string, by = MAYA) {
  return { conversation, operator: by, event: event(`accepted-by-${by.id}-${conversation}`, "accepted", by) };
}

export function ends(conversation: string, id = `ended-${conversation}`) {
  return { conversation, event: event(id, "ended") };
}

/** The result of an append, or of a correction, that must have been kept. */
export function kept(result: AppendResult | CorrectResult): Extract<AppendResult, { ok: true }> {
  if (!result.ok) throw new Error(`Not kept: ${result.reason}.`);
  return result;
}

/** Opens a conversation with Ada's first message and gives its id. */
export async function open(store: Store, visitor = ADA): Promise<string> {
  const result = await store.appendFromVisitor(says(`first-of-${visitor}`, { visitor }));
  return kept(result).conversation.id;
}

/** Opens one and has Maya accept it. */
export async function openAndAccept(store: Store, visitor = ADA): Promise<string> {
  const id = await open(store, visitor);
  await store.acceptConversation(accepts(id));
  return id;
}

/** Everything in a conversation, as `seq id`. */
export async function entries(store: Store, conversation: string): Promise<string[]> {
  return (await store.messagesAfter(conversation, 0, 10_000)).map(({ seq, id }) => `${seq} ${id}`);
}

export async function statusOf(store: Store, conversation: string): Promise<string> {
  return must(await store.conversation(conversation), "the conversation").status;
}

export function site(id: string, more: Partial<Site> = {}): Site {
  return { id, key: `key-of-${id}`, name: "Northwind", origins: ["https://shop.example"], createdAt: 1, ...more };
}

export function account(id: string, login: string): NewOperator {
  return { id, login, name: `Name of ${login}`, passwordHash: `hash of ${login}`, createdAt: 5 };
}

export function ticket(more: Pick<Ticket, "hash" | "role" | "expiresAt"> & Partial<Ticket>): Ticket {
  return { sites: "all", departments: [], ...more };
}

/** Makes an account with a ticket of its own. */
export async function addOperator(store: Store, id: string, login: string): Promise<Operator> {
  await store.addTicket(ticket({ hash: `ticket of ${id}`, role: "operator", expiresAt: 1_000 }));
  const result = await store.redeemTicket({ hash: `ticket of ${id}`, now: 10, operator: account(id, login) });
  if (!result.ok) throw new Error(`No account: ${result.reason}.`);
  return result.operator;
}
