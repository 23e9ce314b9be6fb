import { WebSocket } from "ws";
import { newId } from "../client/id.ts";
import { type Ack, Line, type LineOptions, type LineState, type OutboxStore, type Refused } from "../client/line.ts";
import { Log } from "../client/log.ts";
import type { Message } from "../protocol/message.ts";
import type { ToVisitor, VisitorConversation } from "../protocol/server-to-visitor.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { FromVisitor } from "../protocol/visitor-to-server.ts";

type Hello = Extract<FromVisitor, { type: "hello" }>;

export interface SimulatedVisitorOptions {
  /** The server's address, `http://host:port`. */
  server: string;
  siteKey: string;
  /** The shop's origin; the site must allow it. */
  origin: string;
  url?: string;
  title?: string;
  token?: string;
  tab?: string;
  userAgent?: string;
  /** The visit so far; a first one that has just begun where not given. */
  visit?: Partial<Hello["visit"]>;
  language?: string;
  timeZone?: string;
  /** The address to come from, where this computer has several; on Linux all of 127.0.0.0/8. */
  address?: string;
  outbox?: OutboxStore;
  /** Called for every frame, after the visitor's own picture has been brought up to date. */
  onFrame?: (frame: ToVisitor) => void;
  onState?: (state: LineState) => void;
  /** What became of a message that was asked, also one that an earlier page left in the outbox. */
  onSettled?: (message: FromVisitor & { id: string }, result: Ack | Refused) => void;
  /** The dice of the line's back-off. */
  random?: () => number;
}

const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/** A widget without a screen: the same line, the same log, one tab. */
export class SimulatedVisitor {
  readonly line: Line<FromVisitor, ToVisitor>;
  readonly #options: SimulatedVisitorOptions;
  readonly #tab: string;
  readonly #logs = new Map<string, Log>();
  #token: string | undefined;
  /** Where the visitor is by now, and on which page of the visit: each connection begins with it, as a browser's does. */
  #page: Hello["page"];
  #pages: number;
  visitor = 0;
  conversation: VisitorConversation | undefined;

  constructor(options: SimulatedVisitorOptions) {
    this.#options = options;
    this.#token = options.token;
    this.#tab = options.tab ?? newId();
    const { origin, url = `${origin}/`, title = "Home", userAgent = USER_AGENT, address } = options;
    this.#page = { url, title };
    this.#pages = options.visit?.pages ?? 1;
    const from = address === undefined ? {} : { localAddress: address };
    this.line = new Line<FromVisitor, ToVisitor>({
      url: `${options.server.replace(/^http/, "ws")}/ws/visitor`,
      hello: () => this.#hello(),
      receive: (frame) => this.#receive(frame),
      WebSocket: class extends WebSocket {
        constructor(url: string) {
          super(url, { headers: { origin, "user-agent": userAgent }, perMessageDeflate: false, ...from });
        }
      },
      ...chosen(options),
      onSettled: (message, result) => {
        this.#settled(message, result);
        options.onSettled?.(message, result);
      },
    });
  }

  get token(): string | undefined {
    return this.#token;
  }

  /** The live (or last) conversation's messages. */
  get messages(): readonly Message[] {
    return this.messagesOf(this.conversation?.id ?? "");
  }

  messagesOf(conversation: string): readonly Message[] {
    return this.#logs.get(conversation)?.messages ?? [];
  }

  say(text: string, id = newId()): Promise<Ack> {
    const live = this.conversation?.status === "requesting" || this.conversation?.status === "open";
    const where = live && this.conversation !== undefined ? { conversation: this.conversation.id, echo: false } : {};
    return this.line.ask({ type: "send", id, ...where, text });
  }

  go(url: string, title: string): void {
    this.#page = { url, title };
    this.#pages += 1;
    this.line.tell({ type: "page", page: this.#page });
  }

  /** Leaves the site as a closing tab does. */
  leave(): void {
    this.line.tell({ type: "bye" });
    this.line.stop();
  }

  #hello(): FromVisitor {
    const { siteKey, visit } = this.#options;
    const { language = "en", timeZone = "Europe/Berlin" } = this.#options;
    const id = this.conversation?.id;
    return {
      type: "hello",
      version: PROTOCOL_VERSION,
      site: siteKey,
      ...(this.#token === undefined ? {} : { token: this.#token }),
      tab: this.#tab,
      page: this.#page,
      looking: true,
      visit: { count: 1, elapsedMs: 0, cameFrom: "", ...visit, pages: this.#pages },
      language,
      timeZone,
      ...(id === undefined ? {} : { resume: { conversation: id, after: this.#logs.get(id)?.lastSeq ?? 0 } }),
    };
  }

  #receive(frame: ToVisitor): void {
    if (frame.type === "welcome") {
      this.#token = frame.token;
      this.visitor = frame.visitor;
      if (frame.conversation !== undefined) this.conversation = frame.conversation;
    }
    if (frame.type === "conversation") this.conversation = frame.conversation;
    if (frame.type === "messages") this.#log(frame.conversation).add(frame.messages, frame.more);
    this.#options.onFrame?.(frame);
  }

  /** What was said without an echo stands in the log by its acknowledgement. */
  #settled(message: FromVisitor, result: Ack | Refused): void {
    if (message.type !== "send" || message.echo !== false || !("seq" in result)) return;
    const { id, conversation = "", seq = 0, at = 0 } = result;
    const body = { kind: "text", text: message.text.trim() } as const;
    this.#log(conversation).add([{ seq, id, author: { kind: "visitor" }, at, body }], false);
  }

  #log(conversation: string): Log {
    const known = this.#logs.get(conversation);
    if (known !== undefined) return known;
    const log = new Log((after) => this.line.tell({ type: "sync", conversation, after }));
    this.#logs.set(conversation, log);
    return log;
  }
}

/** Of the options those that are the line's own. */
function chosen(options: SimulatedVisitorOptions): Partial<LineOptions<FromVisitor, ToVisitor>> {
  const { outbox, onState, random } = options;
  return {
    ...(outbox === undefined ? {} : { outbox }),
    ...(onState === undefined ? {} : { onState }),
    ...(random === undefined ? {} : { random }),
  };
}
