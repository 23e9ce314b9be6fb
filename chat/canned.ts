import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkText } from "./check-text.ts";
import { ChatError } from "./error.ts";
import { type Actor, isAtLeast, may } from "./permissions.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** A canned message or canned URL: what is sent often, written once. */
export interface CannedItem {
  id: string;
  kind: "message" | "url";
  /** The operator whose own it is; without one it is shared. Never changes. */
  owner?: string;
  /** Of what is shared: the department that it is for; without one it is for all. Never changes. */
  department?: string;
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
export type CannedWish = CannedWords & Pick<CannedItem, "kind" | "department"> & { shared: boolean };

interface Parts {
  world: World;
  store: Store;
  bus: Bus;
  bounds: CannedBounds;
  /** Whether there is a department with this id. */
  isDepartment(id: string): boolean;
}

const NAME_LENGTH = 120;
const VARIABLE = /\{[a-z]+\.[a-z]+(?:\|[^{}]*)?\}/g;
/** What readers of addresses would take for another scheme than http and https. */
const OTHER_SCHEME = /^(?!https?:\/\/)[a-z][a-z0-9+-]*:/i;

/**
 * Canned messages and URLs: one's own are nobody else's business; who may change what is shared by all, or by a department, stands in
 * permissions.ts.
 */
export class Canned {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One's own, what is shared by all, and what is shared by one's departments (with a role that may change those: by all). */
  async of(by: Actor): Promise<CannedItem[]> {
    return (await this.#parts.store.cannedFor(by.id)).filter((item) => isFor(item, by));
  }

  /** Adds them all, or none. */
  async add(by: Actor, wishes: readonly CannedWish[]): Promise<CannedItem[]> {
    const { world, store, bounds } = this.#parts;
    const items = wishes.map(({ kind, shared, department, ...words }): CannedItem => {
      const whose = this.#whose(by, shared, department);
      mustBeChangeable(whose, by);
      const checked = this.#checked(kind, words);
      return { id: world.newId(), kind, ...whose, ...checked, uses: 0, createdAt: world.now() };
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

  async change(by: Actor, id: string, words: CannedWords): Promise<CannedItem> {
    const item = await this.#changeable(by, id);
    const changed = await this.#parts.store.changeCanned(id, this.#checked(item.kind, words));
    if (changed === undefined) throw missing();
    this.#announce([changed]);
    return changed;
  }

  async remove(by: Actor, id: string): Promise<void> {
    const item = await this.#changeable(by, id);
    await this.#parts.store.removeCanned(id);
    this.#announce([item]);
  }

  /** Counts that it was put into a chat. Told to nobody: the count is for the next look. */
  async use(by: Actor, id: string): Promise<void> {
    await this.#visible(by, id);
    await this.#parts.store.countCannedUse(id);
  }

  async #changeable(by: Actor, id: string): Promise<CannedItem> {
    const item = await this.#visible(by, id);
    mustBeChangeable(item, by);
    return item;
  }

  #whose(by: Actor, shared: boolean, department: string | undefined): Pick<CannedItem, "owner" | "department"> {
    if (!shared && department !== undefined)
      throw new ChatError("bad-message", "What is for a department is shared; one's own is for nobody else.");
    if (!shared) return { owner: by.id };
    if (department === undefined) return {};
    if (!this.#parts.isDepartment(department))
      throw new ChatError("not-found", "There is no such department any more.");
    return { department };
  }

  /** Somebody else's own is told from one that never was by nobody. */
  async #visible(by: Actor, id: string): Promise<CannedItem> {
    const item = await this.#parts.store.cannedItem(id);
    if (item === undefined || !isFor(item, by)) throw missing();
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

/** Whether it is in this operator's drop-down. */
function isFor({ owner, department }: CannedItem, by: Actor): boolean {
  if (owner !== undefined) return owner === by.id;
  return department === undefined || by.departments.includes(department) || isAtLeast(by.role, "supervisor");
}

function mustBeChangeable({ owner, department }: Pick<CannedItem, "owner" | "department">, by: Actor): void {
  if (owner !== undefined) return; // nobody else gets as far as this
  if (department !== undefined) {
    if (may(by, "canned.share-department", { department })) return;
    throw new ChatError("not-allowed", "Only supervisors and those above them can change what a department shares.");
  }
  if (may(by, "canned.share")) return;
  throw new ChatError("not-allowed", "Only the owner and administrators can change what all share.");
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
