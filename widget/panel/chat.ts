import type { Ack, Refused } from "../../client/outbox.ts";
import { Log } from "../../client/log.ts";
import type { Marks, Message, RefusalCode } from "../../protocol/message.ts";
import type { ToVisitor, VisitorConversation } from "../../protocol/server-to-visitor.ts";
import type { FromVisitor } from "../../protocol/visitor-to-server.ts";
import type { Resume } from "../connection.ts";

/** What a visitor asks of the server, and waits for the answer to. */
export type Asked = FromVisitor & { id: string };

/** Written here and not in the log yet. */
export interface Pending {
  id: string;
  text: string;
  at: number;
  /** Why the server did not take it. */
  refused?: { code: RefusalCode; sentence: string };
}

/** A conversation that this tab shows. */
export interface Shown {
  conversation: VisitorConversation;
  log: Log;
}

/** What a chat needs of the line. */
export interface Speaker {
  tell(message: FromVisitor): void;
  ask(message: Asked): Promise<Ack>;
  unsent(): readonly Asked[];
}

interface Options {
  line: Speaker;
  newId: () => string;
  /** The conversation to ask for at the next `hello` changed; nothing = none. */
  onConversation: (id: string | null) => void;
  /** What the server refused on an earlier page. */
  refused: readonly Pending[];
  /** What was refused and is not done with, to be kept over page changes. */
  onRefused: (refused: readonly Pending[]) => void;
}

