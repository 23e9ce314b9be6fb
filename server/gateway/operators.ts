import type { Operator, Session } from "../../chat/operator.ts";
import type { Conversation } from "../../chat/conversation.ts";
import { checkText } from "../../chat/check-text.ts";
import { ChatError } from "../../chat/error.ts";
import type { Body } from "../../chat/message.ts";
import type { Visitor } from "../../chat/visitor.ts";
import { View, type ViewFrame } from "../../chat/view.ts";
import type { CloseName } from "../../protocol/close.ts";
import type { Draft, FromOperator } from "../../protocol/operator-to-server.ts";
import type { Colleague, ToOperator } from "../../protocol/server-to-operator.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { type Core, limitsOf } from "./core.ts";
import { type OperatorEnd, placeOf } from "./hub.ts";
import {
  conversationForOperator,
  messageForOperator,
  noteForOperator,
  siteForOperator,
  visitorForOperator,
} from "./present.ts";
import { readPush } from "./push-url.ts";
import { refusalOf } from "./refuse.ts";
import { readRichText } from "./rich-text.ts";

export interface OperatorLine {
  sendText(text: string): void;
  close(name: CloseName): void;
}

/** A visitor whom the window follows. */
interface Watched {
  site: string;
  visitor: number;
  /** The row last told (rows are replaced, never changed), or undefined when the visitor was told gone. */
  told: Readonly<Visitor> | undefined | "nothing";
}

/** Most chats, and most visitors, that one window may follow at once. */
const MOST_FOLLOWED = 200;

/** One window of an operator's console on the line: turns its frames into the rules' verbs, and shows it its part of the list. */
export class OperatorSession implements OperatorEnd {
  readonly operator: string;
  readonly session: string;
  readonly #core: Core;
  readonly #line: OperatorLine;
  readonly #who: Operator;
  readonly #expiresAt: number;
  readonly #shown = new Set<string>();
  readonly #watched = new Map<string, Watched>();
  #view: View | undefined;
  #state: "new" | "greeted" | "closed" = "new";

  constructor(core: Core, line: OperatorLine, { operator, session }: { operator: Operator; session: Session }) {
    this.#core = core;
    this.#line = line;
    this.#who = operator;
    this.#expiresAt = session.expiresAt;
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
    this.#view?.close();
    this.#view = undefined;
    if (before !== "greeted") return;
    this.#core.hub.removeOperator(this);
    this.#core.roster.disconnect(this.operator);
  }

  shows(conversation: string): boolean {
    return this.#shown.has(conversation);
  }

  sendText(text: string): void {
    this.#line.sendText(text);
  }

  signedOut(): void {
    this.#line.close("signedOut");
  }

  colleaguesChanged(): void {
    this.#later(this.#colleagues().then((colleagues) => this.#send({ type: "colleagues", colleagues })));
    this.#send({ type: "status", status: this.#core.roster.chosen(this.operator) });
  }

