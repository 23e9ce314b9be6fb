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
  readonly code: RefusalCode;
  /** The screen name of the operator who was first, where that is the reason. */
  readonly by: string | undefined;

  /** @param sentence the server's; where the line itself refuses there is none, and a screen has its own for the code. */
  constructor(code: RefusalCode, sentence = `Not sent: ${code}.`, by?: string) {
    super(sentence);
    this.code = code;
    this.by = by;
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
  /** The socket it was last written to. */
  sentOn?: unknown;
  /** Those who wait for the answer; nobody, for a message from an earlier page. */
  readonly waiting: ((result: Ack | Refused) => void)[];
}

/** The messages that were asked and not yet answered, in the order in which they were asked. */
export class Outbox<M extends { id: string }> {
  readonly kept = new Map<string, Kept<M>>();
  readonly #store: OutboxStore | undefined;

  constructor(store: OutboxStore | undefined) {
    this.#store = store;
    try {
      const stored: M[] = JSON.parse(store?.load() ?? "[]");
      for (const message of stored.slice(0, MAX_KEPT))
        if (typeof message.id === "string") this.kept.set(message.id, { message, waiting: [] });
    } catch {
      // Storage is forbidden or its content is damaged: there is nothing to resend, which is how a first visit begins too.
    }
  }

  /** Keeps a message until it is settled. One whose id is kept already is not kept twice: both callers wait for one answer. */
  keep(message: M): Promise<Ack> {
    return new Promise((resolve, reject) => {
      let entry = this.kept.get(message.id);
      if (entry === undefined) {
        if (this.kept.size >= MAX_KEPT) throw new Refused("overloaded");
        this.kept.set(message.id, (entry = { message, waiting: [] }));
        this.#save();
      }
      entry.waiting.push((result) => (result instanceof Refused ? reject(result) : resolve(result)));
    });
  }

  /** @returns the message that was waiting for this answer, if any was. */
  settle(id: string | undefined, result: Ack | Refused): M | undefined {
    const entry = this.kept.get(id ?? "");
    if (entry === undefined) return undefined;
    this.kept.delete(entry.message.id);
    this.#save();
    for (const tell of entry.waiting) tell(result);
    return entry.message;
  }

  /** In the order in which they were asked. */
  messages(): M[] {
    return Array.from(this.kept.values(), ({ message }) => message);
  }

  #save(): void {
    try {
      this.#store?.save(this.kept.size > 0 ? JSON.stringify(this.messages()) : null);
    } catch {
      // Forbidden or full: the messages are still resent while this page lives.
    }
  }
}
