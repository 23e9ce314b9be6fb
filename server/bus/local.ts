import type { Bus } from "../../chat/bus.ts";
import type { Announcement } from "../../chat/event.ts";

/** The word within one process: a direct call, a turn later, so that whoever announces is never called back in the middle. */
export class LocalBus implements Bus {
  readonly #listeners = new Set<(announcement: Announcement) => void>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void = (error) => queueMicrotask(() => { throw error; })) {
    this.#onError = onError;
  }

  announce(announcement: Announcement): void {
    queueMicrotask(() => {
      for (const listener of this.#listeners) {
        try {
          listener(announcement);
        } catch (error) {
          this.#onError(error);
        }
      }
    });
  }

  listen(listener: (announcement: Announcement) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }
}
