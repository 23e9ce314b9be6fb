import { type Conversation, isLive } from "./conversation.ts";

/**
 * The conversations that are requesting or open, at hand without asking the store, which remains the truth. It learns from
 * this node's own verbs and from what other nodes announce.
 */
export class LiveConversations {
  readonly #byId = new Map<string, Conversation>();
  readonly #ofVisitor = new Map<string, string>();

  all(): Iterable<Conversation> {
    return this.#byId.values();
  }

  get(id: string): Conversation | undefined {
    return this.#byId.get(id);
  }

  /** A visitor has one at the most. */
  of(site: string, visitor: number): Conversation | undefined {
    return this.#byId.get(this.#ofVisitor.get(`${site}/${visitor}`) ?? "");
  }

  /** Takes note of a conversation's state; an older state than the known one changes nothing. */
  learn(conversation: Conversation): void {
    const known = this.#byId.get(conversation.id);
    if (known !== undefined && known.lastSeq > conversation.lastSeq) return;
    const place = `${conversation.site}/${conversation.visitor}`;
    if (isLive(conversation)) {
      this.#byId.set(conversation.id, conversation);
      this.#ofVisitor.set(place, conversation.id);
      return;
    }
    this.#byId.delete(conversation.id);
    if (this.#ofVisitor.get(place) === conversation.id) this.#ofVisitor.delete(place);
  }
}
