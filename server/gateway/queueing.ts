import type { Announcement } from "../../chat/event.ts";
import { placeOfChat } from "../../chat/permissions.ts";
import { Queue } from "../../chat/queue.ts";
import type { Core } from "./core.ts";

type Parts = Pick<Core, "world" | "bus" | "conversations" | "availability" | "queueSettings">;

/** Gives the queue what it stands on: the rules as they are set, who is there, and word of whatever changes. */
export class Queueing {
  readonly queue: Queue;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    const { world, bus, conversations, availability, queueSettings } = parts;
    this.#parts = parts;
    this.queue = new Queue({
      world,
      bus,
      live: conversations.live,
      ruleFor: (conversation) => queueSettings.of(conversation),
      staffFor: (conversation) => availability.operators(placeOfChat(conversation)),
    });
  }

  /** After the live conversations have been read, and before anybody connects. */
  load(): void {
    for (const conversation of this.#parts.conversations.live.all()) this.queue.learn(conversation);
    this.queue.update();
  }

  /** To be told of every announcement, before it is delivered. */
  hear(announcement: Announcement): void {
    switch (announcement.type) {
      case "conversation":
        this.queue.learn(announcement.conversation);
        return this.queue.update();
      case "queue-rule":
        return this.queue.update();
      case "operator":
      case "staff":
      case "departments":
        return this.queue.update();
      default:
        return;
    }
  }
}
