import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { answerQuestions } from "../child.ts";
import { longestBlock, measureMemory, measureUsage, watchLoop } from "../usage.ts";

// The reference: what `ws` alone does with the same frames. It parses a message, stamps it with a number and the time, delivers it to
// the other end and acknowledges it. No names, no rules, no bounds, no disk.

interface Talk {
  seq: number;
  operator?: WebSocket;
}

type FromClient =
  | { type: "join"; conversation: string; side: "visitor" | "operator" }
  | { type: "send"; id: string; conversation: string; text: string };

const talks = new Map<string, Talk>();
let server: WebSocketServer | undefined;

const answers = {
  start: async (): Promise<{ port: number }> => {
    server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
    server.on("connection", (socket) => {
      socket.on("message", (data: Buffer) => hear(socket, JSON.parse(data.toString()) as FromClient));
      socket.on("error", () => undefined);
    });
    const made = server;
    await new Promise((resolve) => made.once("listening", resolve));
    return { port: (made.address() as AddressInfo).port };
  },
  memory: () => measureMemory(),
  usage: () => measureUsage(),
  watchLoop: () => watchLoop(),
  longestBlock: () => longestBlock(),
};
export type RelayAnswers = typeof answers;

function hear(socket: WebSocket, frame: FromClient): void {
  const talk = talks.get(frame.conversation) ?? { seq: 0 };
  talks.set(frame.conversation, talk);
  if (frame.type === "join") {
    if (frame.side === "operator") talk.operator = socket;
    socket.send(JSON.stringify({ type: "welcome" }));
    return;
  }
  const { id, conversation, text } = frame;
  const message = { seq: ++talk.seq, id, at: Date.now(), text };
  talk.operator?.send(JSON.stringify({ type: "messages", conversation, messages: [message], more: false }));
  socket.send(JSON.stringify({ type: "ack", id, conversation, seq: message.seq, at: message.at }));
}

answerQuestions(answers, () => {
  for (const socket of server?.clients ?? []) socket.terminate();
  server?.close();
});
