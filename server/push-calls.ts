import type { Logger } from "pino";
import type { Bus } from "../chat/bus.ts";
import type { Conversation } from "../chat/conversation.ts";
import type { Announcement } from "../chat/event.ts";
import type { Operator } from "../chat/operator.ts";
import { may, placeOfChat } from "../chat/permissions.ts";
import type { PushSubscription } from "../chat/push-subscription.ts";
import type { Store } from "../chat/store.ts";
import { isOfferedTo } from "../chat/take.ts";
import type { World } from "../chat/world.ts";
import type { PushResult, PushWord } from "./web-push.ts";

interface Parts {
  store: Store;
  bus: Bus;
  world: World;
  log: Logger;
  siteName: (site: string) => string;
  call: (to: PushSubscription, word: PushWord, seconds: number) => Promise<PushResult>;
  bounds: { pushDelayMs: number; pushesAtOnce: number };
}

interface Waiting {
  kind: PushWord["kind"];
  conversation: Conversation;
  /** Operators who have been called for it. */
  called: Set<string>;
  timer: NodeJS.Timeout;
  isDue: boolean;
}

/** More requests than anybody could wait with; further ones are in the list all the same. */
const MOST_WAITING = 10_000;
/** What somebody waits for is most likely over when its notification comes later than this; a left message is not. */
const WAITING_SECONDS = 120;
const LEFT_SECONDS = 24 * 60 * 60;
/** Among so many entries are the last words; the others say who came, went and looked at which page. */
const LAST_MESSAGES = 50;
/** From the leaving of a message to its announcement it takes far less. */
const NEW_MS = 10_000;

/**
 * Calls the operators who have no window open, in the browsers where they have asked for it: for a request that nobody has accepted for a
 * moment, a chat that is offered to them or their department, what a visitor writes in a chat of theirs, and a message that was left.
 */
