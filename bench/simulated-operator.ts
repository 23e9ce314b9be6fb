import { WebSocket } from "ws";
import { newId } from "../client/id.ts";
import { type Ack, Line, type LineState, type Refused } from "../client/line.ts";
import { Log } from "../client/log.ts";
import type { Message } from "../protocol/message.ts";
import type { Draft, FromOperator } from "../protocol/operator-to-server.ts";
import type { OperatorConversation, ToOperator } from "../protocol/server-to-operator.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";

export interface SimulatedOperatorOptions {
  /** The server's address, `http://host:port`. */
  server: string;
  /** The session's cookie, as the browser would send it. */
  cookie: string;
  onFrame?: (frame: ToOperator) => void;
  onState?: (state: LineState) => void;
  onSettled?: (message: FromOperator & { id: string }, result: Ack | Refused) => void;
  /** The dice of the line's back-off. */
  random?: () => number;
}

/** A console without a screen: the same line and logs. It opens every conversation it hears of, and keeps each up to date. */
export class SimulatedOperator {
  readonly line: Line<FromOperator, ToOperator>;
  readonly conversations = new Map<string, OperatorConversation>();
  readonly #options: SimulatedOperatorOptions;
  readonly #logs = new Map<string, Log>();

  constructor(options: SimulatedOperatorOptions) {
    this.#options = options;
    const { onState, onSettled, random } = options;
    const headers = { origin: options.server, cookie: options.cookie };
    this.line = new Line<FromOperator, ToOperator>({
      url: `${options.server.replace(/^http/, "ws")}/ws/operator`,
      hello: () => ({ type: "hello", version: PROTOCOL_VERSION }),
      receive: (frame) => this.#receive(frame),
      WebSocket: class extends WebSocket {
        constructor(url: string) {
          super(url, { headers, perMessageDeflate: false });
        }
      },
      ...(onState === undefined ? {} : { onState }),
      ...(onSettled === undefined ? {} : { onSettled }),
      ...(random === undefined ? {} : { random }),
    });
  }

  /** The conversations whose messages it holds. */
  opened(): Iterable<string> {
    return this.#logs.keys();
  }

  messages(conversation: string): readonly Message[] {
    return this.#logs.get(conversation)?.messages ?? [];
  }

  accept(conversation: string): Promise<Ack> {
    return this.line.ask({ type: "accept", id: newId(), conversation });
  }

  say(conversation: string, text: string): Promise<Ack> {
    return this.send(conversation, { kind: "text", text });
  }

  send(conversation: string, draft: Draft, id = newId()): Promise<Ack> {
    return this.line.ask({ type: "send", id, conversation, draft });
  }

  /** Follows a conversation's messages; also after every reconnection. */
  open(conversation: string): void {
    if (this.#logs.has(conversation)) return;
    this.#logs.set(conversation, new Log((after) => this.line.tell({ type: "sync", conversation, after })));
    this.#follow(conversation);
  }

  /** Follows it no longer, and forgets it. */
  shut(conversation: string): void {
    this.#logs.delete(conversation);
    this.conversations.delete(conversation);
    this.line.tell({ type: "shut", conversation });
  }

  #follow(conversation: string): void {
    const after = this.#logs.get(conversation)?.lastSeq ?? 0;
    this.line.tell({ type: "open", id: newId(), conversation, after });
  }

  #receive(frame: ToOperator): void {
    if (frame.type === "welcome") {
      for (const conversation of this.#logs.keys()) this.#follow(conversation);
      for (const conversation of frame.conversations) this.#learn(conversation);
    }
    if (frame.type === "conversation") this.#learn(frame.conversation);
    if (frame.type === "messages") this.#logs.get(frame.conversation)?.add(frame.messages, frame.more);
    this.#options.onFrame?.(frame);
  }

  #learn(conversation: OperatorConversation): void {
    this.conversations.set(conversation.id, conversation);
    if (conversation.status !== "ended") this.open(conversation.id);
  }
}
