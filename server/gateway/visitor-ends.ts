/** A visitor's tab, as the hub sees it. */
export interface VisitorEnd {
  readonly tab: string;
  /** The tab has said this just now, and needs no more of it than its acknowledgement. */
  hasSaid(message: string): boolean;
  sendText(text: string): void;
  /** The visitor is banned. */
  keepOut(): void;
}

/** The tabs of the visitors on this node. Most visitors have one, and then it stands here bare, without a list around it. */
export class VisitorEnds {
  readonly #sites = new Map<string, Map<number, VisitorEnd | readonly VisitorEnd[]>>();

  add(site: string, visitor: number, end: VisitorEnd): void {
    const visitors = this.#sites.get(site) ?? new Map<number, VisitorEnd | readonly VisitorEnd[]>();
    this.#sites.set(site, visitors);
    const known = this.of(site, visitor);
    visitors.set(visitor, known.length === 0 ? end : [...known, end]);
  }

  remove(site: string, visitor: number, end: VisitorEnd): void {
    const visitors = this.#sites.get(site);
    const left = this.of(site, visitor).filter((each) => each !== end);
    const [first] = left;
    if (first === undefined) visitors?.delete(visitor);
    else visitors?.set(visitor, left.length === 1 ? first : left);
    if (visitors?.size === 0) this.#sites.delete(site);
  }

  /** A visitor's tabs, as they are now. */
  of(site: string, visitor: number): readonly VisitorEnd[] {
    return listOf(this.#sites.get(site)?.get(visitor));
  }

  /** The tabs of everybody on a site. */
  *ofSite(site: string): IterableIterator<VisitorEnd> {
    for (const ends of this.#sites.get(site)?.values() ?? []) yield* listOf(ends);
  }
}

function listOf(ends: VisitorEnd | readonly VisitorEnd[] | undefined): readonly VisitorEnd[] {
  if (ends === undefined) return [];
  return "sendText" in ends ? [ends] : ends;
}
