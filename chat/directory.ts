import { ChatError, must } from "./error.ts";
import { Pool } from "./pool.ts";
import { isSame, Row } from "./row.ts";
import { type Counts, SiteVisitors } from "./site-visitors.ts";
import { Presence, Tab } from "./tab.ts";
import type { Arrival, Page, Visited, Visitor, VisitorState } from "./visitor.ts";
import type { World } from "./world.ts";

export interface DirectoryBounds {
  /** How many visitors of all sites may be here at once. */
  visitors: number;
  /** How many tabs of one visitor are told apart. */
  tabsPerVisitor: number;
  /** How many pages of each visit are kept. */
  pagesKept: number;
  /** How long a visitor whose last tab has left stays: a page change is not a leaving. */
  graceMs: number;
}

/**
 * Who is here now, of all sites. Nothing of it is stored. Rows that it gives are never changed afterwards: after a change
 * `get` gives another one, and `===` says whether there was a change. What is said of a visitor or a tab that is not here is
 * ignored, since word of their leaving may be under way.
 */
export class Directory {
  readonly #world: World;
  readonly #bounds: DirectoryBounds;
  readonly #sites = new Map<string, SiteVisitors>();
  readonly #pool = new Pool();
  /** Tabs without a line, in the order in which they left. */
  readonly #leaving = new Set<Tab>();
  #size = 0;

  constructor(world: World, bounds: DirectoryBounds) {
    this.#world = world;
    this.#bounds = bounds;
  }

  /** How many visitors are here, of all sites. */
  get size(): number {
    return this.#size;
  }

  /** Whether there is no room for one more visitor. */
  get isFull(): boolean {
    return this.#size >= this.#bounds.visitors;
  }

