import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type Server, WebSocketServer } from "ws";
import { Availability } from "../../chat/availability.ts";
import type { Ban } from "../../chat/ban.ts";
import { Conversations } from "../../chat/conversations.ts";
import { Corrections } from "../../chat/corrections.ts";
import { type Conversation, isLive, stateOf } from "../../chat/conversation.ts";
import { Directory } from "../../chat/directory.ts";
import type { Announcement } from "../../chat/event.ts";
import { Invitations } from "../../chat/invitations.ts";
import { Notes } from "../../chat/notes.ts";
import { Releases } from "../../chat/releases.ts";
import { Remarks } from "../../chat/remarks.ts";
import { Roster } from "../../chat/roster.ts";
import { Takes } from "../../chat/takes.ts";
import { Viewers } from "../../chat/viewers.ts";
import { Talks } from "../../chat/talks.ts";
import { type FromOperator, fromOperatorShape } from "../../protocol/operator-to-server.ts";
import type { ToOperator } from "../../protocol/server-to-operator.ts";
import type { ToVisitor } from "../../protocol/server-to-visitor.ts";
import { type FromVisitor, fromVisitorShape } from "../../protocol/visitor-to-server.ts";
import { isMeant } from "./bans.ts";
import { readUserAgent } from "./browser.ts";
import { TrustedProxies } from "./client-address.ts";
import { Clock } from "./clock.ts";
import { ChattedBefore } from "./chatted-before.ts";
import { Countries } from "./countries.ts";
import type { Core } from "./core.ts";
import { ExpectedOperators } from "./expected-operators.ts";
import { Load, type LoadFigures } from "./load.ts";
import { HostNames } from "./host-names.ts";
import { Hub } from "./hub.ts";
import { LineWebSocket } from "./line-web-socket.ts";
import { OperatorSession } from "./operators.ts";
import { Queueing } from "./queueing.ts";
import { loadParser } from "./rich-text.ts";
import type { Sessions } from "./sessions.ts";
import { Socket, type SocketKind } from "./socket.ts";
import { Turn } from "./turn.ts";
import { VisitorNumbers } from "./visitor-numbers.ts";
import { VisitorSession } from "./visitors.ts";
import { VisitorTokens } from "./visitor-token.ts";

/** What the wiring gives; the rest the gateway makes itself. */
export type SocketParts = Pick<
  Core,
  | "world"
  | "log"
  | "bounds"
  | "store"
  | "bus"
  | "sites"
  | "departments"
  | "staff"
  | "bans"
  | "account"
  | "build"
  | "queueSettings"
> & {
  sessions: Sessions;
  trustedProxies: readonly string[];
  /** Signs the visitors' tokens; the same on every node. */
  secret: string;
  /** Where the console may be served from; an operator's socket from elsewhere is refused. */
  ownOrigins(): string[];
};

/** What Prometheus is told. */
export interface Counts extends LoadFigures {
  visitorSockets: number;
  operatorSockets: number;
  visitors: number;
}

/** After these queueing may be on for other sites than before. */
const QUEUEING_MAY_CHANGE: ReadonlySet<Announcement["type"]> = new Set(["queue-rule", "departments", "sites"]);
const MATTERS_TO_AVAILABILITY: ReadonlySet<Announcement["type"]> = new Set([
  "operator",
  "staff",
  "departments",
  "sites",
]);

/** The WebSocket side of the door: upgrades, what the bus tells those who are connected, and the way out at a stop. */
export class Sockets {
  readonly #parts: SocketParts;
  readonly #core: Core;
  readonly #server: Server<typeof LineWebSocket>;
  readonly #proxies: TrustedProxies;
  readonly #visitors = new Set<Socket<FromVisitor, unknown>>();
  readonly #operators = new Set<Socket<FromOperator, unknown>>();
  /** Operators of whom the store has not said yet who they are. */
  readonly #upgrading = new Set<Duplex>();
  readonly #visitorKind: SocketKind<FromVisitor>;
  readonly #operatorKind: SocketKind<FromOperator>;
  readonly #perAddress = new Map<string, number>();
  readonly #load: Load;
  readonly #clock: Clock;
  readonly #queueing: Queueing;
  readonly #expected: ExpectedOperators;
  #stopListening: () => void = () => undefined;
  #isClosing = false;
  readonly #allDown = Promise.withResolvers<void>();

