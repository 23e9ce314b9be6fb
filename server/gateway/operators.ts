import type { Operator, Session } from "../../chat/operator.ts";
import { type Conversation, isWriter } from "../../chat/conversation.ts";
import { serves } from "../../chat/department.ts";
import { may, mustBeAllowed, type Place, placeOfChat } from "../../chat/permissions.ts";
import type { Remark } from "../../chat/remark.ts";
import type { StaffMember } from "../../chat/staff.ts";
import { isOfferedTo } from "../../chat/take.ts";
import type { CloseName } from "../../protocol/close.ts";
import type { DepartmentInfo } from "../../protocol/message.ts";
import type { FromOperator } from "../../protocol/operator-to-server.ts";
import type { Colleague, ToOperator } from "../../protocol/server-to-operator.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { type Core, operatorLimitsOf } from "./core.ts";
import type { OperatorEnd } from "./hub.ts";
import {
  colleagueForOperator,
  conversationForOperator,
  departmentForOperator,
  noteForOperator,
  siteForOperator,
} from "./present.ts";
import { OwnChats } from "./own-chats.ts";
import { OwnList } from "./own-list.ts";
import { OwnTalks } from "./own-talks.ts";
import { readDraft } from "./read-draft.ts";
import { refusalOf } from "./refuse.ts";
import { placeOfVerb, VERBS } from "./rights.ts";
import { serveTake } from "./serve-take.ts";
import { banVisitor, findHostName } from "./serve-visitor.ts";

export interface OperatorLine {
  sendText(text: string): void;
  close(name: CloseName, afterMs?: number): void;
}

/** One window of an operator's console on the line: turns its frames into the rules' verbs, and shows it its part of the list. */
export class OperatorSession implements OperatorEnd {
  readonly operator: string;
  readonly who: Operator;
  readonly session: string;
  readonly #core: Core;
  readonly #line: OperatorLine;
  readonly #expiresAt: number;
  readonly #list: OwnList;
  readonly #chats: OwnChats;
  readonly #talks: OwnTalks;
  /** Whether the console has said that nobody touches it. */
  #isIdle = false;
  #state: "new" | "greeted" | "closed" = "new";

  constructor(core: Core, line: OperatorLine, { operator, session }: { operator: Operator; session: Session }) {
    this.#core = core;
    this.#line = line;
    this.who = operator;
    this.#expiresAt = session.expiresAt;
    this.#list = new OwnList(core, (frame) => this.#send(frame));
    this.#chats = new OwnChats(core, this, (frame) => this.#send(frame));
    const { id, name } = operator;
    this.#talks = new OwnTalks(core.talks, { id, name }, (frame) => this.#send(frame));
    this.operator = operator.id;
    this.session = session.tokenHash;
  }

