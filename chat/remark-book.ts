import type { Remark } from "./remark.ts";

/** One operator's remarks, at hand for the rows that are shown to that operator. */
export class RemarkBook {
  readonly #sites = new Map<string, Map<number, string>>();
  #isLoaded = false;

  /** The one on a visitor, if there is one. */
  of(site: string, visitor: number): string | undefined {
    return this.#sites.get(site)?.get(visitor) || undefined;
  }

  /** The visitors of a site whose remark holds the text, whatever the case; none for no text. In the order of their numbers. */
  holding(site: string, text: string): number[] {
    const wanted = text.toLowerCase();
    if (wanted === "") return [];
    const found: number[] = [];
    for (const [visitor, remark] of this.#sites.get(site) ?? []) {
      if (remark.toLowerCase().includes(wanted)) found.push(visitor);
    }
    return found.sort((one, other) => one - other);
  }

  /** A remark was set or taken away. */
  heard({ site, visitor, text }: Remark): void {
    const remarks = this.#sites.get(site) ?? new Map<number, string>();
    this.#sites.set(site, remarks);
    // What is read from the store may be older than what was heard meanwhile: until then it is to be known that there is none.
    if (text === "" && this.#isLoaded) remarks.delete(visitor);
    else remarks.set(visitor, text);
  }

  /** What the store holds, which may be older than what was heard since it was asked. */
  load(stored: readonly Remark[]): void {
    for (const remark of stored) {
      if (this.#sites.get(remark.site)?.has(remark.visitor) !== true) this.heard(remark);
    }
    for (const remarks of this.#sites.values()) {
      for (const [visitor, text] of remarks) if (text === "") remarks.delete(visitor);
    }
    this.#isLoaded = true;
  }
}
