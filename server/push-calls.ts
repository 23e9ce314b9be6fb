import type { Logger } from "pino";
import type { Bus } from "../chat/bus.ts";
import type { Conversation } from "../chat/conversation.ts";
import type { Announcement } from "../chat/event.ts";
import type { Operator } from "../chat/operator.ts";
import { may, placeOfChat } from "../chat/permissions.ts";
import type { PushSubscription } from "../chat/push-subscription.ts";
import type { Store } from "../chat/store.ts";
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
  conversation: Conversation;
  /** Operators who have been called for it. */
  called: Set<string>;
  timer: NodeJS.Timeout;
  isDue: boolean;
}

/** More requests than anybody could wait with; further ones are in the list all the same. */
const MOST_WAITING = 10_000;
/** A request whose notification comes later than this is most likely over; a left message is not. */
const REQUEST_SECONDS = 120;
const LEFT_SECONDS = 24 * 60 * 60;
/** From the leaving of a message to its announcement it takes far less. */
const NEW_MS = 10_000;

/**
 * Calls the operators who have no window open, in the browsers where they have asked for it: for a request that nobody has accepted for a
 * moment, and for a message that was left.
 */
export class PushCalls {
  readonly #parts: Parts;
  readonly #stopListening: () => void;
  /** Operators with a window somewhere. */
  readonly #there = new Set<string>();
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
      if (status !== "offline") this.#there.add(operator);
      // Whoever leaves a request behind is called for it.
      else if (this.#there.delete(operator)) this.#ask();
    } else if (announcement.type === "conversation") {
      const { conversation } = announcement;
      if (conversation.status === "requesting") this.#wait(conversation, this.#parts.bounds.pushDelayMs);
      else if (conversation.status === "left") this.#left(conversation);
      else this.#forget(conversation.id);
    }
  }

  /** Not one that is settled, or is not settled after all. */
  #left(conversation: Conversation): void {
    const isNew = this.#parts.world.now() - conversation.requestedAt < NEW_MS;
    if (isNew && conversation.settledAt === undefined) this.#wait(conversation, 0);
  }

  #wait(conversation: Conversation, delayMs: number): void {
    const before = this.#waiting.get(conversation.id);
    if (before !== undefined) before.conversation = conversation;
    if (before !== undefined || this.#waiting.size >= MOST_WAITING) return;
    const due = (): void => {
      waiting.isDue = true;
      this.#ask();
    };
    const waiting: Waiting = { conversation, called: new Set(), timer: setTimeout(due, delayMs).unref(), isDue: false };
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
        if (waiting.called.has(to.operator) || !this.#isFor(operators.get(to.operator), waiting.conversation)) continue;
        called.add(to.operator);
        calls.push(() => this.#call(to, waiting.conversation));
      }
      for (const operator of called) waiting.called.add(operator);
    }
    this.#dropLeft(due);
    await atMost(this.#parts.bounds.pushesAtOnce, calls);
  }

  /** A left message is told of once; who comes later sees it in its place. */
  #dropLeft(due: readonly Waiting[]): void {
    for (const { conversation } of due) if (conversation.status === "left") this.#forget(conversation.id);
  }

  #isFor(operator: Operator | undefined, conversation: Conversation): boolean {
    if (operator === undefined || operator.suspendedAt !== undefined || this.#there.has(operator.id)) return false;
    return may(operator, conversation.status === "left" ? "left.see" : "chat.see", placeOfChat(conversation));
  }

  async #call(to: PushSubscription, { id, visitor, site, status }: Conversation): Promise<void> {
    const { call, log, siteName, store } = this.#parts;
    const kind = status === "left" ? "left" : "request";
    const word: PushWord = { kind, conversation: id, visitor, site: siteName(site), language: to.language };
    // Whoever has the whole address can call the browser: the log gets the service's name alone.
    const service = URL.parse(to.endpoint)?.host;
    try {
      const result = await call(to, word, kind === "left" ? LEFT_SECONDS : REQUEST_SECONDS);
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