  message(frame: FromOperator): void {
    if (this.#state === "closed") return;
    if (this.#state === "greeted") return this.#serve(frame);
    if (frame.type !== "hello") return this.#line.close("badMessage");
    if (frame.version !== PROTOCOL_VERSION) return this.#line.close("wrongVersion");
    this.#state = "greeted";
    this.#core.hub.addOperator(this);
    this.#core.roster.connect(this.operator);
    this.#later(this.#greet());
  }

  closed(): void {
    const before = this.#state;
    this.#state = "closed";
    this.#list.close();
    this.#chats.close();
    if (before !== "greeted") return;
    this.#core.viewers.look(this, this.who, undefined);
    this.#core.hub.removeOperator(this);
    this.#core.roster.disconnect(this.operator, this.#isIdle);
  }

  sendText(text: string): void {
    this.#line.sendText(text);
  }

  signedOut(): void {
    this.#line.close("signedOut");
  }

  staffChanged(): void {
    const now = this.#core.staff.byId(this.operator);
    if (now === undefined || now.suspendedAt !== undefined) return this.signedOut();
    if (isSameReach(this.who, now)) this.#send({ type: "colleagues", colleagues: this.#colleagues() });
    // Whatever was shown so far rests on what the operator was: everything begins anew.
    else this.#line.close("restart", 0);
  }

  placesChanged(what: "sites" | "departments"): void {
    if (what === "sites") this.#send({ type: "sites", sites: this.#sites() });
    else this.#send({ type: "departments", departments: this.#departments() });
  }

  colleaguesChanged(): void {
    this.#send({ type: "colleagues", colleagues: this.#colleagues() });
    this.#send({ type: "status", ...this.#core.roster.own(this.operator) });
  }

  remarkSet(remark: Remark): void {
    this.#list.remarkSet(remark);
  }

  /** Called at each tick: sends what changed in the window and of the watched visitors. */
  tick(): void {
    if (this.#core.world.now() >= this.#expiresAt) return this.signedOut();
    this.#list.tick();
  }

  async #greet(): Promise<void> {
    const { conversations, queue, remarks, roster, staff, world, bounds, build } = this.#core;
    const [stored, talks] = await Promise.all([remarks.of(this.operator), this.#talks.all()]);
    this.#list.load(stored);
    const { id, login, name, role, departments } = this.who;
    // Changed between signing in and greeting: then nobody has told this window.
    if (!isSameReach(this.who, staff.byId(id))) return this.staffChanged();
    const isTheirs = (one: Conversation): boolean =>
      one.status === "requesting" || isWriter(one, id) || isOfferedTo(one.transfer, id, departments);
    const mine = (one: Conversation): boolean => isTheirs(one) && may(this.who, "chat.see", placeOfChat(one));
    const shown = (one: Conversation) => conversationForOperator(one, queue.state(one.id));
    this.#send({
      type: "welcome",
      version: PROTOCOL_VERSION,
      operator: { id, login, name, role, departments },
      account: this.#core.account(),
      ...(build === undefined ? {} : { build }),
      ...roster.own(id),
      hostNames: bounds.hostNames === "all",
      limits: operatorLimitsOf(bounds),
      sites: this.#sites(),
      departments: this.#departments(),
      colleagues: this.#colleagues(),
      conversations: [...conversations.live.all()].filter(mine).slice(0, 500).map(shown),
      talks,
      now: world.now(),
    });
    this.tellQueueing();
    if (this.#core.load.level !== "normal") this.tellLoad();
  }

  /** How hard-pressed the server is. */
  tellLoad(): void {
    this.#send({ type: "load", level: this.#core.load.level });
  }

  /** On which sites requests are offered to one operator at a time. */
  tellQueueing(): void {
    const queueing = this.#sites().filter(({ id }) => this.#core.queueSettings.isOn(id));
    this.#send({ type: "queueing", sites: queueing.map(({ id }) => id) });
  }

  #colleagues(): Colleague[] {
    const { roster, staff, conversations } = this.#core;
    const there = staff.all().filter(({ suspendedAt }) => suspendedAt === undefined);
    const chats = new Map<string, number>();
    for (const { operator } of conversations.live.all())
      if (operator !== undefined) chats.set(operator.id, (chats.get(operator.id) ?? 0) + 1);
    return there
      .slice(0, 500)
      .map((member) => colleagueForOperator(member, roster.status(member.id), chats.get(member.id) ?? 0));
  }

  /** Those that this operator may see. */
  #sites(): ReturnType<typeof siteForOperator>[] {
    const own = this.#core.sites.all().filter((site) => may(this.who, "site.see", { site: site.id }));
    return own.map(siteForOperator);
  }

  /** Those of these sites. */
  #departments(): DepartmentInfo[] {
    const own = this.#sites();
    const theirs = this.#core.departments.all().filter((department) => own.some(({ id }) => serves(department, id)));
    return theirs.map(departmentForOperator);
  }

  /** Asks for everything whether this operator may, and only then does it. */
  #serve(frame: FromOperator): void {
    const place = placeOfVerb(frame, this.#core.conversations);
    // What can be decided at once is: messages sent one after the other keep their order.
    if (!(place instanceof Promise)) return this.#allow(frame, place);
    this.#later(place.then((found) => this.#allow(frame, found)));
  }

  #allow(frame: FromOperator, place: Place): void {
    if (this.#state === "closed") return;
    try {
      mustBeAllowed(this.who, VERBS[frame.type], place);
    } catch (error) {
      return this.#send(refusalOf(error, "id" in frame ? frame.id : undefined, this.#core.log));
    }
    this.#do(frame);
  }

