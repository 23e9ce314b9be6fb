import type { ChatBounds } from "./bounds.ts";
import { ChatError } from "./error.ts";
import type { HistoryFilter, HistoryPage } from "./history.ts";
import type { Message } from "./message.ts";
import { type Action, type Actor, isAtLeast, may, mustBeAllowed, placeOfChat } from "./permissions.ts";
import type { Store } from "./store.ts";

/** Parts that are looked through for one page, where most of them are not this operator's to see. */
const MOST_PARTS = 10;
/** What an export reads at a time. */
const AT_ONCE = 200;

/** What an operator wants of the history: a filter, of one site or of all of the operator's. */
export interface HistoryWish extends Omit<HistoryFilter, "sites"> {
  site?: string;
}

/** The history as an operator may see it: the conversations of their sites and departments, and those they were in. */
export class Histories {
  readonly #store: Store;
  readonly #bounds: Pick<ChatBounds, "historyPage" | "exportsAtOnce">;
  #exports = 0;

  constructor(store: Store, bounds: Pick<ChatBounds, "historyPage" | "exportsAtOnce">) {
    this.#store = store;
    this.#bounds = bounds;
  }

  /** A page, from the newest on or from where the one before it ended. */
  async page(by: Actor, wish: HistoryWish, before?: number): Promise<HistoryPage> {
    return this.#page(by, "history.see", this.#reach(by, "history.see", wish), before, this.#bounds.historyPage);
  }

  /**
   * Everything that a filter finds, one conversation after the other, read as it is asked for. Few at a time: each reads the whole store.
   * Whoever begins one must read it to its end or give it up (`return`).
   */
  async *all(by: Actor, wish: HistoryWish): AsyncGenerator<HistoryPage["found"][number]["conversation"]> {
    const filter = this.#reach(by, "history.export", wish);
    if (this.#exports >= this.#bounds.exportsAtOnce)
      throw new ChatError("overloaded", "Another export is under way. Please try again when it has finished.");
    this.#exports += 1;
    try {
      for (let before: number | undefined; ;) {
        const { found, next } = await this.#page(by, "history.export", filter, before, AT_ONCE);
        for (const { conversation } of found) yield conversation;
        if (next === undefined) return;
        before = next;
      }
    } finally {
      this.#exports -= 1;
    }
  }

  /** All that was said in a conversation, a part at a time. */
  async *messages(conversation: string): AsyncGenerator<Message> {
    for (let after = 0; ;) {
      const messages = await this.#store.messagesAfter(conversation, after, AT_ONCE);
      yield* messages;
      const last = messages.at(-1);
      if (last === undefined || messages.length < AT_ONCE) return;
      after = last.seq;
    }
  }

  async #page(
    by: Actor,
    action: Action,
    filter: HistoryFilter,
    before: number | undefined,
    limit: number,
  ): Promise<HistoryPage> {
    const shown: HistoryPage["found"] = [];
    let from = before;
    for (let part = 0; part < MOST_PARTS; part++) {
      const wish = { ...filter, limit: limit - shown.length, ...(from !== undefined && { before: from }) };
      const { found, next } = await this.#store.history(wish);
      // Other departments' are passed over.
      shown.push(...found.filter(({ conversation }) => may(by, action, placeOfChat(conversation))));
      if (next === undefined) return { found: shown };
      from = next;
      if (shown.length >= limit) break;
    }
    return { found: shown, ...(from !== undefined && { next: from }) };
  }

  #reach(by: Actor, action: Action, { site, ...filter }: HistoryWish): HistoryFilter {
    mustBeAllowed(by, action, site === undefined ? {} : { site });
    if (site !== undefined) return { ...filter, sites: [site] };
    const all = by.sites === "all" || isAtLeast(by.role, "administrator");
    return all ? filter : { ...filter, sites: by.sites as readonly string[] };
  }
}
