import type { Announcement } from "../../chat/event.ts";
import type { Operator } from "../../chat/operator.ts";
import { Queue } from "../../chat/queue.ts";
import type { Core } from "./core.ts";

type Parts = Pick<Core, "world" | "bus" | "conversations" | "roster" | "queueSettings" | "operators">;

/** Gives the queue what it stands on: the rules as they are set, who is there, and word of whatever changes. */
export class Queueing {
  readonly queue: Queue;
  readonly #parts: Parts;
  /** Everybody with an account. */
  #operators: readonly Operator[] = [];

  constructor(parts: Parts) {
    const { world, bus, conversations, roster, queueSettings } = parts;
    this.#parts = parts;
    this.queue = new Queue({
      world,
      bus,
      live: conversations.live,
      ruleFor: (conversation) => queueSettings.of(conversation),
      staffFor: () => this.#operators.filter(({ id }) => roster.status(id) === "online"),
    });
  }

  /** After the live conversations have been read, and before anybody connects. */
  async load(): Promise<void> {
    this.#operators = await this.#parts.operators();
    for (const conversation of this.#parts.conversations.live.all()) this.queue.learn(conversation);
    this.queue.update();
  }

  /** To be told of every announcement, before it is delivered. */
  async hear(announcement: Announcement): Promise<void> {
    switch (announcement.type) {
      case "conversation":
        this.queue.learn(announcement.conversation);
        return this.queue.update();
      case "queue-rule":
        return this.queue.update();
      case "operator":
        this.queue.update();
        this.#operators = await this.#parts.operators(); // it may be somebody new
        return this.queue.update();
      default:
        return;
    }
  }
}
