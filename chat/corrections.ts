import type { ChatBounds } from "./bounds.ts";
import type { Person } from "./conversation.ts";
import type { Conversations } from "./conversations.ts";
import { ChatError } from "./error.ts";
import type { Message, SaidBody } from "./message.ts";
import type { Correction, Store } from "./store.ts";
import type { World } from "./world.ts";

interface Parts {
  world: World;
  store: Store;
  bounds: ChatBounds;
  conversations: Conversations;
}

/** Operators change and delete messages of their own, for as long as it is allowed. */
export class Corrections {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** From here on the message says `body`, to everybody. */
  async edit(who: Person, wish: { id: string; conversation: string; seq: number; body: SaidBody }): Promise<Message> {
    return this.#correct(who, wish);
  }

  /** From here on the message is nowhere. */
  async delete(who: Person, wish: { id: string; conversation: string; seq: number }): Promise<Message> {
    return this.#correct(who, wish);
  }

  async #correct(
    who: Person,
    { id, conversation, seq, body }: { id: string } & Pick<Correction, "conversation" | "seq" | "body">,
  ): Promise<Message> {
    const { world, store, bounds, conversations } = this.#parts;
    if (bounds.editMs === 0) throw new ChatError("not-allowed", "Messages are not changed on this server.");
    const now = world.now();
    const result = await store.correct({
      conversation,
      operator: who,
      seq,
      ...(body !== undefined && { body }),
      notBefore: now - bounds.editMs,
      entry: { id, at: now },
    });
    if (result.ok) {
      conversations.announce(result.conversation, result.stored, false);
      return result.message;
    }
    switch (result.reason) {
      case "not-found":
        throw new ChatError("not-found", "There is no such message, or it cannot be changed.");
      case "ended":
        throw new ChatError("conversation-ended", "This chat has ended.");
      case "wrong-state":
        throw new ChatError("not-allowed", "Accept the chat first.");
      case "not-yours":
        throw new ChatError("not-allowed", "Only who wrote a message changes it, and only in a chat of theirs.");
      case "too-late": {
        const minutes = Math.round(bounds.editMs / 60_000);
        throw new ChatError("too-late", `This message is too old: that is possible for ${minutes} minutes.`);
      }
    }
  }
}