export class PushCalls {
  readonly #parts: Parts;
  readonly #stopListening: () => void;
  /** Operators with a window somewhere. */
  readonly #there = new Set<string>();
  /** Operators who have gone, and for whose chats it has not been looked yet. */
  #gone = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();
  /** One round after the other: each looks anew who is there. */
  #rounds: Promise<void> = Promise.resolve();
  #isAsked = false;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#stopListening = parts.bus.listen((announcement) => this.#hear(announcement));
  }

  /** Waits for the calls under way; before the store is closed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await this.#rounds;
  }

  #hear(announcement: Announcement): void {
    if (announcement.type === "operator") {
      const { operator, status } = announcement;
      if (status !== "offline") this.#isBack(operator);
      // Whoever leaves a request behind is called for it.
      else if (this.#there.delete(operator)) {
        this.#gone.add(operator);
        this.#ask();
      }
    } else if (announcement.type === "conversation") {
      this.#changed(announcement.conversation);
    } else if (announcement.type === "messages") {
      const { conversation, messages } = announcement;
      const { operator, status } = conversation;
      if (status !== "open" || operator === undefined || this.#there.has(operator.id)) return;
      const hasWritten = messages.some(({ author, body }) => author.kind === "visitor" && body.kind === "text");
      if (hasWritten) this.#wait("message", conversation);
    }
  }

  #isBack(operator: string): void {
    if (this.#there.has(operator)) return;
    this.#there.add(operator);
    // They read it now, and are called anew for what is written when they have gone again.
    for (const [id, { kind, conversation }] of this.#waiting)
      if (kind === "message" && conversation.operator?.id === operator) this.#forget(id);
  }

  #changed(conversation: Conversation): void {
    const { id, status, transfer } = conversation;
    if (status === "requesting") {
      // What was written to somebody who was gone waits for everybody now.
      if (this.#waiting.get(id)?.kind !== "request") this.#forget(id);
      this.#wait("request", conversation);
    } else if (status === "left") this.#left(conversation);
    else if (status === "open" && transfer !== undefined) {
      // Offered to somebody else than before, it is another call.
      if (this.#waiting.get(id)?.conversation.transfer?.at !== transfer.at) this.#forget(id);
      this.#wait("transfer", conversation);
    } else this.#forget(id);
  }

  /** Not one that is settled, or is not settled after all. */
  #left(conversation: Conversation): void {
    const isNew = this.#parts.world.now() - conversation.requestedAt < NEW_MS;
    if (isNew && conversation.settledAt === undefined) this.#wait("left", conversation);
  }

  #wait(kind: Waiting["kind"], conversation: Conversation): void {
    const before = this.#waiting.get(conversation.id);
    if (before !== undefined) before.conversation = conversation;
    if (before !== undefined || this.#waiting.size >= MOST_WAITING) return;
    const due = (): void => {
      waiting.isDue = true;
      this.#ask();
    };
    const timer = setTimeout(due, kind === "left" ? 0 : this.#parts.bounds.pushDelayMs).unref();
    const waiting: Waiting = { kind, conversation, called: new Set(), timer, isDue: false };
    this.#waiting.set(conversation.id, waiting);
  }

  #forget(conversation: string): void {
    const waiting = this.#waiting.get(conversation);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(conversation);
  }

  /** Has a round made; one that has not begun will do. */
  #ask(): void {
    if (this.#isAsked || this.#isClosed) return;
    this.#isAsked = true;
    this.#rounds = this.#rounds.then(async () => {
      this.#isAsked = false;
      try {
        await this.#round();
      } catch (error) {
        this.#parts.log.error({ err: error }, "operators without a window could not be called");
      }
    });
  }

  async #round(): Promise<void> {
    await this.#lookBack();
    const due = [...this.#waiting.values()].filter(({ isDue }) => isDue);
    if (due.length === 0 || this.#isClosed) return;
    const { store, world } = this.#parts;
    const subscriptions = await store.pushSubscriptions(world.now());
    if (subscriptions.length === 0) return this.#dropLeft(due);
    const operators = new Map((await store.operators()).map((operator) => [operator.id, operator]));
    const calls: (() => Promise<void>)[] = [];
    for (const waiting of due) {
      const called = new Set<string>();
      for (const to of subscriptions) {
        if (waiting.called.has(to.operator) || !this.#isFor(operators.get(to.operator), waiting)) continue;
        called.add(to.operator);
        calls.push(() => this.#call(to, waiting));
      }
      for (const operator of called) waiting.called.add(operator);
    }
    this.#dropLeft(due);
    await atMost(this.#parts.bounds.pushesAtOnce, calls);
  }

  /** A window whose line has died counts as open for a while: what was written to it meanwhile, and not read, calls its operator as well. */
  async #lookBack(): Promise<void> {
    if (this.#gone.size === 0) return;
    const gone = this.#gone;
    this.#gone = new Set();
    const { store, world } = this.#parts;
    const subscriptions = await store.pushSubscriptions(world.now());
    if (!subscriptions.some(({ operator }) => gone.has(operator))) return;
    for (const conversation of await store.liveConversations()) {
      const { operator, status } = conversation;
      if (status !== "open" || operator === undefined || !gone.has(operator.id)) continue;
      if ((await this.#isUnread(conversation)) && !this.#there.has(operator.id)) this.#wait("message", conversation);
    }
  }

  /** Whether the last words are the visitor's, and its operator has not seen them. */
  async #isUnread({ id, lastSeq, operatorMarks: { seen } }: Conversation): Promise<boolean> {
    if (lastSeq <= seen) return false;
    const last = await this.#parts.store.messagesBefore(id, lastSeq + 1, Math.min(lastSeq - seen, LAST_MESSAGES));
    return last.findLast(({ body }) => body.kind === "text")?.author.kind === "visitor";
  }

  /** A left message is told of once; who comes later sees it in its place. */
  #dropLeft(due: readonly Waiting[]): void {
    for (const { kind, conversation } of due) if (kind === "left") this.#forget(conversation.id);
  }

  #isFor(operator: Operator | undefined, { kind, conversation }: Waiting): boolean {
    if (operator === undefined || operator.suspendedAt !== undefined || this.#there.has(operator.id)) return false;
    if (kind === "message" && conversation.operator?.id !== operator.id) return false;
    if (kind === "transfer" && !isOfferedTo(conversation.transfer, operator.id, operator.departments)) return false;
    return may(operator, kind === "left" ? "left.see" : "chat.see", placeOfChat(conversation));
  }

  async #call(to: PushSubscription, { kind, conversation }: Waiting): Promise<void> {
    const { call, log, siteName, store } = this.#parts;
    const { id, visitor, site } = conversation;
    const word: PushWord = { kind, conversation: id, visitor, site: siteName(site), language: to.language };
    // Whoever has the whole address can call the browser: the log gets the service's name alone.
    const service = URL.parse(to.endpoint)?.host;
    try {
      const result = await call(to, word, kind === "left" ? LEFT_SECONDS : WAITING_SECONDS);
      if (result === "gone") await store.removePushSubscription({ endpoint: to.endpoint });
      if (result === "refused") log.warn({ service }, "a push service refused a call");
    } catch (error) {
      log.warn(
        { service, reason: error instanceof Error ? error.message : String(error) },
        "a push service was not reached",
      );
    }
  }
}

/** Does all of it, so many at a time. */
async function atMost(count: number, calls: readonly (() => Promise<void>)[]): Promise<void> {
  const rest = calls.values();
  const work = async (): Promise<void> => {
    for (const call of rest) await call();
  };
  await Promise.all(Array.from({ length: Math.min(count, calls.length) }, work));
}
