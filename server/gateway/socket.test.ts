import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { test, type TestContext } from "node:test";
import { setImmediate as turnsEnd } from "node:timers/promises";
import { WebSocket, WebSocketServer } from "ws";
import { CLOSE } from "../../protocol/close.ts";
import { object, string } from "../../protocol/shape.ts";
import { LineWebSocket } from "./line-web-socket.ts";
import { Socket } from "./socket.ts";
import { Turn } from "./turn.ts";

interface Said {
  text: string;
}

test("what is said within a turn leaves in one write, in order, when the turn is over", async (t) => {
  const { socket, stream, heard } = await connect(t);
  const writes = countWrites(stream);
  for (const text of ["a", "ü", "c"]) socket.send({ text });
  assert.equal(writes(), 0);
  await turnsEnd();
  assert.equal(writes(), 1);
  assert.deepEqual(await heard(3), ["a", "ü", "c"]);
  socket.send({ text: "d" });
  await turnsEnd();
  assert.equal(writes(), 2);
  assert.deepEqual(await heard(4), ["a", "ü", "c", "d"]);
});

test("a lot is not held back until the turn is over", async (t) => {
  const { socket, stream, heard } = await connect(t);
  const writes = countWrites(stream);
  const texts = ["1", "2", "3"].map((digit) => digit.repeat(50_000));
  for (const text of texts) socket.send({ text });
  assert.equal(writes(), 1);
  assert.deepEqual(await heard(3), texts);
});

test("what was said before a close is heard before it, and what is said after it is not", async (t) => {
  const { socket, client, heard } = await connect(t);
  const closed = once(client, "close");
  socket.send({ text: "goodbye" });
  socket.close("banned");
  socket.send({ text: "too late" });
  const [code] = (await closed) as [number];
  assert.equal(code, CLOSE.banned.code);
  assert.deepEqual(await heard(1), ["goodbye"]);
});

test("what is held back for a line that is given up is let go of quietly", async (t) => {
  const { socket, stream, client } = await connect(t);
  const writes = countWrites(stream);
  const closed = once(client, "close");
  socket.send({ text: "a" });
  socket.terminate();
  await closed;
  assert.equal(writes(), 0);
});

/** One of our sockets, with a WebSocket client at its other end. */
async function connect(t: TestContext): Promise<{
  socket: Socket<Said, Said>;
  stream: Duplex;
  client: WebSocket;
  /** The texts that the client has heard, once they are so many. */
  heard(count: number): Promise<string[]>;
}> {
  const http = createServer();
  const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false, WebSocket: LineWebSocket });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  t.after(() => http.close());
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  t.after(() => client.terminate());
  const texts: string[] = [];
  client.on("message", (data: Buffer) => texts.push((JSON.parse(data.toString("utf8")) as Said).text));
  const [request, stream, head] = (await once(http, "upgrade")) as [IncomingMessage, Duplex, Buffer];
  const opened = once(client, "open");
  const ws = await new Promise<LineWebSocket>((resolve) => upgrades.handleUpgrade(request, stream, head, resolve));
  await opened;
  const bounds = { burst: 100, framesPerSecond: 100, outboxBytes: 1_000_000 };
  const kind = {
    shape: object({ text: string(100_000) }),
    bounds,
    turn: new Turn(assert.ifError),
    gone: () => undefined,
  };
  const socket = new Socket<Said, Said>({ ws, stream, address: "127.0.0.1" }, kind);
  const heard = async (count: number): Promise<string[]> => {
    while (texts.length < count) await once(client, "message");
    return texts;
  };
  return { socket, stream, client, heard };
}

/** How often something is written to the stream from now on. */
function countWrites(stream: Duplex): () => number {
  let count = 0;
  const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
  Object.assign(stream, {
    write: (...given: unknown[]): boolean => {
      count += 1;
      return write(...given);
    },
  });
  return () => count;
}
