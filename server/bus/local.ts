import type { Bus } from "../../chat/bus.ts";
import type { Announcement } from "../../chat/event.ts";

type Listener = (announcement: Announcement) => void;

/** The word within one process: a direct call, but a moment later, so that whoever announces is not called back in the middle. */
export class LocalBus implements Bus {
  /** Kept in objects of their own: the same function may listen twice. */
  readonly #listeners = new Set<{ listener: Listener }>();
  readonly #onError: (error: unknown) => void;
  #closed = false;

  /** `onError` hears of a listener that has thrown, which the others do not; without it the process does, as of any bug. */
  constructor(onError: (error: unknown) => void = rethrow) {
    this.#onError = onError;
  }

  announce(announcement: Announcement): void {
    if (this.#closed) return;
    // Microtasks run in the order in which they were asked for, so announcements keep theirs.
    queueMicrotask(() => this.#deliver(announcement));
  }

  listen(listener: Listener): () => void {
    const entry = { listener };
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  /** What was announced before is still delivered. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.resolve();
    this.#listeners.clear();
  }

  #deliver(announcement: Announcement): void {
    for (const { listener } of this.#listeners) {
      try {
        listener(announcement);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}

function rethrow(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
