import type { Logger } from "pino";
import type { Directory } from "../../chat/directory.ts";
import type { Store } from "../../chat/store.ts";

/** After a restart everybody is back at once: so many are asked for in one question, which the store answers in its own thread. */
const AT_ONCE = 500;

interface Parts {
  store: Pick<Store, "visitorsWhoChatted">;
  directory: Directory;
  log: Logger;
}

/**
 * Tells the directory which of the visitors who come back have chatted before. Nobody waits for it: who arrives is noted, and the store
 * is asked for all of them together when an operator is there to see it.
 */
export class ChattedBefore {
  readonly #parts: Parts;
  /** By site; never more than are here. */
  readonly #returned = new Map<string, Set<number>>();
  #isAsking = false;
  #isOver = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Somebody is here whose number is from an earlier visit. */
  returned(site: string, visitor: number): void {
    const visitors = this.#returned.get(site) ?? new Set();
    this.#returned.set(site, visitors.add(visitor));
  }

  left(site: string, visitor: number): void {
    this.#returned.get(site)?.delete(visitor);
  }

  /** To be called about once a second while an operator is connected: the store's reading thread costs memory, and begins with the first question. */
  sweep(): void {
    if (this.#isAsking || this.#returned.size === 0) return;
    this.#isAsking = true;
    this.#ask()
      .catch((error: unknown) => {
        if (!this.#isOver) this.#parts.log.error({ err: error }, "it was not found who has chatted before");
      })
      .finally(() => (this.#isAsking = false));
  }

  /** The server stops, and nobody wants to know any more. */
  stop(): void {
    this.#isOver = true;
    for (const visitors of this.#returned.values()) visitors.clear();
  }

  async #ask(): Promise<void> {
    const { store, directory } = this.#parts;
    for (const [site, all] of this.#returned) {
      while (all.size > 0) {
        const visitors = [...all].slice(0, AT_ONCE);
        const chatted = await store.visitorsWhoChatted(site, visitors);
        for (const visitor of visitors) all.delete(visitor);
        for (const visitor of chatted) directory.setChatted(site, visitor);
      }
      this.#returned.delete(site);
    }
  }
}
