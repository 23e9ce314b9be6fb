import { ChatError } from "../../chat/error.ts";
import type { ToOperator } from "../../protocol/server-to-operator.ts";
import type { Core } from "./core.ts";
import type { OperatorEnd } from "./hub.ts";
import { conversationForOperator, messageForOperator } from "./present.ts";

/** Most chats that one window may follow at once. */
const MOST_FOLLOWED = 200;

type Needed = Pick<Core, "conversations" | "hub" | "queue" | "viewers">;

/** The chats that one window of the console has open: what has been written in them, and from then on what is added. */
export class OwnChats {
  readonly #core: Needed;
  readonly #end: OperatorEnd;
  readonly #send: (frame: ToOperator) => void;
  readonly #followed = new Set<string>();
  #isClosed = false;

  constructor(core: Needed, end: OperatorEnd, send: (frame: ToOperator) => void) {
    this.#core = core;
    this.#end = end;
    this.#send = send;
  }

  /** @param after the last message that the window has. @param latest a window that has none begins at the end. */
  async open(id: string, { after, latest }: { after: number; latest?: boolean }): Promise<void> {
    const { conversations, hub, queue, viewers } = this.#core;
    const conversation = await conversations.find(id);
    if (conversation === undefined) throw new ChatError("not-found", "There is no such chat.");
    if (this.#isClosed) return; // the window has gone meanwhile, and nobody would end its following
    if (this.#followed.size >= MOST_FOLLOWED && !this.#followed.has(id))
      throw new ChatError("overloaded", "Too many chats are open in this window: please close some.");
    // Subscribed first, read second: what is added in between comes twice, and never not at all.
    hub.follow(this.#end, id);
    this.#followed.add(id);
    this.#send({ type: "conversation", conversation: conversationForOperator(conversation, queue.state(id)) });
    const looking = viewers.of(id);
    if (looking.length > 0) this.#send({ type: "viewers", conversation: id, viewers: looking });
    await (latest === true && after === 0 ? this.earlier(id, Number.MAX_SAFE_INTEGER) : this.sync(id, after));
  }

  shut(id: string): void {
    this.#core.hub.unfollow(this.#end, id);
    this.#followed.delete(id);
  }

  /** The window has gone. */
  close(): void {
    this.#isClosed = true;
    for (const id of this.#followed) this.#core.hub.unfollow(this.#end, id);
    this.#followed.clear();
  }

  async earlier(id: string, before: number): Promise<void> {
    const { messages, hasEarlier } = await this.#core.conversations.messagesBefore(id, before);
    const shown = messages.map(messageForOperator);
    this.#send({ type: "messages", conversation: id, messages: shown, more: false, hasEarlier });
  }

  async sync(id: string, after: number): Promise<void> {
    const { messages, more } = await this.#core.conversations.messagesAfter(id, after);
    this.#send({ type: "messages", conversation: id, messages: messages.map(messageForOperator), more });
  }
}
