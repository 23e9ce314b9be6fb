import type { Store } from "../../chat/store.ts";

const BLOCK = 200; // a block unused at a stop is lost; numbers are plenty, and one write serves two hundred newcomers

/** Numbers for newcomers, reserved in the store by the block so that a newcomer seldom waits for the disk. */
export class VisitorNumbers {
  readonly #store: Store;
  #next = 0;
  #end = 0;
  #reserving: Promise<void> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  async take(): Promise<number> {
    while (this.#next >= this.#end) {
      this.#reserving ??= this.#reserve();
      await this.#reserving;
    }
    const number = this.#next;
    this.#next += 1;
    return number;
  }

  async #reserve(): Promise<void> {
    try {
      const first = await this.#store.reserveVisitorNumbers(BLOCK);
      this.#next = first;
      this.#end = first + BLOCK;
    } finally {
      this.#reserving = undefined;
    }
  }
}
