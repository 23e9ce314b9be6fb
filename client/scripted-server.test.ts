import assert from "node:assert/strict";
import { once } from "node:events";
import type { TestContext } from "node:test";
import { type WebSocket as ServerSocket, WebSocketServer } from "ws";
import { CLOSE, type CloseName, closeReason } from "../protocol/close.ts";
import { newId } from "./id.ts";
import { Line, type LineOptions, type LineSocket, type LineState, type OutboxStore } from "./line.ts";

/** A real WebSocket server that says and hears exactly what a test tells it to. No tests here: the line's tests share it. */
export interface ScriptedServer {
  url: string;
  /** Connections so far. */
  count: number;
  /** The next connection. */
  next(): Promise<Peer>;
  /** The next connection, its hello heard and welcomed. */
  welcomed(): Promise<Peer>;
  /** From now on nobody answers at its address. */
  stop(): Promise<void>;
  /** What is to be done first when the test ends. */
  farewells: (() => void)[];
  /** One promise for each socket at either end, kept when it has closed. */
  closed: Promise<void>[];
}

export type Frame = { type: string; [key: string]: unknown };

/** @param heartbeatMs what a welcome names. */
export async function listen(t: TestContext, heartbeatMs = 10_000): Promise<ScriptedServer> {
  // A path of its own: a line from elsewhere on this machine that still looks for an earlier server on this port is turned away.
  const path = `/${newId()}`;
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", path });
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  const peers = new Queue<Peer>();
  const scripted: ScriptedServer = {
    url: `ws://127.0.0.1:${address.port}${path}`,
    count: 0,
    next: () => peers.next(),
    welcomed: async () => {
      const peer = await peers.next();
      assert.equal((await peer.next()).type, "hello");
      peer.welcome();
      return peer;
    },
    farewells: [],
    closed: [],
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  let isOver = false;
  server.on("connection", (socket) => {
    scripted.closed.push(new Promise((resolve) => socket.on("close", () => resolve())));
    if (isOver) return socket.terminate();
    scripted.count += 1;
    peers.push(new Peer(socket, heartbeatMs));
  });
  // Nothing of a test outlives it: a socket that closes while the next one has a clock of its own would keep its timer.
  t.after(async () => {
    isOver = true;
    for (const farewell of scripted.farewells) farewell();
    for (const client of server.clients) client.terminate();
    await scripted.stop();
    await Promise.all(scripted.closed);
  });
  return scripted;
}

/** The server's end of one connection. */
export class Peer {
  readonly socket: ServerSocket;
  /** Everything heard so far, read or not. */
  readonly heard: Frame[] = [];
  answersPings = true;
  /** Whether what has an id is acknowledged by itself. */
  acknowledges = false;
  readonly #frames = new Queue<Frame>();
  readonly #heartbeatMs: number;

  constructor(socket: ServerSocket, heartbeatMs: number) {
    this.socket = socket;
    this.#heartbeatMs = heartbeatMs;
    socket.on("message", (data: Buffer) => {
      const frame: Frame = JSON.parse(data.toString());
      this.heard.push(frame);
      this.#frames.push(frame);
      if (frame.type === "ping" && this.answersPings) this.say({ type: "pong" });
      if (frame["id"] !== undefined && this.acknowledges) this.say({ type: "ack", id: frame["id"] });
    });
  }

  next(): Promise<Frame> {
    return this.#frames.next();
  }

  /** The ids of the next frames. */
  async ids(count: number): Promise<unknown[]> {
    const ids = [];
    for (let i = 0; i < count; i++) ids.push((await this.next())["id"]);
    return ids;
  }

  say(frame: Frame): void {
    this.socket.send(JSON.stringify(frame));
  }

  welcome(): void {
    this.say({ type: "welcome", limits: { heartbeatMs: this.#heartbeatMs, frameBytes: 65_536 } });
  }

  close(name: CloseName, afterMs?: number): void {
    this.socket.close(CLOSE[name].code, closeReason(name, afterMs));
  }
}

export interface Call {
  line: Line<Frame, Frame>;
  states: Queue<LineState>;
  heard: Queue<Frame>;
  /** Each settled message's id and how it came out. */
  settled: string[];
}

/** A started line that retries without delay. */
export function call(server: ScriptedServer, options: Partial<LineOptions<Frame, Frame>> = {}): Call {
  const states = new Queue<LineState>();
  const heard = new Queue<Frame>();
  const settled: string[] = [];
  const Base = (options.WebSocket ?? WebSocket) as new (
    url: string,
  ) => LineSocket & Pick<WebSocket, "addEventListener">;
  class Followed extends Base {
    constructor(url: string) {
      super(url);
      server.closed.push(new Promise((resolve) => this.addEventListener("close", () => resolve())));
    }
  }
  const line = new Line<Frame, Frame>({
    url: server.url,
    hello: () => ({ type: "hello" }),
    random: () => 0,
    receive: (frame) => heard.push(frame),
    onState: (state) => states.push(state),
    onSettled: ({ id }, result) => settled.push(`${id} ${"code" in result ? result.code : "ack"}`),
    ...options,
    WebSocket: Followed,
  });
  line.start();
  server.farewells.push(() => line.stop());
  return { line, states, heard, settled };
}

/** A line that is online, its first states and its welcome taken off the queues. */
export async function online(
  t: TestContext,
  options: Partial<LineOptions<Frame, Frame>> = {},
  heartbeatMs?: number,
): Promise<Call & { server: ScriptedServer; peer: Peer }> {
  const server = await listen(t, heartbeatMs);
  const made = call(server, options);
  const peer = await server.welcomed();
  for (const kind of ["connecting", "online"]) assert.equal((await made.states.next()).kind, kind);
  assert.equal((await made.heard.next()).type, "welcome");
  return { ...made, server, peer };
}

/** What a browser's storage is to the outbox. */
export function memory(): OutboxStore & { text: string | null } {
  return {
    text: null,
    load() {
      return this.text;
    },
    save(text) {
      this.text = text;
    },
  };
}

/** Things that come one after the other, to be waited for. */
export class Queue<T> {
  readonly #there: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  push(item: T): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#there.push(item);
    else waiting(item);
  }

  next(): Promise<T> {
    const item = this.#there.shift();
    return item === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(item);
  }
}
