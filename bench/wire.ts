import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

export interface WireOptions {
  port: number;
  path: string;
  headers?: Record<string, string>;
  /** The address to come from; on Linux any of 127.0.0.0/8 will do. */
  from?: string | undefined;
}

/** A text frame: the bytes of `buffer` from `start` up to `end`. They are only good until the listener returns. */
export type FrameListener = (buffer: Buffer, start: number, end: number) => void;

const TEXT = 0x81;
const CLOSE_CODE = 8;
const PING = 9;
const PONG = 0x8a;

/**
 * The client's side of a WebSocket with as little work as there can be, so that a load generator on one core can keep a server on
 * another one busy: no events for each frame, no checks, frames that leave together are written at once.
 */
export class Wire {
  readonly #socket: Socket;
  #rest: Buffer | undefined;
  #waiting: Buffer[] = [];
  /** Called for each text frame. */
  onFrame: FrameListener = () => undefined;
  /** Called after the frames that arrived together: the moment to answer. */
  onPause: () => void = () => undefined;
  onClose: (why: string) => void = (why) => {
    throw new Error(`A line closed: ${why}`);
  };

  private constructor(socket: Socket, rest: Buffer | undefined) {
    this.#socket = socket;
    this.#rest = rest;
    socket.on("data", (data) => this.#read(data));
    socket.on("close", () => this.onClose("without a word"));
  }

  static async open({ port, path, headers = {}, from }: WireOptions): Promise<Wire> {
    const socket = connect({
      port,
      host: "127.0.0.1",
      noDelay: true,
      ...(from === undefined ? {} : { localAddress: from }),
    });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n${lines.join("")}\r\n`,
    );
    let head = Buffer.alloc(0);
    await new Promise<void>((resolve, reject) => {
      const listen = (data: Buffer): void => {
        head = Buffer.concat([head, data]);
        if (!head.includes("\r\n\r\n")) return;
        socket.off("data", listen);
        socket.pause();
        if (head.toString("latin1", 0, 12) === "HTTP/1.1 101") resolve();
        else reject(new Error(`The server answered ${head.toString("latin1", 0, 40)}`));
      };
      socket.on("data", listen);
      socket.on("error", reject);
    });
    const rest = head.subarray(head.indexOf("\r\n\r\n") + 4);
    const wire = new Wire(socket, rest.length > 0 ? rest : undefined);
    socket.resume();
    return wire;
  }

  /** Puts a text into the next write; `flush` sends it. */
  put(text: string): void {
    this.#waiting.push(frame(TEXT, text));
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    this.#socket.write(
      this.#waiting.length === 1 && this.#waiting[0] !== undefined ? this.#waiting[0] : Buffer.concat(this.#waiting),
    );
    this.#waiting = [];
  }

  send(text: string): void {
    this.put(text);
    this.flush();
  }

  /** Looks at each frame as JSON until one is what is looked for. Ask for it in the same turn as the question is sent. */
  async until<T>(look: (frame: Record<string, unknown>) => T | undefined): Promise<T> {
    const before = this.onFrame;
    const found = await new Promise<T>((resolve) => {
      this.onFrame = (buffer, start, end) => {
        const value = look(JSON.parse(buffer.toString("utf8", start, end)) as Record<string, unknown>);
        if (value !== undefined) resolve(value);
      };
    });
    this.onFrame = before;
    return found;
  }

  close(): void {
    this.onClose = () => undefined;
    this.#socket.destroy();
  }

  #read(data: Buffer): void {
    const buffer = this.#rest === undefined ? data : Buffer.concat([this.#rest, data]);
    let at = 0;
    while (at + 2 <= buffer.length) {
      let length = (buffer[at + 1] ?? 0) & 0x7f;
      let start = at + 2;
      if (length === 126) {
        if (at + 4 > buffer.length) break;
        length = buffer.readUInt16BE(at + 2);
        start = at + 4;
      } else if (length === 127) {
        if (at + 10 > buffer.length) break;
        length = Number(buffer.readBigUInt64BE(at + 2));
        start = at + 10;
      }
      const end = start + length;
      if (end > buffer.length) break;
      this.#take(buffer[at] ?? 0, buffer, start, end);
      at = end;
    }
    this.#rest = at === buffer.length ? undefined : Buffer.from(buffer.subarray(at));
    this.onPause();
  }

  #take(head: number, buffer: Buffer, start: number, end: number): void {
    if (head === TEXT) return this.onFrame(buffer, start, end);
    if ((head & 0x0f) === PING) this.#socket.write(frame(PONG, ""));
    if ((head & 0x0f) !== CLOSE_CODE) return;
    const why = `${buffer.readUInt16BE(start)} ${buffer.toString("utf8", start + 2, end)}`;
    this.#socket.destroy();
    this.onClose(why);
    this.onClose = () => undefined;
  }
}

/** A client masks what it sends (RFC 6455 § 5.3). One mask for all is enough here, where nothing is hidden. */
const MASK = randomBytes(4);

function frame(head: number, text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < 126 ? 6 : 8;
  const buffer = Buffer.allocUnsafe(start + length);
  buffer[0] = head;
  if (length < 126) buffer[1] = 0x80 | length;
  else {
    buffer[1] = 0x80 | 126;
    buffer.writeUInt16BE(length, 2);
  }
  MASK.copy(buffer, start - 4);
  buffer.write(text, start);
  for (let index = 0; index < length; index += 1)
    buffer[start + index] = (buffer[start + index] ?? 0) ^ (MASK[index & 3] ?? 0);
  return buffer;
}