  constructor(parts: SocketParts) {
    const { world, log, bounds, store, bus, sites, departments, staff, bans, account, build, queueSettings } = parts;
    this.#parts = parts;
    this.#proxies = new TrustedProxies(parts.trustedProxies);
    const { visitorBurst, visitorFramesPerSecond, operatorBurst, operatorFramesPerSecond, outboxBytes } = bounds;
    const turn = new Turn((error) => log.error({ err: error }, "a line could not be written to, and was dropped"));
    this.#visitorKind = {
      shape: fromVisitorShape,
      bounds: { burst: visitorBurst, framesPerSecond: visitorFramesPerSecond, outboxBytes },
      turn,
      gone: (socket) => {
        this.#visitors.delete(socket);
        this.#count(socket.address, -1);
        this.#lineDown();
      },
    };
    this.#operatorKind = {
      shape: fromOperatorShape,
      bounds: { burst: operatorBurst, framesPerSecond: operatorFramesPerSecond, outboxBytes },
      turn,
      gone: (socket) => {
        this.#operators.delete(socket);
        this.#lineDown();
      },
    };
    this.#server = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      maxPayload: bounds.frameBytes,
      clientTracking: false, // they are known here
      WebSocket: LineWebSocket,
    });
    this.#load = new Load({ bounds, log, onChange: () => this.#tellLoad() });
    const directory = new Directory(world, bounds);
    const roster = new Roster(world, bus, bounds.operatorGraceMs);
    this.#expected = new ExpectedOperators({ store, world, graceMs: bounds.operatorGraceMs });
    const availability = new Availability({
      world,
      bus,
      sites: () => sites.all(),
      departments: () => departments.all(),
      staff: () => staff.all(),
      status: (operator) => this.#expected.status(operator, roster.status(operator)),
    });
    const conversations = new Conversations({ world, store, bus, bounds, availability });
    const takes = new Takes({ world, store, bounds, conversations, status: (operator) => roster.status(operator) });
    const releases = new Releases({
      world,
      bounds,
      live: conversations.live,
      staff,
      roster,
      takes,
      isHere: ({ site, visitor }) => directory.get(site, visitor) !== undefined,
    });
    this.#queueing = new Queueing({ world, bus, bounds, roster, conversations, availability, queueSettings });
    const { queue } = this.#queueing;
    this.#core = {
      world,
      log,
      bounds,
      store,
      bus,
      sites,
      departments,
      staff,
      bans,
      account,
      build,
      directory,
      roster,
      availability,
      conversations,
      takes,
      releases,
      corrections: new Corrections({ world, store, bounds, conversations }),
      viewers: new Viewers(bus),
      queue,
      queueSettings,
      invitations: new Invitations({
        world,
        bus,
        bounds,
        directory,
        conversations,
        queue,
      }),
      notes: new Notes({
        world,
        store,
        bus,
        bounds,
      }),
      remarks: new Remarks({ world, store, bus, bounds }),
      talks: new Talks({ world, store, bus, bounds }),
      chattedBefore: new ChattedBefore({ store, directory, log }),
      countries: new Countries(bounds, log),
      hostNames: new HostNames(bounds, () => world.now()),
      hub: new Hub((conversation) => queue.state(conversation)),
      load: this.#load,
      tokens: new VisitorTokens(parts.secret),
      numbers: new VisitorNumbers(store),
    };
    this.#clock = new Clock({
      core: this.#core,
      expected: this.#expected,
      lines: [this.#operators, this.#visitors],
    });
  }

  async start(): Promise<void> {
    const { bus, conversations } = this.#core;
    await Promise.all([conversations.load(), this.#core.countries.start()]);
    await this.#expected.load();
    this.#queueing.load();
    this.#stopListening = bus.listen((announcement) => this.#hear(announcement));
    this.#load.start();
    this.#clock.start();
  }

  /** Takes over an HTTP upgrade for /ws/visitor or /ws/operator; refuses every other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = new URL(request.url ?? "/", "http://server.invalid").pathname;
    if (this.#isClosing) return refuse(socket, 503);
    if (path === "/ws/visitor") {
      this.#server.handleUpgrade(request, socket, head, (ws) => this.#visitor(ws, socket, request));
    } else if (path === "/ws/operator") {
      void this.#operatorUpgrade(request, socket, head);
    } else {
      refuse(socket, 404);
    }
  }

  counts(): Counts {
    return {
      ...this.#load.figures(),
      visitorSockets: this.#visitors.size,
      operatorSockets: this.#operators.size,
      visitors: this.#core.directory.size,
    };
  }

  /** Says goodbye to everybody, with a time to come back that spreads them out, and waits until the lines are down. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#clock.stop();
    this.#load.stop();
    this.#core.countries.stop();
    this.#core.chattedBefore.stop();
    const { restartSpreadMs } = this.#core.bounds;
    const all = [...this.#operators, ...this.#visitors];
    for (const [index, socket] of all.entries()) {
      // Operators stand first in the list, so they are back first.
      socket.close("restart", 200 + (restartSpreadMs * index) / all.length);
    }
    this.#stopListening();
    for (const socket of this.#upgrading) socket.destroy();
    const patience = setTimeout(() => {
      for (const socket of all) socket.terminate();
    }, 1000);
    if (all.length > 0) await this.#allDown.promise;
    clearTimeout(patience);
  }

  #lineDown(): void {
    if (this.#isClosing && this.#visitors.size + this.#operators.size === 0) this.#allDown.resolve();
  }

  #visitor(ws: LineWebSocket, stream: Duplex, request: IncomingMessage): void {
    const address = this.#proxies.clientAddress(request);
    const userAgent = request.headers["user-agent"] ?? "";
    const socket = new Socket<FromVisitor, ToVisitor>({ ws, stream, address }, this.#visitorKind);
    this.#visitors.add(socket);
    if (this.#count(address, 1) > this.#core.bounds.socketsPerAddress) return socket.close("tooManySockets", 30_000);
    if (readUserAgent(userAgent).isRobot) return socket.close("robot");
    const origin = request.headers.origin ?? "";
    socket.listen(new VisitorSession(this.#core, socket, { address, origin, userAgent }));
  }

  async #operatorUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    try {
      // A page of another origin could open a socket with the operator's cookie (RFC 6455 § 10.2): the origin decides.
      if (!this.#parts.ownOrigins().includes(request.headers.origin ?? "")) return refuse(socket, 403);
      socket.on("error", destroy);
      this.#upgrading.add(socket);
      const [signedIn] = await Promise.all([this.#parts.sessions.authenticate(request.headers.cookie), loadParser()]);
      if (this.#isClosing) return refuse(socket, 503);
      this.#server.handleUpgrade(request, socket, head, (ws) => {
        const line = new Socket<FromOperator, ToOperator>({ ws, stream: socket, address: "" }, this.#operatorKind);
        this.#operators.add(line);
        if (signedIn === undefined) return line.close("signedOut");
        line.listen(new OperatorSession(this.#core, line, signedIn));
      });
    } catch (error) {
      this.#core.log.error({ err: error }, "an operator could not be connected");
      refuse(socket, 500);
    } finally {
      this.#upgrading.delete(socket);
    }
  }

  /** What any node announced: first the rules' own picture, then those whom it concerns. */
  #hear(announcement: Announcement): void {
    const { conversations, directory, hub, invitations, queue } = this.#core;
    this.#queueing.hear(announcement);
    if (announcement.type === "conversation") {
      const { conversation } = announcement;
      conversations.live.learn(conversation);
      if (conversation.status !== "left") {
        const { site, visitor } = conversation;
        const live = conversations.live.of(site, visitor);
        directory.setState(
          site,
          visitor,
          live === undefined ? { status: "online" } : stateOf(live, queue.state(live.id)),
        );
        if (live !== undefined) invitations.settle(site, visitor);
        if (conversation.acceptedAt !== undefined && conversation.endedAt !== undefined)
          directory.setChatted(site, visitor);
        if (!isLive(conversation)) this.#clock.over(conversation.id);
      }
    }
    if (announcement.type === "queue") this.#showInRow(announcement.conversation);
    hub.deliver(announcement);
    if (QUEUEING_MAY_CHANGE.has(announcement.type)) this.#tellQueueing();
    if (MATTERS_TO_AVAILABILITY.has(announcement.type)) this.#core.availability.refresh();
    if (announcement.type === "operator") this.#clock.keepOnline();
    if (announcement.type === "staff") this.#clock.later(this.#core.releases.sweep());
    if (announcement.type === "messages") this.#navigate(announcement);
    if (announcement.type === "ban") this.#keepOut(announcement.ban);
  }

  /** The row says whom the request is offered to; unless it has been answered meanwhile, which has been told already. */
  #showInRow({ id, site, visitor }: Conversation): void {
    const { conversations, directory, queue } = this.#core;
    const live = conversations.live.get(id);
    if (live !== undefined) directory.setState(site, visitor, stateOf(live, queue.state(id)));
  }

  #tellLoad(): void {
    for (const end of this.#core.hub.operators()) if (end instanceof OperatorSession) end.tellLoad();
  }

  #tellQueueing(): void {
    for (const end of this.#core.hub.operators()) if (end instanceof OperatorSession) end.tellQueueing();
  }

  /** Those who are here go; what they were talking ends. */
  #keepOut(ban: Ban): void {
    const { conversations, directory, hub } = this.#core;
    for (const { visitor, address } of directory.site(ban.site).rows()) {
      if (!isMeant(ban, visitor, address)) continue;
      hub.keepOut(ban.site, visitor);
      this.#clock.later(conversations.endOf(ban.site, visitor));
    }
  }

  /** A pushed page opens in the tab that the visitor looks at, and in no other. */
  #navigate({ conversation, messages }: Extract<Announcement, { type: "messages" }>): void {
    const { site, visitor, id } = conversation;
    const { directory, hub } = this.#core;
    for (const { body, seq } of messages) {
      if (body.kind !== "push" || body.as !== "page") continue;
      const frame = { type: "navigate", conversation: id, seq, url: body.url } as const;
      hub.tellTab(site, visitor, directory.tabToShow(site, visitor), frame);
    }
  }

  #count(address: string, by: 1 | -1): number {
    const count = (this.#perAddress.get(address) ?? 0) + by;
    if (count <= 0) this.#perAddress.delete(address);
    else this.#perAddress.set(address, count);
    return count;
  }
}

/** Not a closure: one that stays on a socket keeps the whole upgrade request in memory for as long as the line lasts. */
function destroy(this: Duplex): void {
  this.destroy();
}

/** Not from node:http, whose import as a module makes Node load all that hangs on it, `fetch` too: 14 MB. */
const REASONS = { 403: "Forbidden", 404: "Not Found", 500: "Internal Server Error", 503: "Service Unavailable" };

function refuse(socket: Duplex, status: keyof typeof REASONS): void {
  socket.on("error", destroy);
  socket.once("finish", destroy); // whoever was refused may not keep the connection open
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
