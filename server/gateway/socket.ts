import type { Writable } from "node:stream";
import type { WebSocket } from "ws";
import { CLOSE, closeReason, type CloseName } from "../../protocol/close.ts";
import { type Shape, ShapeError } from "../../protocol/shape.ts";
import type { Turn } from "./turn.ts";

/** What one end of the line is told and asked, in this order: `message` for each frame in order, then `closed` once. */
export interface SocketListener<In> {
  message(frame: In): void;
  closed(): void;
}

/** The line itself. */
export interface SocketParts {
  ws: WebSocket;
  /** What `ws` writes to. */
  stream: Writable;
  turn: Turn;
}

export interface SocketBounds {
  burst: number;
  framesPerSecond: number;
  outboxBytes: number;
}

/**
 * One WebSocket with its bounds: frames are checked against their shape, a sender who is too fast is read more slowly (so that a
 * flood slows only its author and nothing is refused), and a reader who is too slow is dropped, to catch up by sequence number.
 */
export class Socket<In, Out> {
  readonly #ws: WebSocket;
  readonly #stream: Writable;
  readonly #turn: Turn;
  readonly #shape: Shape<In>;
  readonly #bounds: SocketBounds;
  readonly #listener: SocketListener<In>;
  #tokens: number;
  #filledAt = performance.now();
  #resumeTimer: NodeJS.Timeout | undefined;
  #heardAt = performance.now();
  #open = true;

  constructor({ ws, stream, turn }: SocketParts, shape: Shape<In>, bounds: SocketBounds, listener: SocketListener<In>) {
    this.#ws = ws;
    this.#stream = stream;
    this.#turn = turn;
    this.#shape = shape;
    this.#bounds = bounds;
    this.#listener = listener;
    this.#tokens = bounds.burst;
    ws.on("message", (data, isBinary) => this.#read(data as Buffer, isBinary));
    ws.on("pong", () => (this.#heardAt = performance.now()));
    ws.on("close", () => this.#closed());
    ws.on("error", ignore); // "close" follows, and nobody else can do anything about it
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
    if (this.#ws.bufferedAmount > this.#bounds.outboxBytes) {
      this.close("slowReader");
      return;
    }
    this.#turn.hold(this.#stream);
    this.#ws.send(text);
  }

  close(name: CloseName, afterMs?: number): void {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#resumeTimer);
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

  #read(data: Buffer, isBinary: boolean): void {
    if (!this.#open) return;
    this.#heardAt = performance.now();
    this.#spend();
    let frame: In;
    try {
      if (isBinary) throw new ShapeError("The line speaks JSON text, not binary frames.");
      frame = this.#shape.parse(JSON.parse(data.toString("utf8")));
    } catch (error) {
      if (!(error instanceof ShapeError) && !(error instanceof SyntaxError)) throw error;
      const sentence = error instanceof ShapeError ? error.message : "The message is not JSON.";
      this.sendText(JSON.stringify({ type: "refused", ...idOf(data), code: "bad-message", sentence }));
      return;
    }
    this.#listener.message(frame);
  }

  /** Takes one token; when there is none left, stops reading until there is. Frames read already are still served. */
  #spend(): void {
    const now = performance.now();
    const { burst, framesPerSecond } = this.#bounds;
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

  #closed(): void {
    this.#open = false;
    clearTimeout(this.#resumeTimer);
    this.#listener.closed();
  }
}

function ignore(): void {}

/** The id of a message that has not its shape, so that its sender knows which one it was. */
function idOf(data: Buffer): { id?: string } {
  try {
    const { id } = Object(JSON.parse(data.toString("utf8"))) as { id?: unknown };
    return typeof id === "string" && id.length <= 64 ? { id } : {};
  } catch {
    return {};
  }
}
