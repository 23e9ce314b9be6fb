import type { Writable } from "node:stream";
import { CLOSE, closeReason, type CloseName } from "../../protocol/close.ts";
import { type Shape, ShapeError } from "../../protocol/shape.ts";
import type { Ear, LineWebSocket } from "./line-web-socket.ts";
import { textFrame } from "./text-frame.ts";
import type { Held, Turn } from "./turn.ts";

/** More is not held back, so that an outbox is judged by what the other end has not taken. */
const MOST_HELD_BYTES = 64 * 1024;

/** What one end of the line is told and asked, in this order: `message` for each frame in order, then `closed` once. */
export interface SocketListener<In> {
  message(frame: In): void;
  closed(): void;
}

export interface SocketBounds {
  burst: number;
  framesPerSecond: number;
  outboxBytes: number;
}

/** What all sockets of one kind share. */
export interface SocketKind<In> {
  shape: Shape<In>;
  bounds: SocketBounds;
  turn: Turn;
  /** Told when the line is down, after its listener. */
  gone(socket: Socket<In, unknown>): void;
}

/** The line itself. */
export interface SocketParts {
  ws: LineWebSocket;
  /** What `ws` writes to. */
  stream: Writable;
  /** Where the other end is. */
  address: string;
}

/**
 * One WebSocket with its bounds: frames are checked against their shape, a sender who is too fast is read more slowly (so that a
 * flood slows only its author and nothing is refused), and a reader who is too slow is dropped, to catch up by sequence number.
 */
export class Socket<In, Out> implements Ear, Held {
  readonly address: string;
  readonly #ws: LineWebSocket;
  readonly #stream: Writable;
  readonly #kind: SocketKind<In>;
  #listener: SocketListener<In> | undefined;
  #tokens: number;
  #filledAt = milliseconds();
  #resumeTimer: NodeJS.Timeout | undefined;
  #heardAt = milliseconds();
  #open = true;
  /** The frames that wait for the end of the turn, each character a byte. */
  #held = "";

  constructor({ ws, stream, address }: SocketParts, kind: SocketKind<In>) {
    this.address = address;
    this.#ws = ws;
    this.#stream = stream;
    this.#kind = kind;
    this.#tokens = kind.bounds.burst;
    ws.ear = this;
  }

  /** Who is told what comes; before that nobody is. */
  listen(listener: SocketListener<In>): void {
    this.#listener = listener;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  send(frame: Out): void {
    this.sendText(JSON.stringify(frame));
  }

  /** Sends a frame that is a string already: one string serves a whole audience. */
  sendText(text: string): void {
    if (!this.#open) return;
    if (this.#ws.bufferedAmount > this.#kind.bounds.outboxBytes) {
      this.close("slowReader");
      return;
    }
    if (this.#held === "") this.#kind.turn.hold(this);
    this.#held += textFrame(text);
    if (this.#held.length > MOST_HELD_BYTES) this.flush();
  }

  /** Writes what is held back. */
  flush(): void {
    const held = this.#held;
    this.#held = "";
    if (held !== "" && this.#ws.readyState === this.#ws.OPEN) this.#stream.write(held, "latin1");
  }

  close(name: CloseName, afterMs?: number): void {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#resumeTimer);
    this.flush();
    this.#ws.close(CLOSE[name].code, closeReason(name, afterMs));
    // A reader who does not read will not answer the close frame either.
    if (name === "slowReader" || name === "deadLine") this.#ws.terminate();
  }

  /**
   * Called at each heartbeat: asks whether the other end is there, and drops the line when it has not answered the last time.
   * @param deafMs for so long the server itself stood still since the last heartbeat: no silence of the other end
   */
  beat(now: number, heartbeatMs: number, deafMs: number): void {
    if (!this.#open) return;
    // While it is not read, nothing can be heard of it either; that is no silence of its own.
    if (this.#resumeTimer !== undefined) this.#heardAt = now;
    this.#heardAt += deafMs;
    if (now - this.#heardAt > 1.5 * heartbeatMs) this.close("deadLine");
    else this.#ws.ping();
  }

  /** Gives the line up, without a word. */
  terminate(): void {
    this.#ws.terminate();
  }

  read(data: Buffer, isBinary: boolean): void {
    if (!this.#open) return;
    this.#heardAt = milliseconds();
    this.#spend();
    let frame: In;
    try {
      if (isBinary) throw new ShapeError("The line speaks JSON text, not binary frames.");
      frame = this.#kind.shape.parse(JSON.parse(data.toString("utf8")));
    } catch (error) {
      if (!(error instanceof ShapeError) && !(error instanceof SyntaxError)) throw error;
      const sentence = error instanceof ShapeError ? error.message : "The message is not JSON.";
      this.sendText(JSON.stringify({ type: "refused", ...idOf(data), code: "bad-message", sentence }));
      return;
    }
    this.#listener?.message(frame);
  }

  answered(): void {
    this.#heardAt = milliseconds();
  }

  ended(): void {
    this.#open = false;
    clearTimeout(this.#resumeTimer);
    this.#listener?.closed();
    this.#kind.gone(this);
  }

  /** Takes one token; when there is none left, stops reading until there is. Frames read already are still served. */
  #spend(): void {
    const now = milliseconds();
    const { burst, framesPerSecond } = this.#kind.bounds;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1000) * framesPerSecond) - 1;
    this.#filledAt = now;
    if (this.#tokens > 0 || this.#resumeTimer !== undefined) return;
    this.#ws.pause();
    this.#resumeTimer = setTimeout(
      () => {
        this.#resumeTimer = undefined;
        this.#ws.resume();
      },
      ((1 - this.#tokens) / framesPerSecond) * 1000,
    );
  }
}

/** Whole ones: the engine keeps a whole number in its place and makes an object for a fraction, for everybody who is here. */
function milliseconds(): number {
  return Math.round(performance.now());
}

/** The id of a message that has not its shape, so that its sender knows which one it was. */
function idOf(data: Buffer): { id?: string } {
  try {
    const { id } = Object(JSON.parse(data.toString("utf8"))) as { id?: unknown };
    return typeof id === "string" && id.length <= 64 ? { id } : {};
  } catch {
    return {};
  }
}
