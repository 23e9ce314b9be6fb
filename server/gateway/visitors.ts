import { stateOf } from "../../chat/conversation.ts";
import { must } from "../../chat/error.ts";
import type { VisitorIdentity } from "../../chat/conversations.ts";
import type { Site } from "../../chat/site.ts";
import type { CloseName } from "../../protocol/close.ts";
import { lookFor } from "../../protocol/look.ts";
import type { ToVisitor } from "../../protocol/server-to-visitor.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import type { FromVisitor } from "../../protocol/visitor-to-server.ts";
import { readUserAgent } from "./browser.ts";
import { campaignOf } from "./campaign.ts";
import { type Core, limitsOf } from "./core.ts";
import {
  availabilityForVisitor,
  conversationForVisitor,
  invitationForVisitor,
  messageForVisitor,
  siteForVisitor,
} from "./present.ts";
import { refusalOf } from "./refuse.ts";
import type { SocketListener } from "./socket.ts";
import type { VisitorEnd } from "./visitor-ends.ts";

/** What the upgrade request shows of a visitor. */
export interface VisitorConnection {
  address: string;
  origin: string;
  userAgent: string;
}

/** The line back to the tab. */
export interface VisitorLine {
  sendText(text: string): void;
  close(name: CloseName, afterMs?: number): void;
}

type Hello = Extract<FromVisitor, { type: "hello" }>;

/** Who the tab has turned out to be, once `hello` has been answered. */
interface Known {
  site: Site;
  visitor: number;
  tab: string;
  name?: string;
  email?: string;
}

/** Frames kept in either direction while the greeting waits for the disk: more than a client's whole outbox. */
const MOST_EARLY = 500;

/** One tab of a visitor on the line: turns its frames into the rules' verbs. */
export class VisitorSession implements SocketListener<FromVisitor>, VisitorEnd {
  readonly #core: Core;
  readonly #line: VisitorLine;
  /** Until the greeting: most visitors say nothing more, and what is kept is kept for each of them. */
  #connection: VisitorConnection | undefined;
  #state: "new" | "greeting" | "closed" | Known = "new";
  /** What came while the greeting was under way. */
  #early: FromVisitor[] | undefined;
  /** What is new while what the tab has missed is being read. It follows that, so that the tab finds no gap and asks for nothing twice. */
  #held: string[] | undefined;
  /** The ids of what waits for its acknowledgement and need not be sent back. */
  #said: Set<string> | undefined;

  constructor(core: Core, line: VisitorLine, connection: VisitorConnection) {
    this.#core = core;
    this.#line = line;
    this.#connection = connection;
  }

  get tab(): string {
    return typeof this.#state === "string" ? "" : this.#state.tab;
  }

  hasSaid(message: string): boolean {
    return this.#said?.has(message) === true;
  }

