import { must } from "./error.ts";

/** Things that several share: each is made for the first who asks, and let go of with the last. */
export class Held<T> {
  readonly #things = new Map<string, { thing: T; holders: number }>();

  get size(): number {
    return this.#things.size;
  }

  hold(key: string, make: () => T): T {
    const held = this.#things.get(key) ?? { thing: make(), holders: 0 };
    held.holders++;
    this.#things.set(key, held);
    return held.thing;
  }

  letGo(key: string): void {
    const held = must(this.#things.get(key), "a thing that is held");
    held.holders--;
    if (held.holders === 0) this.#things.delete(key);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const { thing } of this.#things.values()) yield thing;
  }
}
