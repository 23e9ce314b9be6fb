import type { ChatBounds } from "./bounds.ts";
import type { Conversation, Person } from "./conversation.ts";
import type { LiveConversations } from "./live-conversations.ts";
import type { ReleaseReason } from "./message.ts";
import { may, placeOfChat } from "./permissions.ts";
import type { Roster } from "./roster.ts";
import type { Staff } from "./staff.ts";
import type { Takes } from "./takes.ts";
import type { World } from "./world.ts";

interface Parts {
  world: World;
  bounds: Pick<ChatBounds, "releaseAfterGoneMs">;
  live: Pick<LiveConversations, "all">;
  staff: Pick<Staff, "byId">;
  roster: Pick<Roster, "status" | "goneSince">;
  takes: Pick<Takes, "release">;
  /** Whether the visitor of a conversation is on the site. */
  isHere(conversation: Conversation): boolean;
}

/**
 * Takes chats from those who are gone or may not have them any more, so that no visitor talks to nobody. A chat whose visitor is not
 * there waits for no one: it is looked at again when they are back, and otherwise ends by itself.
 */
export class Releases {
  readonly #parts: Parts;
  #isSweeping = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** To be called about every second, and when what somebody may changes. One at a time: each decides by what the one before has made. */
  async sweep(): Promise<void> {
    if (this.#isSweeping) return;
    this.#isSweeping = true;
    try {
      const { live, takes, isHere } = this.#parts;
      for (const conversation of live.all()) {
        const { id, status, operator } = conversation;
        if (status !== "open" || operator === undefined) continue;
        const why = this.#reason(operator, conversation);
        if (why === undefined || !isHere(conversation)) continue;
        await takes.release(operator, id, { why, heirs: this.#heirs(conversation) });
      }
    } finally {
      this.#isSweeping = false;
    }
  }

  #reason(holder: Person, conversation: Conversation): ReleaseReason | undefined {
    const { world, bounds, roster } = this.#parts;
    if (!this.#mayServe(holder, conversation)) return "not-allowed";
    const since = bounds.releaseAfterGoneMs === 0 ? undefined : roster.goneSince(holder.id);
    return since !== undefined && world.now() - since >= bounds.releaseAfterGoneMs ? "gone" : undefined;
  }

  /** Who has joined and is at hand: somebody who is away would leave the visitor waiting once more. */
  #heirs(conversation: Conversation): string[] {
    const { others = [] } = conversation;
    const ready = others.filter(
      (one) => this.#parts.roster.status(one.id) === "online" && this.#mayServe(one, conversation),
    );
    return ready.map(({ id }) => id);
  }

  #mayServe({ id }: Person, conversation: Conversation): boolean {
    const member = this.#parts.staff.byId(id);
    if (member === undefined || member.suspendedAt !== undefined) return false;
    return may(member, "chat.serve", placeOfChat(conversation));
  }
}
