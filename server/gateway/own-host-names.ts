import type { Visitor } from "../../chat/visitor.ts";
import type { HostNames } from "./host-names.ts";

type Place = Pick<Visitor, "site" | "visitor" | "address">;

interface Held {
  place: Place;
  /** Missing while it is looked up. */
  name?: string;
}

/**
 * The host names that one window of an operator's console shows because the operator prefers to see them. Only what the window shows is
 * looked up, and no colleague sees it: a name that somebody asked for by hand stands in the visitor's row, for everybody.
 */
export class OwnHostNames {
  readonly #hostNames: HostNames;
  readonly #most: number;
  readonly #onName: (place: Place) => void;
  /** By site and visitor, those first asked for first. */
  readonly #held = new Map<string, Held>();

  constructor(hostNames: HostNames, most: number, onName: (place: Place) => void) {
    this.#hostNames = hostNames;
    this.#most = most;
    this.#onName = onName;
  }

  /** The name of a visitor's address, if it is known; otherwise it is looked up, and told when it is found. */
  of({ site, visitor, address }: Place): string | undefined {
    const key = `${site}/${visitor}`;
    const held = this.#held.get(key);
    if (held?.place.address === address) return held.name;
    const place = { site, visitor, address };
    void this.#lookUp(key, { place });
    return undefined;
  }

  /** The visitors of a site whose name, as it was shown, holds the text; none for no text. */
  holding(site: string, text: string): number[] {
    const wanted = text.toLowerCase();
    if (wanted === "") return [];
    const all = [...this.#held.values()].filter(({ place }) => place.site === site);
    return all.filter(({ name }) => name?.toLowerCase().includes(wanted)).map(({ place }) => place.visitor);
  }

  clear(): void {
    this.#held.clear();
  }

  async #lookUp(key: string, held: Held): Promise<void> {
    this.#held.delete(key);
    this.#held.set(key, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > this.#most && oldest !== undefined) this.#held.delete(oldest);
    const name = await this.#hostNames.of(held.place.address);
    if (this.#held.get(key) !== held) return;
    // Whoever did not answer is asked again when the row is next shown; that there is no name is known without asking.
    if (name === undefined) return void this.#held.delete(key);
    held.name = name;
    this.#onName(held.place);
  }
}
