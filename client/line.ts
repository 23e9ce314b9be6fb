import { type CloseName, readClose } from "../protocol/close.ts";
import type { RefusalCode } from "../protocol/message.ts";
import { type Ack, Outbox, type OutboxStore, Refused } from "./outbox.ts";

export { type Ack, type OutboxStore, Refused };

export type LineState =
  | { kind: "connecting"; attempt: number }
  /** The server has said `welcome`. */
  | { kind: "online" }
  /** `until`: when the next try begins, as `Date.now()` counts. */
  | { kind: "waiting"; attempt: number; until: number }
  /** It will not come back by itself; `start` tries again. */
  | { kind: "closed"; why: CloseName | "stopped" };

/** The part of a WebSocket that a line uses; a browser's and the `ws` package's both fit. */
export interface LineSocket {
  readonly bufferedAmount: number;
  addEventListener(type: "open" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number; reason: string }) => void): void;
  send(text: string): void;
  close(): void;
}

export interface LineOptions<Out, In> {
  url: string;
  /** The first message on each new connection. */
  hello: () => Out;
  /** Everything the server says, except the answers to what was asked. `welcome` comes when the line is already online. */
  receive: (frame: In) => void;
  onState?: (state: LineState) => void;
  /** Every answer to a message that was asked, also to one from an earlier page that no promise waits for any more. */
  onSettled?: (message: Out & { id: string }, result: Ack | Refused) => void;
  outbox?: OutboxStore;
  WebSocket?: new (url: string) => LineSocket;
  random?: () => number;
  /** Used until `welcome` tells. */
  heartbeatMs?: number;
}

/** What the line itself reads of the server's frames. */
type Heard =
  | { type: "welcome"; limits: { heartbeatMs: number; frameBytes: number } }
  | ({ type: "ack" } & Ack)
  | { type: "refused"; id?: string; code: RefusalCode; sentence: string; by?: string };

/** Full jitter: a wait is a random part of a window that doubles from the first to the second with every failure. */
const FIRST_WINDOW_MS = 300;
const LAST_WINDOW_MS = 30_000;
/** What may stand unsent in the socket. Beyond it `tell` drops and `ask` waits: a line this far behind is a slow one. */
const MAX_BUFFERED = 256 * 1024;

/**
 * A WebSocket that comes back. What is asked is kept until the server answers, and after every `welcome` it is sent again in
 * the order in which it was asked, before anything new.
 */
export class Line<Out extends { type: string }, In extends { type: string }> {
  readonly #options: LineOptions<Out, In>;
  readonly #outbox: Outbox<Out & { id: string }>;
  #state: LineState = { kind: "closed", why: "stopped" };
  #socket: LineSocket | undefined;
  /** The next try while waiting, the next doubt while connected. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heartbeatMs: number;
  #frameBytes = Infinity;
  /** Tries that came to nothing since the line was last well. */
  #failed = 0;
  #onlineAt = 0;
  /** The server asked not to be called before this. */
  #notBefore = 0;

  constructor(options: LineOptions<Out, In>) {
    this.#options = options;
    this.#heartbeatMs = options.heartbeatMs ?? 10_000;
    this.#outbox = new Outbox(options.outbox);
  }

  get state(): LineState {
    return this.#state;
  }

