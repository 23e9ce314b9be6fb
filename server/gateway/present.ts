import type { SiteAvailability } from "../../chat/availability.ts";
import type { Conversation } from "../../chat/conversation.ts";
import type { Announcement, Invitation } from "../../chat/event.ts";
import type { ChatEvent, Message } from "../../chat/message.ts";
import type { Department } from "../../chat/department.ts";
import type { Note } from "../../chat/note.ts";
import type { Preference } from "../../chat/preference.ts";
import { type QueueState, UNQUEUED } from "../../chat/queue-state.ts";
import type { Remark } from "../../chat/remark.ts";
import { isAtLeast } from "../../chat/permissions.ts";
import type { Site } from "../../chat/site.ts";
import type { StaffMember } from "../../chat/staff.ts";
import type { Visited, Visitor } from "../../chat/visitor.ts";
import { colleagueIn, marksOf, type Talk, type TalkMessage } from "../../chat/talk.ts";
import type { Body, DepartmentInfo, Message as MessageFrame } from "../../protocol/message.ts";
import type {
  Invitation as InvitationFrame,
  ToVisitor,
  OpenDepartment,
  VisitorConversation,
} from "../../protocol/server-to-visitor.ts";
import type {
  Colleague,
  Note as NoteFrame,
  OperatorConversation,
  Talk as TalkFrame,
  ToOperator,
} from "../../protocol/server-to-operator.ts";
import type { MovedRow, VisitorRow } from "../../protocol/visitor-list.ts";

type SiteAvailabilityFrame = { online: boolean; departments?: OpenDepartment[] };

/**
 * The only place where a domain object becomes what an audience may see of it. What has no function here for an audience
 * (a note for a visitor, an address for a visitor) cannot reach it.
 */

export function availabilityForVisitor({ online, departments }: SiteAvailability): SiteAvailabilityFrame {
  return departments.length === 0 ? { online } : { online, departments };
}

export function messageForVisitor(message: Message): MessageFrame {
  const { author } = message;
  // A visitor sees an operator's screen name and nothing that could be used to address the operator.
  const shown = author.kind === "operator" ? ({ kind: "operator", name: author.name } as const) : author;
  return { seq: message.seq, id: message.id, author: shown, at: message.at, body: bodyForVisitor(message.body) };
}

/** What operators settle among themselves, with whom and with what word, is not the visitor's. */
function bodyForVisitor(body: Message["body"]): Body {
  if (body.kind !== "event") return body as Body;
  // That somebody is not there any more is one thing for a visitor, whatever the reason; who comes instead, or that somebody will, the chat itself says.
  if (body.event === "released") return { kind: "event", event: "stepped-out" };
  const isTheirs = !AMONG_OPERATORS.has(body.event);
  return isTheirs ? { kind: "event", event: body.event } : { kind: "blank" };
}

const AMONG_OPERATORS: ReadonlySet<ChatEvent> = new Set(["transfer-offered", "handed-back", "transfer-withdrawn"]);

export function messageForOperator(message: Message): MessageFrame {
  return { seq: message.seq, id: message.id, author: message.author, at: message.at, body: message.body as Body };
}

export function conversationForVisitor(conversation: Conversation): VisitorConversation {
  return {
    id: conversation.id,
    status: conversation.status,
    ...(conversation.operator === undefined ? {} : { operator: conversation.operator.name }),
    ...(conversation.others === undefined ? {} : { others: conversation.others.map(({ name }) => name) }),
    lastSeq: conversation.lastSeq,
    theirs: conversation.operatorMarks,
    mine: conversation.visitorMarks,
  };
}

/** `queue`: how it stands, while it is a request. */
export function conversationForOperator(
  conversation: Conversation,
  queue: QueueState = UNQUEUED,
): OperatorConversation {
  const { id, site, visitor, status, requestedAt, lastSeq, visitorMarks, operatorMarks } = conversation;
  return {
    id,
    site,
    visitor,
    status,
    requestedAt,
    lastSeq,
    visitorMarks,
    operatorMarks,
    ...(status === "requesting" ? queueForOperator(queue) : {}),
    ...present({
      visitorName: conversation.visitorName,
      visitorEmail: conversation.visitorEmail,
      operator: conversation.operator,
      others: conversation.others,
      transfer: conversation.transfer,
      department: conversation.department,
      releasedAt: conversation.releasedAt,
      acceptedAt: conversation.acceptedAt,
      endedAt: conversation.endedAt,
    }),
  };
}

type Typing = Extract<Announcement, { type: "typing" }>;

