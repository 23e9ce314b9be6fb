import type { Writable } from "node:stream";

/** More is not held back: what the reader's side of the line can take already must not count against its outbox. */
const MOST_HELD_BYTES = 64 * 1024;

/**
 * Holds back what a socket is given until the turn of the event loop is over, so that it leaves in one write: the visitor's own
 * message and its acknowledgement, or all that one flush of the disk set free for one operator. Writes are most of what a message costs.
 */
export class Turn {
  #held: Writable[] = [];

  /** To be called before each write. */
  hold(stream: Writable): void {
    if (stream.writableCorked > 0) {
      if (stream.writableLength > MOST_HELD_BYTES) stream.uncork();
      return;
    }
    stream.cork();
    if (this.#held.push(stream) === 1) setImmediate(() => this.#end());
  }

  #end(): void {
    const held = this.#held;
    this.#held = [];
    for (const stream of held) stream.uncork();
  }
}