  start(): void {
    if (this.#state.kind === "closed") this.#connect();
  }

  /** Hangs up. What was asked stays kept; a later `start` sends it again. */
  stop(): void {
    this.#hangUp();
    this.#enter({ kind: "closed", why: "stopped" });
  }

  /** For the moment when the network or the person is back: tries at once, or makes sure that a line thought good still is. */
  retryNow(): void {
    if (this.#state.kind === "online") this.#doubt();
    if (this.#state.kind === "waiting") this.#wait(Math.max(0, this.#notBefore - performance.now()));
  }

  /** Best effort: dropped unless the line is online and keeps up. */
  tell(message: Out): void {
    if (this.#hasRoom()) this.#send(message);
  }

  /** Keeps the message and sends it, again after each reconnection, until the server has answered. Rejects with `Refused`. */
  ask(message: Out & { id: string }): Promise<Ack> {
    const answer = this.#outbox.keep(message);
    this.#flush();
    return answer;
  }

  /** What was asked and not answered yet, in order. */
  unsent(): readonly (Out & { id: string })[] {
    return this.#outbox.messages();
  }

  #enter(state: LineState): void {
    this.#state = state;
    this.#flush(); // Before the caller can say anything new.
    this.#options.onState?.(state);
  }

  #connect(): void {
    this.#listen();
    let socket: LineSocket;
    try {
      socket = new (this.#options.WebSocket ?? WebSocket)(this.#options.url);
    } catch {
      // Some browsers throw where the page's policy forbids the address; others close at once. Both are a failed try.
      return this.#lost();
    }
    this.#socket = socket;
    // A socket that was given up may still speak; it is not listened to.
    const isOurs = () => this.#socket === socket;
    socket.addEventListener("open", () => isOurs() && this.#send(this.#options.hello()));
    socket.addEventListener("message", ({ data }) => isOurs() && this.#hear(data));
    socket.addEventListener("close", ({ code, reason }) => isOurs() && this.#lost(code, reason));
    socket.addEventListener("error", () => {}); // A close always follows; and `ws` throws an error that nobody listens for.
    this.#enter({ kind: "connecting", attempt: this.#failed + 1 });
  }

  #hear(data: unknown): void {
    const frame = read<In>(data);
    if (frame === undefined) return this.#lost(); // Whoever says this is not our server; perhaps the next one is.
    if (frame.type === "welcome") {
      this.#heartbeatMs = frame.limits.heartbeatMs;
      this.#frameBytes = frame.limits.frameBytes;
      this.#onlineAt = performance.now();
    }
    this.#listen();
    if (frame.type === "welcome") this.#enter({ kind: "online" });
    if (frame.type === "ack" && this.#settle(frame.id, frame)) return;
    if (frame.type === "refused" && this.#settle(frame.id, new Refused(frame.code, frame.sentence, frame.by))) return;
    this.#options.receive(frame);
  }

  /** @returns whether somebody had asked. */
  #settle(id: string | undefined, result: Ack | Refused): boolean {
    const message = this.#outbox.settle(id, result);
    if (message !== undefined) this.#options.onSettled?.(message, result);
    return message !== undefined;
  }

  /** Sends what was asked and is not on this line yet, as far as the socket has room. */
  #flush(): void {
    for (const entry of this.#outbox.kept.values()) {
      if (!this.#hasRoom()) return;
      if (entry.sentOn === this.#socket) continue;
      entry.sentOn = this.#socket;
      // A frame too large would make the server hang up, now and after every reconnection.
      if (new TextEncoder().encode(JSON.stringify(entry.message)).length <= this.#frameBytes) this.#send(entry.message);
      else this.#settle(entry.message.id, new Refused("too-long"));
    }
  }

  /** Whether something may be said now. */
  #hasRoom(): boolean {
    return this.#state.kind === "online" && this.#socket !== undefined && this.#socket.bufferedAmount < MAX_BUFFERED;
  }

  #send(message: { type: string }): void {
    this.#socket?.send(JSON.stringify(message));
  }

  /** Something was heard: all is well for a heartbeat, and there may be room for what waits. */
  #listen(): void {
    this.#flush();
    this.#after(this.#heartbeatMs, () => this.#doubt());
  }

  /** Nothing was heard for a heartbeat: asks, and gives the line up if nothing is heard for another. */
  #doubt(): void {
    this.#after(this.#heartbeatMs, () => this.#lost());
    if (this.#state.kind === "online") this.#send({ type: "ping" });
  }

  /** One thing is waited for at a time. */
  #after(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }

  #hangUp(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #lost(code = 1006, reason = ""): void {
    const { retry, afterMs, name } = readClose(code, reason);
    const socket = this.#socket;
    this.#hangUp();
    // Only a line that held is a success: a server that welcomes and then hangs up is called less and less often.
    if (this.#state.kind === "online" && performance.now() - this.#onlineAt >= this.#heartbeatMs) this.#failed = 0;
    if (retry === "never" && name !== undefined) this.#enter({ kind: "closed", why: name });
    else {
      const window = Math.min(LAST_WINDOW_MS, FIRST_WINDOW_MS * 2 ** this.#failed);
      this.#failed += 1;
      this.#notBefore = performance.now() + afterMs;
      this.#wait(afterMs + (this.#options.random ?? Math.random)() * window);
    }
    // What the server could not read must not be what it gets next time, or there is no end to it.
    if (name === "badMessage")
      for (const { message, sentOn } of this.#outbox.kept.values())
        if (sentOn === socket) this.#settle(message.id, new Refused("bad-message"));
  }

  #wait(ms: number): void {
    this.#after(ms, () => this.#connect());
    this.#enter({ kind: "waiting", attempt: this.#failed, until: Date.now() + ms });
  }
}

function read<In>(data: unknown): (In & Heard) | undefined {
  try {
    return Object(JSON.parse(String(data)));
  } catch {
    return undefined;
  }
}
