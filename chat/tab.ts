import type { Row } from "./row.ts";
import type { Page, Visited } from "./visitor.ts";

/** One tab of a visitor. It is kept for the grace after its line has closed, because a page change closes the line as well. */
export class Tab {
  readonly id: string;
  readonly owner: Presence;
  page: Page;
  /** Since when on this page. */
  pageAt: number;
  looking: boolean;
  /** How many lines it has: for a moment two, when the new page's line is quicker than the end of the old one's; 0 = it left. */
  lines = 1;
  /** When its last line closed. */
  leftAt = 0;

  constructor(id: string, owner: Presence, page: Page, pageAt: number, looking: boolean) {
    this.id = id;
    this.owner = owner;
    this.page = page;
    this.pageAt = pageAt;
    this.looking = looking;
  }
}

/** A visitor's current row, and the tabs it is made of. */
export class Presence {
  row: Row;
  /** In the order in which they were looked at, the latest last. Made anew at a change: one that is pushed to keeps room for 16 more. */
  tabs: readonly Tab[] = [];
  /** The pages of the visit, oldest first; not there while there was but one, which is the ordinary case. */
  #trail: Visited[] | undefined;

  constructor(row: Row) {
    this.row = row;
  }

  /** The pages of the visit, oldest first. */
  trail(): readonly Visited[] {
    return this.#trail ?? [{ page: this.row.page, at: this.row.pageAt }];
  }

  /** One of the tabs has gone to a page, or its page has another title. To be called before the row is changed; keeps `most`. */
  visit(page: Page, at: number, most: number): void {
    const trail = (this.#trail ??= [{ page: this.row.page, at: this.row.pageAt }]);
    const last = trail.at(-1);
    if (last?.page.url === page.url) trail[trail.length - 1] = { page, at: last.at };
    else trail.push({ page, at });
    if (trail.length > most) trail.shift();
  }

  tab(id: string): Tab | undefined {
    return this.tabs.find((tab) => tab.id === id);
  }

  /** A tab opened in the background stands behind those that have been looked at. */
  add(tab: Tab): void {
    this.tabs = tab.looking ? this.tabs.concat(tab) : [tab].concat(this.tabs);
  }

  drop(tab: Tab): void {
    this.tabs = this.tabs.filter((other) => other !== tab);
  }

  lookAt(tab: Tab): void {
    if (this.tabs.at(-1) !== tab) this.tabs = this.tabs.filter((other) => other !== tab).concat(tab);
  }

  /**
   * The tab last looked at; one that is still being looked at (two windows side by side) before one that is not. A tab that
   * has left counts until its grace is over, so that a page change does not show another tab's page in between.
   */
  shown(): Tab | undefined {
    return this.tabs.findLast((tab) => tab.looking) ?? this.tabs.at(-1);
  }

  /** The same among those that have a line: where something can be put on the screen. */
  reachable(): Tab | undefined {
    return this.tabs.findLast((tab) => tab.looking && tab.lines > 0) ?? this.tabs.findLast((tab) => tab.lines > 0);
  }

  connected(): number {
    let count = 0;
    for (const tab of this.tabs) if (tab.lines > 0) count++;
    return count;
  }
}
