import type { Availability } from "../../chat/availability.ts";
import type { Conversation } from "../../chat/conversation.ts";
import type { OperatorIdentity } from "../../chat/conversations.ts";
import type { Announcement } from "../../chat/event.ts";
import { placeOfChat } from "../../chat/permissions.ts";
import { Queue } from "../../chat/queue.ts";
import type { Core } from "./core.ts";

type Parts = Pick<Core, "world" | "bus" | "conversations" | "availability" | "queueSettings" | "bounds" | "roster">;

/** Gives the queue what it stands on: the rules as they are set, who is there, and word of whatever changes. */
export class Queueing {
  readonly queue: Queue;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    const { world, bus, bounds, conversations, availability, queueSettings } = parts;
    this.#parts = parts;
    this.queue = new Queue({
      world,
      bus,
      live: conversations.live,
      ruleFor: (conversation) => queueSettings.of(conversation),
      staffFor: (conversation) => staffOf(conversation, availability),
      unansweredOffers: bounds.unansweredOffers,
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
      case "unanswered":
        return this.#parts.roster.unanswered(announcement.operator, announcement.offers);
      case "operator":
        if (announcement.status !== "online") this.queue.answers(announcement.operator);
        return this.queue.update();
      case "staff":
      case "departments":
        return this.queue.update();
      default:
        return;
    }
  }
}

/** Who is online and in the department; where nobody of it is, those above it, who may answer for all. */
function staffOf(conversation: Conversation, availability: Availability): readonly OperatorIdentity[] {
  const { department } = conversation;
  const staff = availability.operators(placeOfChat(conversation));
  if (department === undefined) return staff;
  const members = staff.filter(({ departments }) => departments.includes(department));
  return members.length > 0 ? members : staff;
}