  /** Called at each tick: sends what changed in the window and of the watched visitors. */
  tick(): void {
    if (this.#core.world.now() >= this.#expiresAt) return this.signedOut();
    const frame = this.#view?.frame();
    if (frame !== undefined) this.#send(rowsFrame(frame));
    for (const watch of this.#watched.values()) this.#tellWatched(watch);
  }

  async #greet(): Promise<void> {
    const { conversations, roster, sites, world, bounds } = this.#core;
    const colleagues = await this.#colleagues();
    const { id, login, name, role } = this.#who;
    const mine = (one: Conversation): boolean => one.status === "requesting" || one.operator?.id === id;
    this.#send({
      type: "welcome",
      version: PROTOCOL_VERSION,
      operator: { id, login, name, role },
      account: this.#core.account(),
      status: roster.chosen(id),
      limits: limitsOf(bounds),
      sites: sites.all().map(siteForOperator),
      colleagues,
      conversations: [...conversations.live()].filter(mine).slice(0, 500).map(conversationForOperator),
      now: world.now(),
    });
  }

  async #colleagues(): Promise<Colleague[]> {
    const { roster } = this.#core;
    const operators = await this.#core.operators();
    return operators.slice(0, 500).map(({ id, login, name }) => ({ id, login, name, status: roster.status(id) }));
  }

  #serve(frame: FromOperator): void {
    const { conversations, invitations, notes, roster, directory } = this.#core;
    const who = { id: this.#who.id, name: this.#who.name };
    switch (frame.type) {
      case "hello":
        return this.#line.close("badMessage");
      case "ping":
        return this.#send({ type: "pong" });
      case "window": {
        if (this.#view === undefined) this.#view = new View(directory, frame.window);
        else this.#view.change(frame.window);
        const first = this.#view.frame();
        if (first !== undefined) this.#send(rowsFrame(first));
        return;
      }
      case "window-off":
        this.#view?.close();
        this.#view = undefined;
        return;
      case "watch":
        return this.#answer(frame.id, () => this.#watch(frame.site, frame.visitor));
      case "unwatch":
        this.#watched.delete(placeOf(frame.site, frame.visitor));
        return;
      case "open":
        return this.#answer(frame.id, () => this.#open(frame.conversation, frame.after));
      case "shut":
        this.#shown.delete(frame.conversation);
        return;
      case "sync":
        return this.#later(this.#sync(frame.conversation, frame.after));
      case "invite":
        return this.#answer(frame.id, () => invitations.invite(who, { ...frame, text: frame.text ?? "" }));
      case "withdraw":
        return this.#answer(frame.id, () => invitations.withdraw(who, frame.site, frame.visitor));
      case "accept":
        return this.#answer(frame.id, () => conversations.accept(who, frame.conversation));
      case "send":
        return this.#answer(frame.id, () => {
          const body = this.#body(frame.conversation, frame.draft);
          return conversations.sayAsOperator(who, { id: frame.id, conversation: frame.conversation, body });
        });
      case "typing":
        if (this.#has(frame.conversation)) conversations.typing(frame.conversation, "operator", frame.typing);
        return;
      case "mark":
        if (this.#has(frame.conversation)) this.#later(conversations.mark(frame.conversation, "operator", frame));
        return;
      case "end":
        return this.#answer(frame.id, () => conversations.end(frame.conversation, who));
      case "note":
        return this.#answer(frame.id, () => notes.add(who, frame));
      case "status":
        return this.#answer(frame.id, () => roster.choose(this.operator, frame.status));
    }
  }

  /** Whether this operator is the one who has the chat: only then do their marks and typing concern the visitor. */
  #has(conversation: string): boolean {
    return this.#core.conversations.get(conversation)?.operator?.id === this.operator;
  }

  /** Decided at once, without waiting, so that messages sent one after the other keep their order. */
  #body(id: string, draft: Draft): Body {
    const { bounds, directory, conversations, sites } = this.#core;
    if (draft.kind === "text") return { kind: "text", text: checkText(draft.text, bounds.textLength) };
    const conversation = conversations.get(id);
    const page =
      conversation === undefined ? undefined : directory.get(conversation.site, conversation.visitor)?.page.url;
    // Without a page (the visitor is between two) an address is read as one of the site.
    const base = page ?? sites.byId(conversation?.site ?? "")?.origins[0] ?? "https://invalid.invalid/";
    if (draft.kind === "url") return { kind: "push", ...readPush(draft.url, base, bounds.urlLength) };
    return { kind: "rich", tree: readRichText(checkText(draft.html, bounds.textLength), base) };
  }

  async #open(id: string, after: number): Promise<void> {
    const conversation = await this.#core.conversations.find(id);
    if (conversation === undefined) throw new ChatError("not-found", "There is no such chat.");
    if (this.#shown.size >= MOST_FOLLOWED)
      throw new ChatError("overloaded", "Too many chats are open in this window: please close some.");
    // Subscribed first, read second: what is added in between comes twice, and never not at all.
    this.#shown.add(id);
    this.#send({ type: "conversation", conversation: conversationForOperator(conversation) });
    await this.#sync(id, after);
  }

  async #sync(id: string, after: number): Promise<void> {
    const { messages, more } = await this.#core.conversations.messagesAfter(id, after);
    this.#send({ type: "messages", conversation: id, messages: messages.map(messageForOperator), more });
  }

  async #watch(site: string, visitor: number): Promise<void> {
    const { notes, conversations } = this.#core;
    const place = placeOf(site, visitor);
    if (this.#watched.size >= MOST_FOLLOWED && !this.#watched.has(place)) {
      throw new ChatError("overloaded", "Too many visitors are followed in this window: please close some chats.");
    }
    const watched: Watched = { site, visitor, told: "nothing" };
    this.#watched.set(place, watched);
    this.#tellWatched(watched);
    const [written, past] = await Promise.all([notes.of(site, visitor), conversations.ofVisitor(site, visitor)]);
    this.#send({
      type: "remembered",
      site,
      visitor,
      notes: written.map(noteForOperator),
      conversations: past.map(conversationForOperator),
    });
  }

  #tellWatched(watched: Watched): void {
    const { site, visitor } = watched;
    const found = this.#core.directory.get(site, visitor);
    if (found === watched.told) return;
    watched.told = found;
    this.#send({ type: "visitor", site, visitor, ...(found === undefined ? {} : { row: visitorForOperator(found) }) });
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

/** What an `ack` says of a message that was stored. */
function placing(done: unknown): { conversation?: string; seq?: number; at?: number } {
  if (typeof done !== "object" || done === null || !("seq" in done)) return {};
  const { conversation, seq, at } = done as { conversation: string; seq: number; at: number };
  return { conversation, seq, at };
}

function rowsFrame(frame: ViewFrame): ToOperator {
  const { first, count, total, counts, order, rows, fresh } = frame;
  return {
    type: "rows",
    window: {
      first,
      count,
    },
    total,
    counts,
    fresh,
    ...(order === undefined ? {} : { order }),
    rows: rows.map(visitorForOperator),
  };
}
