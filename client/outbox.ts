import type { RefusalCode } from "../protocol/message.ts";

/** The server's word that a message is on disk; `conversation`, `seq` and `at` where it became a chat message. */
export interface Ack {
  id: string;
  conversation?: string;
  seq?: number;
  at?: number;
}

/** A message was not taken and nothing changed. The error's message is a sentence for the person. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: RefusalCode;
  /** The screen name of the operator who was first, where that is the reason. */
  readonly by?: string;

  constructor(code: RefusalCode, sentence: string, by?: string) {
    super(sentence);
    this.code = code;
    if (by !== undefined) this.by = by;
  }
}

/**
 * Where unacknowledged messages outlive the page. It must belong to this line alone: two tabs that share one overwrite each
 * other, so session storage fits better than local storage. Either function may throw; the line then does without it.
 */
export interface OutboxStore {
  load(): string | null;
  /** @param text JSON; null = nothing is left. */
  save(text: string | null): void;
}

/** More than a person writes while a line is down; beyond it something else is wrong and should be said. */
const MAX_KEPT = 200;

export interface Kept<M> {
  readonly message: M;
  readonly promise: Promise<Ack>;
  readonly settle: (result: Ack | Refused) => void;
  /** True once it was written to the line that is up now. */
  onLine: boolean;
}

/** The messages that were asked and not yet answered, in the order in which they were asked. */
export class Outbox<M extends { id: string }> {
  readonly kept = new Map<string, Kept<M>>();
  readonly #store: OutboxStore | undefined;

  constructor(store: OutboxStore | undefined) {
    this.#store = store;
    try {
      // What does not look like ours (another version's, somebody else's key) is left out.
      for (const message of JSON.parse(store?.load() ?? "[]") as M[]) {
        if (typeof message.id === "string" && this.kept.size < MAX_KEPT) this.#keep(message).promise.catch(() => {});
      }
    } catch {
      // Storage is forbidden or its content is damaged: there is nothing to resend, which is how a first visit begins too.
    }
  }

  /** Keeps a message until it is settled. One whose id is kept already is not kept twice: both callers wait for one answer. */
  keep(message: M): Promise<Ack> {
    const known = this.kept.get(message.id);
    if (known !== undefined) return known.promise;
    if (this.kept.size >= MAX_KEPT)
      return Promise.reject(
        new Refused("overloaded", "Too many messages are waiting for the line. Please try again later."),
      );
    const { promise } = this.#keep(message);
    this.#save();
    return promise;
  }

  /** @returns the message that was waiting for this answer, if any was. */
  settle(id: string, result: Ack | Refused): M | undefined {
    const entry = this.kept.get(id);
    if (entry === undefined) return undefined;
    this.kept.delete(id);
    this.#save();
    entry.settle(result);
    return entry.message;
  }

  #keep(message: M): Kept<M> {
    let settle: (result: Ack | Refused) => void = () => {};
    const promise = new Promise<Ack>((resolve, reject) => {
      settle = (result) => (result instanceof Refused ? reject(result) : resolve(result));
    });
    const entry = { message, promise, settle, onLine: false };
    this.kept.set(message.id, entry);
    return entry;
  }

  #save(): void {
    try {
      this.#store?.save(
        this.kept.size > 0 ? JSON.stringify([...this.kept.values()].map(({ message }) => message)) : null,
      );
    } catch {
      // Forbidden or full: the messages are still resent while this page lives.
    }
  }
}
