import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkText } from "./check-text.ts";
import { ChatError } from "./error.ts";
import type { Operator } from "./operator.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** A canned message or canned URL: what is sent often, written once. */
export interface CannedItem {
  id: string;
  kind: "message" | "url";
  /** The operator whose own it is; without one it is shared by all. Never changes. */
  owner?: string;
  /** Empty = in none. */
  folder: string;
  title: string;
  /** The message, or the URL. May hold variables such as `{visitor.name|there}`, which the console fills in. */
  text: string;
  /** How often it has been put into a chat. */
  uses: number;
  createdAt: number;
}

/** What a person writes of it. */
export type CannedWords = Pick<CannedItem, "folder" | "title" | "text">;
export type CannedWish = CannedWords & Pick<CannedItem, "kind"> & { shared: boolean };

type Writer = Pick<Operator, "id" | "role">;

const NAME_LENGTH = 120;
const VARIABLE = /\{[a-z]+\.[a-z]+(?:\|[^{}]*)?\}/g;
/** What readers of addresses would take for another scheme than http and https. */
const OTHER_SCHEME = /^(?!https?:\/\/)[a-z][a-z0-9+-]*:/i;

/** Canned messages and URLs: one's own are nobody else's business, the shared ones are changed by the owner and administrators. */
export class Canned {
  readonly #parts: { world: World; store: Store; bus: Bus; bounds: CannedBounds };

  constructor(parts: { world: World; store: Store; bus: Bus; bounds: CannedBounds }) {
    this.#parts = parts;
  }

  /** The shared ones and one's own. */
  async of(by: Writer): Promise<CannedItem[]> {
    return this.#parts.store.cannedFor(by.id);
  }

  /** Adds them all, or none. */
  async add(by: Writer, wishes: readonly CannedWish[]): Promise<CannedItem[]> {
    const { world, store, bounds } = this.#parts;
    const items = wishes.map(({ kind, shared, ...words }): CannedItem => {
      const owner = shared ? {} : { owner: by.id };
      mustBeAllowed(owner, by);
      const checked = this.#checked(kind, words);
      return { id: world.newId(), kind, ...owner, ...checked, uses: 0, createdAt: world.now() };
    });
    if (!(await store.addCanned(items, bounds.cannedItems))) {
      throw new ChatError(
        "not-allowed",
        `There can be ${bounds.cannedItems} shared ones, and as many of each operator's own; --canned raises the bound.`,
      );
    }
    this.#announce(items);
    return items;
  }

  async change(by: Writer, id: string, words: CannedWords): Promise<CannedItem> {
    const item = await this.#changeable(by, id);
    const changed = await this.#parts.store.changeCanned(id, this.#checked(item.kind, words));
    if (changed === undefined) throw missing();
    this.#announce([changed]);
    return changed;
  }

  async remove(by: Writer, id: string): Promise<void> {
    const item = await this.#changeable(by, id);
    await this.#parts.store.removeCanned(id);
    this.#announce([item]);
  }

  /** Counts that it was put into a chat. Told to nobody: the count is for the next look. */
  async use(by: Writer, id: string): Promise<void> {
    await this.#visible(by, id);
    await this.#parts.store.countCannedUse(id);
  }

  async #changeable(by: Writer, id: string): Promise<CannedItem> {
    const item = await this.#visible(by, id);
    mustBeAllowed(item, by);
    return item;
  }

  /** Somebody else's own is told from one that never was by nobody. */
  async #visible(by: Writer, id: string): Promise<CannedItem> {
    const item = await this.#parts.store.cannedItem(id);
    if (item === undefined || (item.owner !== undefined && item.owner !== by.id)) throw missing();
    return item;
  }

  #checked(kind: CannedItem["kind"], { folder, title, text }: CannedWords): CannedWords {
    const { textLength, urlLength } = this.#parts.bounds;
    const words = checkText(text, kind === "url" ? urlLength : textLength);
    if (kind === "url") checkUrl(words);
    return {
      folder: folder.trim() === "" ? "" : checkText(folder, NAME_LENGTH),
      title: checkText(title, NAME_LENGTH),
      text: words,
    };
  }

  #announce(items: readonly CannedItem[]): void {
    for (const owner of new Set(items.map((item) => item.owner)))
      this.#parts.bus.announce({ type: "canned", ...(owner === undefined ? {} : { operator: owner }) });
  }
}

/** The part of the configuration that bounds them. */
export type CannedBounds = Pick<ChatBounds, "textLength" | "urlLength" | "cannedItems">;

/** One's own by oneself; what is shared by the owner of the account and administrators. */
function mustBeAllowed({ owner }: Pick<CannedItem, "owner">, by: Writer): void {
  const allowed = owner === undefined ? by.role === "owner" || by.role === "administrator" : owner === by.id;
  if (!allowed) throw new ChatError("not-allowed", "Only the owner and administrators can change what is shared.");
}

/** Whether it is an address is known when it is pushed, on a page; what can never be one is refused here. */
function checkUrl(text: string): void {
  const bare = text.replaceAll(VARIABLE, "x");
  if (/\s/.test(bare)) throw new ChatError("url-not-allowed", "An address has no spaces.");
  if (OTHER_SCHEME.test(bare)) throw new ChatError("url-not-allowed", "Only http and https addresses can be pushed.");
}

function missing(): ChatError {
  return new ChatError("not-found", "There is no such canned message or URL any more.");
}
