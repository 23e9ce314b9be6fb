import type { Conversation } from "./conversation.ts";

/** Remembers since when the visitors of live conversations have been away. */
export class Absences {
  readonly #since = new Map<string, number>();
  readonly #startedAt: number;

  /** @param startedAt whoever has not been seen since then counts as away from then on, in milliseconds */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  /** The visitor of this live conversation has left. */
  left(conversation: Conversation, at: number): void {
    this.#since.set(conversation.id, at);
  }

  /** Since when the visitor is away, who is known not to be here. */
  since(conversation: Conversation): number {
    return this.#since.get(conversation.id) ?? this.#startedAt;
  }

  /** The visitor is here, or the conversation is over. @returns whether the visitor had been known to be away */
  forget(conversation: string): boolean {
    return this.#since.delete(conversation);
  }
}
