import type { Bus } from "../../chat/bus.ts";
import { ChatError } from "../../chat/error.ts";
import { allowsOrigin, type Site, type SiteChange } from "../../chat/site.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";

/** What a new site is made of. */
type SiteWish = Pick<Site, "name" | "origins" | "typingPreviews">;

interface Parts {
  store: Store;
  bus: Bus;
  world: World;
  /** Most sites, all in all. */
  most: number;
  /** Where this server itself is reached. */
  ownOrigins(): readonly string[];
}

/** The sites, at hand: every visitor's first message needs one. The store remains the truth. */
export class Sites {
  readonly #parts: Parts;
  /** Oldest first. */
  #sites: readonly Site[] = [];
  #stopListening: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads the sites, once, before anybody connects, and from then on learns of changes. */
  async load(): Promise<void> {
    this.#stopListening = this.#parts.bus.listen((announcement) => {
      if (announcement.type === "sites") this.#learn(announcement.sites);
    });
    this.#learn(await this.#parts.store.sites());
  }

  close(): void {
    this.#stopListening();
  }

  all(): readonly Site[] {
    return this.#sites;
  }

  /** The oldest site, whose widget the demo shop carries; none before the set-up. */
  first(): Site | undefined {
    return this.#sites[0];
  }

  byKey(key: string): Site | undefined {
    return this.#sites.find((site) => site.key === key);
  }

  byId(id: string): Site | undefined {
    return this.#sites.find((site) => site.id === id);
  }

  /** Whether a page of this origin may run the site's widget. The demo shop is the first site's, wherever this server is reached. */
  allows(site: Site, origin: string): boolean {
    if (allowsOrigin(site, origin)) return true;
    return site.id === this.first()?.id && this.#parts.ownOrigins().includes(origin);
  }

  /** A site that is not in the store yet. */
  make(wish: SiteWish): Site {
    const { world } = this.#parts;
    return { id: world.newId(), key: world.newId(), ...wish, createdAt: world.now() };
  }

  async add(wish: SiteWish): Promise<Site> {
    const { store, most } = this.#parts;
    if (this.#sites.length >= most)
      throw new ChatError("not-allowed", `There can be ${most} sites; --sites raises the bound.`);
    const site = await store.addSite(this.make(wish));
    await this.announce();
    return site;
  }

  async change(id: string, wish: SiteChange): Promise<Site> {
    const site = await this.#parts.store.changeSite(id, wish);
    if (site === undefined) throw new ChatError("not-found", "There is no such site.");
    await this.announce();
    return site;
  }

  /** Tells every node what the store holds now. */
  async announce(): Promise<void> {
    const sites = await this.#parts.store.sites();
    this.#learn(sites);
    this.#parts.bus.announce({ type: "sites", sites });
  }

  #learn(sites: readonly Site[]): void {
    this.#sites = [...sites].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  }
}
