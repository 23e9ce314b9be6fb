import type { Store } from "../../chat/store.ts";

/** The installation's account: it has no name until the owner has made it. */
export class Account {
  readonly #store: Store;
  #name: string | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads the name: at the start, and after the set-up. */
  async load(): Promise<void> {
    this.#name = await this.#store.setting("account");
  }

  needsSetUp(): boolean {
    return this.#name === undefined;
  }

  name(): string {
    return this.#name ?? "";
  }
}