  #do(frame: FromOperator): void {
    const { conversations, invitations, notes, queue, remarks, roster } = this.#core;
    const who = { id: this.who.id, name: this.who.name };
    switch (frame.type) {
      case "hello":
        return this.#line.close("badMessage");
      case "ping":
        return this.#send({ type: "pong" });
      case "window":
        return this.#list.look(frame.window);
      case "count":
        return this.#list.count(frame.site, frame.filters);
      case "window-off":
        return this.#list.lookAway();
      case "watch":
        return this.#answer(frame.id, () => this.#watch(frame.site, frame.visitor));
      case "unwatch":
        return this.#list.unwatch(frame.site, frame.visitor);
      case "open":
        return this.#answer(frame.id, () => this.#chats.open(frame.conversation, frame));
      case "shut":
        return this.#chats.shut(frame.conversation);
      case "earlier":
        return this.#later(this.#chats.earlier(frame.conversation, frame.before));
      case "sync":
        return this.#later(this.#chats.sync(frame.conversation, frame.after));
      case "invite":
        return this.#answer(frame.id, () => invitations.invite(who, { ...frame, text: frame.text ?? "" }));
      case "withdraw":
        return this.#answer(frame.id, () => invitations.withdraw(who, frame.site, frame.visitor));
      case "accept":
        return this.#answer(frame.id, () => this.#accept(frame.conversation));
      case "decline":
        return this.#answer(frame.id, () => queue.decline(this.operator, frame.conversation));
      case "send":
        return this.#answer(frame.id, () => {
          const body = readDraft(this.#core, frame.conversation, frame.draft);
          return conversations.sayAsOperator(who, { id: frame.id, conversation: frame.conversation, body });
        });
      case "edit":
      case "delete":
      case "take-over":
      case "join":
      case "step-out":
      case "transfer":
      case "transfer-answer":
        return this.#answer(frame.id, () =>
          serveTake(this.#core, who, frame, (draft) => readDraft(this.#core, frame.conversation, draft)),
        );
      case "colleagues":
        return this.#send({ type: "colleagues", colleagues: this.#colleagues() });
      case "viewing":
        return this.#core.viewers.look(this, who, frame.conversation);
      case "typing":
        if (this.#writes(frame.conversation))
          conversations.typing(frame.conversation, "operator", frame.typing, { operator: who });
        return;
      case "mark":
        if (this.#has(frame.conversation)) this.#later(conversations.mark(frame.conversation, "operator", frame));
        return;
      case "end":
        return this.#answer(frame.id, () => conversations.end(frame.conversation, who));
      case "note":
        return this.#answer(frame.id, () => notes.add(who, frame));
      case "resolve":
        return this.#answer(frame.id, () => findHostName(this.#core, frame.site, frame.visitor));
      case "remark":
        return this.#answer(frame.id, () => remarks.set(this.operator, frame));
      case "say":
        return this.#answer(frame.id, () => this.#talks.say(frame));
      case "talk-open":
      case "talk-earlier":
      case "talk-mark":
      case "talk-typing":
        return this.#later(this.#talks.hear(frame));
      case "ban":
        return this.#answer(frame.id, () => banVisitor(this.#core, this.who, frame));
      case "idle":
        return this.#idle(frame);
      case "status":
        return this.#answer(frame.id, () => roster.choose(this.operator, frame.status));
    }
  }

  /** Whether this operator may write in the chat: it is theirs, or they have joined it. */
  #writes(id: string): boolean {
    const conversation = this.#core.conversations.live.get(id);
    return conversation?.status === "open" && isWriter(conversation, this.operator);
  }

  /** A request that is offered to somebody else is theirs, but for a supervisor. */
  async #accept(conversation: string): Promise<void> {
    const { conversations, queue } = this.#core;
    const who = { id: this.who.id, name: this.who.name };
    const mayTakeAny = may(this.who, "chat.accept-any");
    await queue.take(who, { conversation, mayTakeAny }, () => conversations.accept(who, conversation));
  }

  /** Whether this operator is the one who has the chat: how far others have got is not what the visitor is told. */
  #has(conversation: string): boolean {
    return this.#core.conversations.live.get(conversation)?.operator?.id === this.operator;
  }

  #idle({ idle, back }: Extract<FromOperator, { type: "idle" }>): void {
    const { roster } = this.#core;
    const wasIdle = this.#isIdle;
    this.#isIdle = idle;
    if (!idle) roster.touched(this.operator, { wasIdle, back });
    else if (!wasIdle) roster.idle(this.operator);
  }

  async #watch(site: string, visitor: number): Promise<void> {
    const { notes, conversations } = this.#core;
    this.#list.watch(site, visitor);
    const [written, past] = await Promise.all([notes.of(site, visitor), conversations.ofVisitor(site, visitor)]);
    const remark = this.#list.remark(site, visitor);
    this.#send({
      type: "remembered",
      site,
      visitor,
      notes: written.map(noteForOperator),
      ...(remark === undefined ? {} : { remark }),
      conversations: past
        .filter((one) => may(this.who, "chat.see", placeOfChat(one)))
        .map((one) => conversationForOperator(one)),
    });
  }

  #answer(id: string, act: () => unknown): void {
    Promise.resolve()
      .then(act)
      .then(
        (done) => this.#send({ type: "ack", id, ...placing(done) }),
        (error: unknown) => this.#send(refusalOf(error, id, this.#core.log)),
      );
  }

  #later(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#send(refusalOf(error, undefined, this.#core.log)));
  }

  #send(frame: ToOperator): void {
    this.sendText(JSON.stringify(frame));
  }
}

/** Whether what an operator may see and do, and the name they do it by, is what it was. */
function isSameReach(one: StaffMember, other: StaffMember | undefined): boolean {
  const words = ({ name, role, sites, departments, suspendedAt }: StaffMember): string =>
    JSON.stringify([name, role, sites, departments, suspendedAt]);
  return other !== undefined && words(one) === words(other);
}

/** What an `ack` says of a message that was stored. */
function placing(done: unknown): { conversation?: string; seq?: number; at?: number } {
  if (typeof done !== "object" || done === null || !("seq" in done)) return {};
  const { conversation, seq, at } = done as { conversation?: string; seq: number; at: number };
  return { ...(conversation !== undefined && { conversation }), seq, at };
}
