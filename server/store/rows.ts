import type { Ban } from "../../chat/ban.ts";
import type { CannedItem } from "../../chat/canned.ts";
import type { Conversation, Person, Transfer } from "../../chat/conversation.ts";
import type { Author, Body, Message, MessageDraft } from "../../chat/message.ts";
import type { Department, Hours } from "../../chat/department.ts";
import type { QueueRule } from "../../chat/queue-rule.ts";
import type { Note } from "../../chat/note.ts";
import type { Operator, Session, Ticket } from "../../chat/operator.ts";
import type { Site, SiteLook } from "../../chat/site.ts";
import type {
  BanTable,
  CannedTable,
  ConversationTable,
  DepartmentTable,
  MessageTable,
  NoteTable,
  OperatorTable,
  SessionTable,
  SiteTable,
  TicketTable,
} from "./schema.ts";

/** The others of a conversation that nobody has joined. */
export const NOBODY = "[]";

/** Rows to the nouns of `chat` and back. What a row has as NULL, a noun does not have at all. */
export function toConversation(row: ConversationTable): Conversation {
  const conversation: Conversation = {
    id: row.id,
    site: row.site,
    visitor: row.visitor,
    status: row.status,
    requestedAt: row.requested_at,
    lastSeq: row.last_seq,
    visitorMarks: { delivered: row.visitor_delivered, seen: row.visitor_seen },
    operatorMarks: { delivered: row.operator_delivered, seen: row.operator_seen },
  };
  if (row.visitor_name !== null) conversation.visitorName = row.visitor_name;
  if (row.visitor_email !== null) conversation.visitorEmail = row.visitor_email;
  if (row.operator !== null) conversation.operator = { id: row.operator, name: row.operator_name ?? "" };
  if (row.others !== NOBODY) conversation.others = JSON.parse(row.others) as Person[];
  // What was offered when it ended is offered no more.
  if (row.transfer !== "" && row.status === "open") conversation.transfer = JSON.parse(row.transfer) as Transfer;
  if (row.department !== null) conversation.department = row.department;
  if (row.released_at !== null) conversation.releasedAt = row.released_at;
  if (row.accepted_at !== null) conversation.acceptedAt = row.accepted_at;
  if (row.ended_at !== null) conversation.endedAt = row.ended_at;
  if (row.settled_at !== null) conversation.settledAt = row.settled_at;
  return conversation;
}

export function toMessage(row: MessageTable): Message {
  return {
    id: row.id,
    conversation: row.conversation,
    seq: row.seq,
    author: toAuthor(row),
    at: row.at,
    body: JSON.parse(row.body) as Body,
  };
}

function toAuthor({ author, operator, operator_name }: MessageTable): Author {
  return author === "operator" ? { kind: author, id: operator ?? "", name: operator_name ?? "" } : { kind: author };
}

export function fromDraft(conversation: string, seq: number, { id, author, at, body }: MessageDraft): MessageTable {
  const byOperator = author.kind === "operator";
  return {
    conversation,
    seq,
    id,
    author: author.kind,
    operator: byOperator ? author.id : null,
    operator_name: byOperator ? author.name : null,
    at,
    body: JSON.stringify(body),
  };
}

export function toNote(row: NoteTable): Note {
  const { id, site, visitor, operator, operator_name, at, text } = row;
  return { id, site, visitor, author: { id: operator, name: operator_name }, at, text };
}

export function toCanned(row: CannedTable): CannedItem {
  const { id, kind, operator, department, folder, title, text, uses, created_at } = row;
  const whose = operator === null ? (department === null ? {} : { department }) : { owner: operator };
  return { id, kind, ...whose, folder, title, text, uses, createdAt: created_at };
}

export function toSite({ id, key, name, origins, typing_previews, created_at, look }: SiteTable): Site {
  const site: Site = { id, key, name, origins: JSON.parse(origins) as string[], createdAt: created_at };
  if (typing_previews === 1) site.typingPreviews = true;
  if (look !== null) site.look = JSON.parse(look) as SiteLook;
  return site;
}

export function fromSite({ id, key, name, origins, typingPreviews, createdAt, look }: Site): SiteTable {
  return {
    id,
    key,
    name,
    origins: JSON.stringify(origins),
    typing_previews: typingPreviews === true ? 1 : 0,
    created_at: createdAt,
    look: look === undefined ? null : JSON.stringify(look),
  };
}

export function toOperator(row: OperatorTable): Operator {
  const { id, login, name, role, password_hash, created_at, suspended_at } = row;
  const operator: Operator = {
    id,
    login,
    name,
    role,
    sites: JSON.parse(row.sites) as string[] | "all",
    departments: JSON.parse(row.departments) as string[],
    passwordHash: password_hash,
    createdAt: created_at,
  };
  if (suspended_at !== null) operator.suspendedAt = suspended_at;
  return operator;
}

export function toBan(row: BanTable): Ban {
  const { id, site, visitor, address, reason, operator, operator_name, created_at, expires_at } = row;
  const ban: Ban = { id, site, reason, by: { id: operator, name: operator_name }, createdAt: created_at };
  if (visitor !== null) ban.visitor = visitor;
  if (address !== null) ban.address = address;
  if (expires_at !== null) ban.expiresAt = expires_at;
  return ban;
}

export function toDepartment({ id, name, sites, hours, queue, created_at }: DepartmentTable): Department {
  const department: Department = {
    id,
    name,
    sites: JSON.parse(sites) as string[] | "all",
    queue: JSON.parse(queue) as QueueRule,
    createdAt: created_at,
  };
  if (hours !== null) department.hours = JSON.parse(hours) as Hours;
  return department;
}

export function toSession({ token_hash, operator, created_at, expires_at }: SessionTable): Session {
  return { tokenHash: token_hash, operator, createdAt: created_at, expiresAt: expires_at };
}

export function toTicket({ hash, role, expires_at, sites, departments, operator }: TicketTable): Ticket {
  const ticket: Ticket = {
    hash,
    role,
    sites: JSON.parse(sites) as string[] | "all",
    departments: JSON.parse(departments) as string[],
    expiresAt: expires_at,
  };
  if (operator !== null) ticket.operator = operator;
  return ticket;
}