  /**
   * A tab has opened a line. Each call is followed by one `leave` when that line closes; the line of the tab's next page may
   * come before the end of the last one's. Throws `overloaded` when there is no room for one more visitor or tab.
   */
  arrive(arrival: Arrival): Readonly<Visitor> {
    const known = this.#presence(arrival.site, arrival.visitor);
    if (known === undefined) return this.#welcome(arrival);
    const row = this.#refreshed(known.row, arrival);
    const page = this.#page(arrival.page);
    const tab = known.tab(arrival.tab);
    if (tab === undefined) {
      this.#makeRoom(known);
      if (page.url !== row.page.url) {
        row.pages++;
        known.visit(page, this.#world.now(), this.#bounds.pagesKept);
      }
      known.add(new Tab(arrival.tab, known, page, this.#world.now(), arrival.looking));
    } else {
      if (tab.lines === 0) this.#leaving.delete(tab);
      tab.lines++;
      tab.looking = arrival.looking;
      if (this.#turn(tab, page)) row.pages++;
      if (tab.looking) known.lookAt(tab);
    }
    return this.#show(known, row);
  }

  /** A tab has moved to another page, or its page has another title. */
  move(site: string, visitor: number, tabId: string, page: Page): void {
    const presence = this.#presence(site, visitor);
    const tab = presence?.tab(tabId);
    if (presence === undefined || tab === undefined) return;
    const row = copy(presence.row);
    if (this.#turn(tab, this.#page(page))) row.pages++;
    if (tab.looking) presence.lookAt(tab);
    this.#show(presence, row);
  }

  /** A tab has come to the front, or is not looked at any more. */
  look(site: string, visitor: number, tabId: string, looking: boolean): void {
    const presence = this.#presence(site, visitor);
    const tab = presence?.tab(tabId);
    if (presence === undefined || tab === undefined || tab.looking === looking) return;
    tab.looking = looking;
    presence.lookAt(tab);
    this.#show(presence, copy(presence.row));
  }

  /** A line of a tab has closed; see `arrive`. */
  leave(site: string, visitor: number, tabId: string): void {
    const presence = this.#presence(site, visitor);
    const tab = presence?.tab(tabId);
    if (presence === undefined || tab === undefined || tab.lines === 0) return;
    tab.lines--;
    if (tab.lines > 0) return;
    tab.leftAt = this.#world.now();
    this.#leaving.add(tab);
    this.#show(presence, copy(presence.row));
  }

  /** Lets those go whose grace is over. To be called about once a second. */
  tick(): { gone: Readonly<Visitor>[] } {
    const now = this.#world.now();
    const gone: Row[] = [];
    for (const tab of this.#leaving) {
      // The rest left later. A tab that left in the future did so before the clock was set back, and goes.
      if (tab.leftAt <= now && now < tab.leftAt + this.#bounds.graceMs) break;
      this.#leaving.delete(tab);
      tab.owner.drop(tab);
      if (tab.owner.tabs.length > 0) {
        this.#show(tab.owner, copy(tab.owner.row));
      } else {
        this.site(tab.owner.row.site).remove(tab.owner);
        this.#size--;
        gone.push(tab.owner.row);
      }
    }
    return { gone };
  }

  setState(site: string, visitor: number, state: VisitorState): void {
    const presence = this.#presence(site, visitor);
    if (presence !== undefined) this.#put(presence, new Row(presence.row, state));
  }

  /** What is not given stays. */
  rename(site: string, visitor: number, given: Pick<Arrival, "name" | "email" | "attributes">): void {
    const presence = this.#presence(site, visitor);
    if (presence !== undefined) this.#put(presence, Object.assign(copy(presence.row), given));
  }

  /** The name found for an address, unless the visitor has moved to another address since it was looked up. */
  setHostName(site: string, visitor: number, address: string, hostName: string): void {
    const presence = this.#presence(site, visitor);
    if (presence?.row.address === address) this.#put(presence, Object.assign(copy(presence.row), { hostName }));
  }

  /** A chat with the visitor is over, just now or long ago. */
  setChatted(site: string, visitor: number): void {
    const presence = this.#presence(site, visitor);
    if (presence !== undefined) this.#put(presence, Object.assign(copy(presence.row), { chatted: true as const }));
  }

  get(site: string, visitor: number): Readonly<Visitor> | undefined {
    return this.#presence(site, visitor)?.row;
  }

  /** The pages of the visit, oldest first, as many as are kept; none of a visitor who is not here. */
  trail(site: string, visitor: number): readonly Visited[] {
    return this.#presence(site, visitor)?.trail() ?? [];
  }

  /** The connected tab last looked at: the one in which to show an invitation or a pushed page. */
  tabToShow(site: string, visitor: number): string | undefined {
    return this.#presence(site, visitor)?.reachable()?.id;
  }

  /** How many visitors of the site are here. */
  count(site: string): number {
    return this.#sites.get(site)?.size ?? 0;
  }

  counts(site: string): Counts {
    return this.site(site).counts();
  }

  /** Everybody who is on the site, in no order. */
  visitors(site: string): Iterable<Readonly<Visitor>> {
    return this.site(site).rows();
  }

  /** What a view looks at. */
  site(id: string): SiteVisitors {
    const known = this.#sites.get(id);
    if (known !== undefined) return known;
    const site = new SiteVisitors(() => this.#world.now());
    this.#sites.set(id, site);
    return site;
  }

  #presence(site: string, visitor: number): Presence | undefined {
    return this.#sites.get(site)?.get(visitor);
  }

  #welcome(arrival: Arrival): Row {
    if (this.isFull) {
      throw new ChatError(
        "overloaded",
        "More visitors are here than the chat has room for. Please try again in a minute.",
      );
    }
    const now = this.#world.now();
    const { site, visitor, visits, pages } = arrival;
    const page = this.#page(arrival.page);
    const visit = { site, visitor, visits, pages, page, pageAt: now, arrivedAt: now - arrival.elapsedMs, tabs: 1 };
    const cameFrom = this.#pool.share(arrival.cameFrom);
    const campaign = arrival.campaign === undefined ? {} : { campaign: this.#pool.share(arrival.campaign) };
    const row = new Row({ ...visit, ...this.#person(arrival), cameFrom, ...campaign }, { status: "online" });
    const presence = new Presence(row);
    presence.add(new Tab(arrival.tab, presence, page, now, arrival.looking));
    this.site(site).add(presence);
    this.#size++;
    return row;
  }

  /** What may be another at each arrival of the same visitor: the telephone leaves the house, the shop learns the name. */
  #person(arrival: Arrival) {
    const share = (text: string) => this.#pool.share(text);
    return {
      address: arrival.address,
      browser: share(arrival.browser),
      device: share(arrival.device),
      language: share(arrival.language),
      timeZone: share(arrival.timeZone),
      ...(arrival.name !== undefined && { name: arrival.name }),
      ...(arrival.email !== undefined && { email: arrival.email }),
      ...(arrival.attributes !== undefined && { attributes: arrival.attributes }),
      ...(arrival.country !== undefined && { country: share(arrival.country) }),
      ...(arrival.countryGuessed !== undefined && { countryGuessed: arrival.countryGuessed }),
    };
  }

  #refreshed(known: Row, arrival: Arrival): Row {
    const { hostName, country: _, countryGuessed: __, ...rest } = known;
    const visits = Math.max(known.visits, arrival.visits);
    const row = new Row({ ...rest, ...this.#person(arrival), visits }, known);
    if (hostName !== undefined && known.address === arrival.address) row.hostName = hostName;
    return row;
  }

  #page({ url, title }: Page): Page {
    return { url: this.#pool.share(url), title: this.#pool.share(title) };
  }

  /** Makes room for one more tab by forgetting one that has left. */
  #makeRoom(presence: Presence): void {
    if (presence.tabs.length < this.#bounds.tabsPerVisitor) return;
    const left = presence.tabs.find((tab) => tab.lines === 0);
    if (left === undefined) throw new ChatError("overloaded", "Too many tabs of this shop are open. Please close one.");
    this.#leaving.delete(left);
    presence.drop(left);
  }

  /** Brings the row into line with the tabs, and shows it to the site if it is not what it was. */
  #show(presence: Presence, row: Row): Row {
    const shown = must(presence.shown(), "a visitor with a tab");
    // Two tabs on one page have two objects for it; that is no change.
    if (row.page.url !== shown.page.url || row.page.title !== shown.page.title) row.page = shown.page;
    row.pageAt = shown.pageAt;
    row.tabs = presence.connected();
    return this.#put(presence, row);
  }

  /** Puts a tab on a page; true when that is another page, not only another title. */
  #turn(tab: Tab, page: Page): boolean {
    const now = this.#world.now();
    const isOther = tab.page.url !== page.url;
    if (isOther || tab.page.title !== page.title) {
      tab.owner.visit(page, now, this.#bounds.pagesKept);
      tab.page = page;
    }
    if (isOther) tab.pageAt = now;
    return isOther;
  }

  #put(presence: Presence, row: Row): Row {
    if (!isSame(row, presence.row)) this.site(row.site).replace(presence, row);
    return presence.row;
  }
}

function copy(row: Row): Row {
  return new Row(row, row);
}