export function typingForVisitor({ conversation, typing, operator }: Typing): Extract<ToVisitor, { type: "typing" }> {
  return { type: "typing", conversation, typing, ...(operator !== undefined && { operator: operator.name }) };
}

export function typingForOperator(announcement: Typing): Extract<ToOperator, { type: "typing" }> {
  const { conversation, typing, text, operator } = announcement;
  return { type: "typing", conversation, typing, ...present({ text, operator }) };
}

export function siteForVisitor({ name, typingPreviews }: Site): { name: string; typingPreviews?: boolean } {
  return { name, ...present({ typingPreviews }) };
}

export function queueForOperator(state: QueueState): Pick<OperatorConversation, "queue"> {
  return state.kind === "unqueued" ? {} : { queue: state };
}

export function invitationForVisitor(invitation: Invitation): InvitationFrame {
  return { id: invitation.id, operator: invitation.operator.name, text: invitation.text };
}

export function noteForOperator(note: Note): NoteFrame {
  return { id: note.id, visitor: note.visitor, author: note.author.name, at: note.at, text: note.text };
}

export function colleagueForOperator(member: StaffMember, status: Colleague["status"], chats: number): Colleague {
  const { id, login, name, departments, sites } = member;
  const everywhere = sites === "all" || isAtLeast(member.role, "administrator");
  return { id, login, name, status, departments, chats, ...(everywhere ? {} : { sites }) };
}

export function departmentForOperator({ id, name, sites }: Department): DepartmentInfo {
  return { id, name, ...(sites === "all" ? {} : { sites }) };
}

export function siteForOperator(site: Site): { id: string; name: string; key: string } {
  return { id: site.id, name: site.name, key: site.key };
}

/** For the operator who wrote it: nobody else may be told. */
export function remarkForItsOperator({ site, visitor, text }: Remark): Extract<ToOperator, { type: "remark" }> {
  return { type: "remark", site, visitor, text };
}

/** For the operator whose it is. */
export function preferenceForItsOperator({ name, value }: Preference): Extract<ToOperator, { type: "preference" }> {
  return { type: "preference", name, value: JSON.parse(value) as unknown };
}

/** What the panel beside a visitor's chat shows more than the row. */
export function detailsForOperator(
  visitor: Visitor,
  trail: readonly Visited[],
): Extract<ToOperator, { type: "details" }> {
  const pages = trail.map(({ page, at }) => ({ url: page.url, title: page.title, at }));
  return {
    type: "details",
    site: visitor.site,
    visitor: visitor.visitor,
    ...present({ email: visitor.email, attributes: visitor.attributes }),
    pages,
  };
}

/** For one of the two who talk, by the other one: nobody else may be told. */
export function talkForOperator(talk: Talk, operator: string): TalkFrame {
  const colleague = colleagueIn(talk, operator);
  const { lastSeq, lastAt } = talk;
  return { with: colleague, lastSeq, lastAt, mine: marksOf(talk, operator), theirs: marksOf(talk, colleague) };
}

export function talkMessageForOperator({ seq, id, author, at, text }: TalkMessage): MessageFrame {
  return { seq, id, author: { kind: "operator", ...author }, at, body: { kind: "text", text } };
}

/** With what the operator who is told alone sees: the own remark, and the host name that was preferred to see. */
export function visitorForOperator(
  visitor: Visitor,
  { remark, hostName }: { remark: string | undefined; hostName: string | undefined },
): VisitorRow {
  return {
    visitor: visitor.visitor,
    status: visitor.status,
    address: visitor.address,
    url: visitor.page.url,
    title: visitor.page.title,
    pageAt: visitor.pageAt,
    arrivedAt: visitor.arrivedAt,
    pages: visitor.pages,
    tabs: visitor.tabs,
    visits: visitor.visits,
    cameFrom: visitor.cameFrom,
    browser: visitor.browser,
    device: visitor.device,
    language: visitor.language,
    timeZone: visitor.timeZone,
    ...present({
      name: visitor.name,
      remark,
      hostName,
      country: visitor.country,
      countryGuessed: visitor.countryGuessed,
      requestedAt: visitor.requestedAt,
      conversation: visitor.conversation,
      operator: visitor.operator,
      invitation: visitor.invitation,
      campaign: visitor.campaign,
    }),
  };
}

/** The same, of somebody who has only gone to another page. */
export function movedForOperator({ visitor, page, pageAt, pages, tabs }: Visitor): MovedRow {
  return { visitor, url: page.url, title: page.title, pageAt, pages, tabs };
}

/** Leaves out what is undefined, so that a frame carries no empty words. */
function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}
