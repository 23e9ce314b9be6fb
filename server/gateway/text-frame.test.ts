import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { WebSocket, WebSocketServer } from "ws";
import { textFrame } from "./text-frame.ts";

const TEXTS = [
  "",
  "hello",
  "Grüße aus Köln", // in Latin-1, which is not its UTF-8
  "Привет, 日本, 🔔",
  ...[125, 126, 65_535, 65_536].map((length) => "x".repeat(length)),
  "é".repeat(63), // 63 characters, 126 bytes
  "日".repeat(30_000),
];

test("frames that are added up are read as the texts they were made of, at each length's border and in any script", async (t) => {
  const heard = await hearAll(t, TEXTS.map(textFrame).join(""), TEXTS.length);
  assert.deepEqual(heard, TEXTS);
});

test("half of a pair of characters becomes the replacement character, as in every UTF-8", async (t) => {
  assert.deepEqual(await hearAll(t, textFrame("a\ud83d"), 1), ["a\ufffd"]);
});

/** What a WebSocket client hears when a server writes this to its stream. */
async function hearAll(t: TestContext, written: string, count: number): Promise<string[]> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  t.after(() => server.close());
  server.on("connection", (_, { socket }) => socket.write(written, "latin1"));
  await once(server, "listening");
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  t.after(() => client.terminate());
  const heard: string[] = [];
  await new Promise<void>((resolve, reject) => {
    client.on("error", reject);
    client.on("message", (data: Buffer) => {
      if (heard.push(data.toString("utf8")) === count) resolve();
    });
  });
  return heard;
}
