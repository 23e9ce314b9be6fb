import { readClose } from "../protocol/close.ts";
import { parse } from "./parse.ts";

export type LineState =
  | { kind: "connecting"; attempt: number }
  /** The server has said `welcome`. */
  | { kind: "online" }
  /** `until`: when the next try begins, as `Date.now()` counts. */
  | { kind: "waiting"; attempt: number; until: number }
  /** It will not come back by itself; `start` tries again. `code`: the server's, where it sent the client away for good. */
  | { kind: "closed"; code?: number };

/** The part of a WebSocket that a line uses; a browser's and the `ws` package's both fit. */
export interface LineSocket {
  readonly bufferedAmount: number;
  onopen: unknown;
  onmessage: unknown;
  onclose: unknown;
  onerror: unknown;
  send(text: string): void;
  close(): void;
}

export interface WireOptions<Out, In> {
  url: string;
  /** The first message on each new connection. */
  hello: () => Out;
  /** Everything the server says, except what the asker took. `welcome` comes when the wire is already online. */
  receive: (frame: In) => void;
  onState?: (state: LineState) => void;
  WebSocket?: new (url: string) => LineSocket;
  random?: () => number;
  /** Used until `welcome` tells. */
  heartbeatMs?: number;
}

/** Who asks over a wire and waits for answers; see `asking.ts`. */
export interface Asker<In> {
  /** There may be room for what has not been sent on this connection yet. */
  flush(): void;
  /** @returns whether the frame was an answer, which nobody else needs to hear of. */
  hear(frame: In): boolean;
  /** A connection is over. */
  lost(socket: LineSocket | undefined, code: number): void;
}

/** What the wire itself reads of the server's frames. */
type Heard = { type: string; limits?: { heartbeatMs: number; frameBytes: number } };

/** Full jitter: a wait is a random part of a window that doubles from the first to the second with every failure. */
const FIRST_WINDOW_MS = 300;
const LAST_WINDOW_MS = 30_000;
/** What may stand unsent in the socket. Beyond it `tell` drops and what is asked waits: a line this far behind is a slow one. */
const MAX_BUFFERED = 256 * 1024;

/**
 * A WebSocket that comes back, and nothing more: what is told while it is away is lost. It is all that a visitor's page needs
 * until a chat begins; `Line` is a wire over which one can also ask.
 */
export class Wire<Out extends { type: string }, In extends { type: string }> {
  readonly #options: WireOptions<Out, In>;
  #state: LineState = { kind: "closed" };
  #socket: LineSocket | undefined;
  #asker: Asker<In> | undefined;
  /** The next try while waiting, the next doubt while connected. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #limits: { heartbeatMs: number; frameBytes: number };
  /** Tries that came to nothing since the line was last well. */
  #failed = 0;
  #onlineAt = 0;
  /** The server asked not to be called before this. */
  #notBefore = 0;

  constructor(options: WireOptions<Out, In>) {
    this.#options = options;
    this.#limits = { heartbeatMs: options.heartbeatMs ?? 10_000, frameBytes: Infinity };
  }

  get state(): LineState {
    return this.#state;
  }

  get socket(): LineSocket | undefined {
    return this.#socket;
  }

  /** The largest frame that the server takes. */
  get frameBytes(): number {
    return this.#limits.frameBytes;
  }

  /** Whether something may be said now. */
  get hasRoom(): boolean {
    return this.#state.kind === "online" && this.#socket !== undefined && this.#socket.bufferedAmount < MAX_BUFFERED;
  }

  /** From now on `asker` has the first word on each connection, and hears each answer. */
  serve(asker: Asker<In>): void {
    this.#asker = asker;
    asker.flush();
  }

  start(): void {
    if (this.#state.kind === "closed") this.#connect();
  }

  /** Hangs up. What was asked stays kept; a later `start` sends it again. */
  stop(): void {
    this.#hangUp();
    this.#enter({ kind: "closed" });
  }

  /** For the moment when the network or the person is back: tries at once, or makes sure that a line thought good still is. */
  retryNow(): void {
    if (this.#state.kind === "online") this.#doubt();
    if (this.#state.kind === "waiting") this.#wait(Math.max(0, this.#notBefore - performance.now()));
  }

  /** For the moment when the network is gone: a line that nothing can come over is none. */
  giveUp(): void {
    if (this.#state.kind === "online") this.#lost();
  }

  /** Best effort: dropped unless the line is online and keeps up. */
  tell(message: Out): void {
    if (this.hasRoom) this.#send(message);
  }

  #enter(state: LineState): void {
    this.#state = state;
    this.#asker?.flush(); // Before the caller can say anything new.
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
    /* eslint-disable unicorn/prefer-add-event-listener -- one listener each, and every page of a shop carries this */
    socket.onopen = () => isOurs() && this.#send(this.#options.hello());
    socket.onmessage = ({ data }: { data: unknown }) => isOurs() && this.#hear(data);
    socket.onclose = ({ code, reason }: { code: number; reason: string }) => isOurs() && this.#lost(code, reason);
    socket.onerror = () => {}; // A close always follows; and `ws` throws an error that nobody listens for.
    /* eslint-enable unicorn/prefer-add-event-listener */
    this.#enter({ kind: "connecting", attempt: this.#failed + 1 });
  }

  #hear(data: unknown): void {
    const frame = parse<In & Heard>(data) as In & Heard;
    if (!frame.type) return this.#lost(); // Whoever says this is not our server; perhaps the next one is.
    const isWelcome = frame.type === "welcome";
    if (isWelcome) {
      this.#limits = frame.limits ?? this.#limits;
      this.#onlineAt = performance.now();
    }
    this.#listen();
    if (isWelcome) this.#enter({ kind: "online" });
    if (!this.#asker?.hear(frame)) this.#options.receive(frame);
  }

  #send(message: { type: string }): void {
    this.#socket?.send(JSON.stringify(message));
  }

  /** Something was heard: all is well for a heartbeat, and there may be room for what waits. */
  #listen(): void {
    this.#asker?.flush();
    this.#after(this.#limits.heartbeatMs, () => this.#doubt());
  }

  /** Nothing was heard for a heartbeat: asks, and gives the line up if nothing is heard for another. */
  #doubt(): void {
    this.#after(this.#limits.heartbeatMs, () => this.#lost());
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
    const { isFinal, afterMs } = readClose(code, reason);
    const socket = this.#socket;
    this.#hangUp();
    // Only a line that held is a success: a server that welcomes and then hangs up is called less and less often.
    if (this.#state.kind === "online" && performance.now() - this.#onlineAt >= this.#limits.heartbeatMs)
      this.#failed = 0;
    if (isFinal) this.#enter({ kind: "closed", code });
    else {
      const window = Math.min(LAST_WINDOW_MS, FIRST_WINDOW_MS * 2 ** this.#failed);
      this.#failed += 1;
      this.#notBefore = performance.now() + afterMs;
      this.#wait(afterMs + (this.#options.random ?? Math.random)() * window);
    }
    this.#asker?.lost(socket, code);
  }

  #wait(ms: number): void {
    this.#after(ms, () => this.#connect());
    this.#enter({ kind: "waiting", attempt: this.#failed, until: Date.now() + ms });
  }
}