/** The visitor's conversation as this tab knows it: its messages, what was not sent yet, and how far either side has got. */
export class Chat {
  readonly #options: Options;
  #conversation: VisitorConversation | undefined;
  #log: Log;
  #pending = new Map<string, Pending>();
  #isLooking = false;
  #told = { delivered: 0, seen: 0 };
  /** The one before, which ended while this tab was away: its end is worth seeing. */
  earlier: Shown | undefined;
  /** Who is writing, or nobody. */
  typing: string | undefined;
  /** The place in the queue, counted from 1; nothing = there is none. */
  place: number | undefined;
  /** Whom to ask, where the visitor has chosen. */
  department: string | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#log = this.#newLog("");
    for (const pending of options.refused) this.#pending.set(pending.id, pending);
    for (const message of options.line.unsent()) {
      if (message.type === "send") this.#keep(message.id, message.text);
    }
  }

  get conversation(): VisitorConversation | undefined {
    return this.#conversation;
  }

  get messages(): readonly Message[] {
    return this.#log.messages;
  }

  get pending(): readonly Pending[] {
    return [...this.#pending.values()];
  }

  /** Someone may answer in it, now or soon. */
  get isLive(): boolean {
    return isLive(this.#conversation);
  }

  /** What the operators' side has said and nobody has looked at, in any tab. */
  get unread(): number {
    const seen = this.#conversation?.mine.seen ?? 0;
    return this.messages.filter((message) => message.seq > seen && isFromOperator(message)).length;
  }

  resume(): Resume | undefined {
    return this.#conversation && { conversation: this.#conversation.id, after: this.#log.lastSeq };
  }

  hear(frame: ToVisitor): void {
    switch (frame.type) {
      case "welcome":
        this.#show(frame.conversation);
        // Marks may have been lost with the old line, and so may the question for a gap.
        this.#told = frame.conversation?.mine ?? { delivered: 0, seen: 0 };
        this.#log.askAgain();
        break;
      case "conversation":
        if (frame.conversation.id === this.#conversation?.id || isLive(frame.conversation))
          this.#show(frame.conversation);
        break;
      case "messages":
        if (frame.conversation === this.earlier?.conversation.id) this.earlier.log.add(frame.messages, frame.more);
        if (frame.conversation === this.#conversation?.id) this.#add(frame.messages, frame.more);
        break;
      case "queue":
        if (frame.conversation === this.#conversation?.id) this.place = frame.place;
        break;
      case "marks":
        if (frame.conversation !== this.#conversation?.id) break;
        this.#show({ ...this.#conversation, theirs: frame.theirs, mine: frame.mine });
        break;
      case "typing":
        if (frame.conversation === this.#conversation?.id)
          this.typing = frame.typing && this.isLive ? (frame.operator ?? this.#conversation.operator ?? "") : undefined;
        break;
      default: // not the chat's
    }
    this.#mark();
  }

  /** Somebody looks at the messages, or no longer does. */
  look(isLooking: boolean): void {
    this.#isLooking = isLooking;
    this.#mark();
  }

  /** Sends a text, into the live conversation or as a request for a new one. */
  send(text: string): void {
    const { line, newId } = this.#options;
    const id = newId();
    this.#keep(id, text);
    const { department } = this;
    const to = this.isLive
      ? { conversation: this.#conversation?.id as string, echo: false }
      : department && { department };
    line.ask({ type: "send", id, text, ...to }).catch(() => {}); // `settled` hears of it
  }

  /** Sends again what was refused. */
  retry(id: string): void {
    const text = this.take(id);
    if (text !== undefined) this.send(text);
  }

  /** Takes a text that was not sent back out of the chat. */
  take(id: string): string | undefined {
    const text = this.#pending.get(id)?.text;
    this.#pending.delete(id);
    this.#tellRefused();
    return text;
  }

  end(): void {
    const { line, newId } = this.#options;
    if (this.#conversation === undefined) return;
    line.ask({ type: "end", id: newId(), conversation: this.#conversation.id }).catch(() => {}); // it had ended already
  }

  /** Leaves the ended conversation behind. */
  startNew(): void {
    if (!this.isLive) this.#show(undefined);
    this.earlier = undefined;
  }

  /** The server's answer to something that was sent, from this page or an earlier one. */
  settled(message: Asked, result: Ack | Refused): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if ("code" in result) {
      this.#pending.set(message.id, { ...pending, refused: { code: result.code, sentence: result.message } });
      this.#tellRefused();
    } else if (result.conversation === this.#conversation?.id)
      // It is on disk and has its place in the log.
      this.#add([
        { ...(result as Required<Ack>), author: { kind: "visitor" }, body: { kind: "text", text: pending.text } },
      ]);
    else this.#pending.delete(message.id); // it belongs to a conversation that is not shown here
  }

  #show(conversation: VisitorConversation | undefined): void {
    const before = this.#conversation;
    this.#conversation = conversation;
    if (conversation !== undefined && conversation.id === before?.id) {
      // Marks only grow; a frame that was under way knows less than this tab.
      this.#conversation = { ...conversation, mine: raise(conversation.mine, before.mine) };
    } else if (conversation?.id !== before?.id) {
      if (before !== undefined && conversation !== undefined) this.#leaveBehind(before);
      this.#log = this.#newLog(conversation?.id ?? "");
      this.#told = conversation?.mine ?? { delivered: 0, seen: 0 };
      this.#options.onConversation(conversation?.id ?? null);
    }
    if (!this.isLive) this.typing = undefined;
    if (conversation?.status !== "requesting") this.place = undefined;
  }

  /** Another conversation has begun while this tab was away: what it has not seen of the last one is asked for. */
  #leaveBehind(conversation: VisitorConversation): void {
    const log = this.#log;
    this.earlier = { conversation, log };
    this.#options.line.tell({ type: "sync", conversation: conversation.id, after: log.lastSeq });
  }

  #tellRefused(): void {
    this.#options.onRefused(this.pending.filter(({ refused }) => refused !== undefined));
  }

  #newLog(conversation: string): Log {
    return new Log((after) => this.#options.line.tell({ type: "sync", conversation, after }));
  }

  #add(messages: readonly Message[], more = false): void {
    const added = this.#log.add(messages, more);
    for (const { id } of added) this.#pending.delete(id);
    if (added.some(isFromOperator)) this.typing = undefined;
  }

  #keep(id: string, text: string): void {
    this.#pending.set(id, { id, text, at: Date.now() });
  }

  /** Tells how far this visitor has got, when that is further than what was told. */
  #mark(): void {
    const conversation = this.#conversation;
    if (conversation === undefined) return;
    const told = this.#told;
    const { lastSeq } = this.#log;
    this.#told = raise(told, { delivered: lastSeq, seen: this.#isLooking ? lastSeq : 0 });
    if (told.delivered === this.#told.delivered && told.seen === this.#told.seen) return;
    this.#conversation = { ...conversation, mine: raise(conversation.mine, this.#told) };
    this.#options.line.tell({ type: "mark", conversation: conversation.id, ...this.#told });
  }
}

function isLive(conversation: VisitorConversation | undefined): boolean {
  return conversation?.status === "requesting" || conversation?.status === "open";
}

function raise(marks: Marks, by: Marks): Marks {
  return { delivered: Math.max(marks.delivered, by.delivered), seen: Math.max(marks.seen, by.seen) };
}

/** Something an operator has said or shown: what counts as unread. */
function isFromOperator({ author, body }: Message): boolean {
  return author.kind === "operator" && (body.kind === "text" || body.kind === "rich" || body.kind === "push");
}
