/** Who holds back what it is to write until the turn is over. */
export interface Held {
  flush(): void;
  /** What was held back did not leave: who misses it is to come back and ask for it. */
  terminate(): void;
}

/**
 * Has what a socket is given leave in one write when the turn of the event loop is over: a visitor's acknowledgements, or all that one
 * flush of the disk set free for one operator. Writes are most of what a message costs.
 */
export class Turn {
  #held: Held[] = [];
  readonly #onError: (error: unknown) => void;

  /** `onError` hears why one could not be written to. It costs that one its line, and the others nothing. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** To be called when something begins to wait. */
  hold(held: Held): void {
    if (this.#held.push(held) === 1) setImmediate(() => this.#end());
  }

  #end(): void {
    const held = this.#held;
    this.#held = [];
    for (const one of held) {
      try {
        one.flush();
      } catch (error) {
        this.#onError(error);
        one.terminate();
      }
    }
  }
}
