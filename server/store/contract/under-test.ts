import type { TestContext } from "node:test";
import type { Store } from "../../../chat/store.ts";

/** A store to be tested. */
export interface StoreUnderTest {
  store: Store;
  /** Closes it and opens what it has kept once more. */
  reopen(): Promise<Store>;
}

/** Gives each test an empty store of its own, and sees to it that it is closed after the test. */
export type OpenStore = (t: TestContext) => Promise<StoreUnderTest>;