  sendText(text: string): void {
    if (this.#held === undefined) return this.#line.sendText(text);
    if (this.#held.length >= MOST_EARLY) return this.#line.close("slowReader");
    this.#held.push(text);
  }

  keepOut(): void {
    this.#line.close("banned");
  }

  message(frame: FromVisitor): void {
    if (this.#state === "closed") return;
    if (this.#state === "new") {
      if (frame.type !== "hello") return this.#line.close("badMessage");
      this.#state = "greeting";
      const connection = must(this.#connection, "what the upgrade showed");
      this.#connection = undefined;
      this.#greet(frame, connection).catch((error: unknown) => {
        this.#send(refusalOf(error, undefined, this.#core.log));
        this.#line.close("overloaded");
      });
      return;
    }
    if (this.#state === "greeting") {
      this.#early ??= [];
      if (this.#early.length >= MOST_EARLY) return this.#line.close("tooFast");
      this.#early.push(frame);
      return;
    }
    this.#serve(this.#state, frame);
  }

  closed(): void {
    const known = this.#state;
    this.#state = "closed";
    if (typeof known === "string") return;
    this.#core.hub.visitors.remove(known.site.id, known.visitor, this);
    this.#core.directory.leave(known.site.id, known.visitor, known.tab);
  }

  async #greet(hello: Hello, connection: VisitorConnection): Promise<void> {
    const { sites, tokens, numbers, hub, conversations, directory, load, log } = this.#core;
    if (hello.version !== PROTOCOL_VERSION) return this.#line.close("wrongVersion");
    const site = sites.byKey(hello.site);
    if (site === undefined) return this.#line.close("unknownSite");
    if (!sites.allows(site, connection.origin)) {
      log.warn(
        { site: site.name, origin: connection.origin.slice(0, 200) },
        "a widget was refused: add this origin to the site in Settings, Sites, if the page is yours",
      );
      return this.#line.close("wrongOrigin");
    }
    const genuine = hello.token === undefined ? undefined : tokens.read(site.id, hello.token);
    const afterMs = this.#isExpected(site.id, genuine) ? undefined : load.putOff(directory.isFull);
    if (afterMs !== undefined) return this.#line.close("overloaded", afterMs);
    const visitor = genuine ?? (await numbers.take());
    const resumed = hello.resume === undefined ? undefined : await conversations.find(hello.resume.conversation);
    if (this.#state !== "greeting") return; // the tab has gone meanwhile
    if (this.#core.bans.isBanned(site.id, genuine, connection.address)) return this.#line.close("banned");

    if (genuine !== undefined && this.#core.directory.get(site.id, genuine) === undefined)
      this.#core.chattedBefore.returned(site.id, genuine);
    this.#arrive(site, visitor, hello, connection);
    const known: Known = { site, visitor, tab: hello.tab, ...naming(hello) };
    this.#state = known;
    hub.visitors.add(site.id, visitor, this);

    const live = conversations.live.of(site.id, visitor);
    const own = resumed?.visitor === visitor && resumed.site === site.id ? resumed : undefined;
    const conversation = live ?? own;
    const invitation = this.#core.invitations.pending(site.id, visitor);
    const look = lookFor(site.look ?? {}, (hello.languages ?? hello.language).split(","));
    this.#send({
      type: "welcome",
      version: PROTOCOL_VERSION,
      token: genuine === undefined || hello.token === undefined ? tokens.make(site.id, visitor) : hello.token,
      visitor,
      limits: limitsOf(this.#core.bounds),
      site: siteForVisitor(site),
      ...(look.id === hello.look ? {} : { look }),
      ...availabilityForVisitor(this.#core.availability.of(site.id)),
      ...(conversation === undefined ? {} : { conversation: conversationForVisitor(conversation) }),
      ...(invitation === undefined ? {} : { invitation: invitationForVisitor(invitation) }),
    });
    const place = live && this.#core.queue.place(live.id);
    if (place !== undefined) this.#send({ type: "queue", conversation: live?.id ?? "", place });
    if (conversation !== undefined) {
      this.#held = [];
      await this.#sync(conversation.id, conversation.id === hello.resume?.conversation ? hello.resume.after : 0);
      const held = this.#held;
      this.#held = undefined;
      for (const text of held) this.#line.sendText(text);
    }
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const frame of early) this.#serve(known, frame);
  }

  /** Whether a visitor is let in however much there is to do: is here already, or has a chat or an invitation. */
  #isExpected(site: string, visitor: number | undefined): boolean {
    if (visitor === undefined) return false;
    const { conversations, directory, invitations } = this.#core;
    if (conversations.live.of(site, visitor) !== undefined) return true;
    return directory.get(site, visitor) !== undefined || invitations.pending(site, visitor) !== undefined;
  }

  #arrive(site: Site, visitor: number, hello: Hello, connection: VisitorConnection): void {
    const { countries, directory, conversations, queue } = this.#core;
    const { address } = connection;
    const campaign = campaignOf(hello.page.url);
    const { browser, device } = readUserAgent(connection.userAgent);
    directory.arrive({
      site: site.id,
      visitor,
      tab: hello.tab,
      page: hello.page,
      looking: hello.looking,
      ...naming(hello),
      ...(hello.attributes && { attributes: hello.attributes }),
      address,
      browser,
      device,
      language: hello.language,
      timeZone: hello.timeZone,
      ...countries.of(address, hello.timeZone),
      visits: hello.visit.count,
      elapsedMs: hello.visit.elapsedMs,
      pages: hello.visit.pages,
      cameFrom: hello.visit.cameFrom,
      ...(campaign !== undefined && { campaign }),
    });
    // A visitor whom the directory has just met may be in the middle of a chat: the page changed slowly, or the server restarted.
    const live = conversations.live.of(site.id, visitor);
    if (live !== undefined) directory.setState(site.id, visitor, stateOf(live, queue.state(live.id)));
  }

  #serve(known: Known, frame: FromVisitor): void {
    const { directory, conversations, invitations } = this.#core;
    const { site, visitor, tab } = known;
    const who: VisitorIdentity = { site: site.id, visitor, ...naming(known) };
    switch (frame.type) {
      case "hello":
        return this.#line.close("badMessage");
      case "about": {
        const { attributes } = frame;
        Object.assign(known, naming(frame));
        directory.rename(site.id, visitor, { ...naming(frame), ...(attributes && { attributes }) });
        return;
      }
      case "page":
        directory.move(site.id, visitor, tab, frame.page);
        return;
      case "looking":
        directory.look(site.id, visitor, tab, frame.looking);
        return;
      case "bye":
        return this.closed();
      case "ping":
        return this.#send({ type: "pong" });
      case "typing":
        if (this.#owns(known, frame.conversation)) this.#typing(known, frame);
        return;
      case "mark":
        if (this.#owns(known, frame.conversation))
          this.#later(conversations.mark(frame.conversation, "visitor", frame));
        return;
      case "sync":
        return this.#later(this.#syncOwn(known, frame.conversation, frame.after));
      case "send":
        if (frame.echo === false) (this.#said ??= new Set()).add(frame.id);
        return this.#answer(frame.id, async () => {
          const message = await conversations.sayAsVisitor(who, frame);
          return { conversation: message.conversation, seq: message.seq, at: message.at };
        });
      case "invitation":
        return this.#answer(frame.id, () => invitations.answer(who, frame.invitation, frame.answer));
      case "pushed":
        return this.#answer(frame.id, async () => {
          const message = await conversations.pushed(who, frame);
          return { conversation: message.conversation, seq: message.seq, at: message.at };
        });
      case "end":
        return this.#answer(frame.id, () => conversations.end(frame.conversation, who));
      case "leave":
        return this.#answer(frame.id, async () => {
          const { name, email } = frame;
          known.name = name;
          known.email = email;
          directory.rename(site.id, visitor, { name, email });
          await conversations.leave({ ...who, name, email }, frame);
        });
    }
  }

  /** What is being written goes on to operators only where the site wants it; it is told once and kept nowhere. */
  #typing({ site }: Known, { conversation, typing, text }: Extract<FromVisitor, { type: "typing" }>): void {
    const { sites, conversations, bounds } = this.#core;
    const isShown = typing && text !== undefined && sites.byId(site.id)?.typingPreviews === true;
    conversations.typing(conversation, "visitor", typing, isShown ? { text: text.slice(0, bounds.textLength) } : {});
  }

  #owns(known: Known, conversation: string): boolean {
    return this.#core.conversations.live.of(known.site.id, known.visitor)?.id === conversation;
  }

  async #syncOwn(known: Known, id: string, after: number): Promise<void> {
    const conversation = await this.#core.conversations.find(id);
    if (conversation?.visitor !== known.visitor || conversation.site !== known.site.id) return;
    await this.#sync(id, after);
  }

  async #sync(id: string, after: number): Promise<void> {
    const { messages, more } = await this.#core.conversations.messagesAfter(id, after);
    this.#send({ type: "messages", conversation: id, messages: messages.map(messageForVisitor), more });
  }

  /** Answers a wish with exactly one `ack` or `refused`. */
  #answer(id: string, act: () => Promise<{ conversation?: string; seq?: number; at?: number } | void>): void {
    act()
      .then(
        (done) => this.#send({ type: "ack", id, ...done }),
        (error: unknown) => this.#send(refusalOf(error, id, this.#core.log)),
      )
      .finally(() => this.#said?.delete(id));
  }

  #later(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#send(refusalOf(error, undefined, this.#core.log)));
  }

  #send(frame: ToVisitor): void {
    this.#line.sendText(JSON.stringify(frame));
  }
}

function naming(from: { name?: string; email?: string }): { name?: string; email?: string } {
  return {
    ...(from.name === undefined ? {} : { name: from.name }),
    ...(from.email === undefined ? {} : { email: from.email }),
  };
}
