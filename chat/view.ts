import type { Directory } from "./directory.ts";
import { must } from "./error.ts";
import type { RowFilter } from "./row-filter.ts";
import type { RowIndex } from "./row-index.ts";
import type { RowSort } from "./row-order.ts";
import { isMove, type Row } from "./row.ts";
import type { Counts, SiteVisitors } from "./site-visitors.ts";
import type { Visitor } from "./visitor.ts";

/** The part of a site's visitor list that one operator's screen shows. */
export interface ViewWindow {
  site: string;
  filter: RowFilter;
  sort: RowSort;
  /** Place of the first row, from 0. */
  first: number;
  count: number;
}

/** A window's content at first, and after that what has changed in it since the frame before. */
export interface ViewFrame {
  /** True for the first frame of a window: what was there before is to be forgotten. */
  fresh: boolean;
  first: number;
  count: number;
  /** How many rows pass the filter. */
  total: number;
  counts: Counts;
  /** The visitors of the window from top to bottom, if that has changed. A row that it does not name is to be forgotten. */
  order?: number[];
  /** The rows that are new in the window, or not what they were. */
  rows: Readonly<Visitor>[];
  /** The rows of which nothing but the page has changed. */
  moved: Readonly<Visitor>[];
}

/**
 * One operator's live window on the directory. Nothing is computed until somebody asks for a frame, and a frame costs what
 * the window holds, however many visitors there are. Views with the same filter and sort share what is kept in order for them.
 */
export class View {
  readonly #directory: Directory;
  #window: ViewWindow;
  #site: SiteVisitors;
  #index: RowIndex;
  #fresh = true;
  #hasRepeat = false;
  /** What the last frame said. */
  #version = 0;
  #total = 0;
  #counts: Counts | undefined;
  #order: number[] = [];
  #rows = new Map<number, Row>();

  constructor(directory: Directory, window: ViewWindow) {
    this.#directory = directory;
    this.#window = window;
    this.#site = directory.site(window.site);
    this.#index = this.#site.hold(window.filter, window.sort);
  }

  /** Turns to another window (another part, filter, sort or site); the next frame is fresh. */
  change(window: ViewWindow): void {
    const site = this.#directory.site(window.site);
    // The new one is held before the old one is let go of: if they are the same, it is not built again.
    const index = site.hold(window.filter, window.sort);
    this.close();
    this.#window = window;
    this.#site = site;
    this.#index = index;
    this.#fresh = true;
    this.#order = [];
    this.#rows = new Map();
  }

  /** Has the next frame carry a visitor's row, if it is in the window, although the directory has not changed it. */
  repeat(visitor: number): void {
    if (this.#rows.delete(visitor)) this.#hasRepeat = true;
  }

  /** What has changed since the last frame; undefined when nothing has. To be called at each tick. */
  frame(): ViewFrame | undefined {
    this.#index.advance();
    const counts = this.#site.counts();
    const hasNews = this.#fresh || this.#hasRepeat || this.#index.version !== this.#version;
    if (!hasNews && isSame(counts, this.#counts)) return undefined;
    const { first, count } = this.#window;
    const total = this.#index.total;
    const news = hasNews ? this.#look() : { rows: [], moved: [] };
    if (
      !this.#fresh &&
      news.rows.length === 0 &&
      news.moved.length === 0 &&
      !news.order &&
      total === this.#total &&
      isSame(counts, this.#counts)
    ) {
      return undefined;
    }
    const frame = { fresh: this.#fresh, first, count, total, counts, ...news };
    this.#fresh = false;
    this.#total = total;
    this.#counts = counts;
    return frame;
  }

  /** To be called once, when nobody looks any more. */
  close(): void {
    this.#site.letGo(this.#window.filter, this.#window.sort);
  }

  /** Compares the window with what the last frame said. */
  #look(): Pick<ViewFrame, "order" | "rows" | "moved"> {
    const order = this.#index.slice(this.#window.first, this.#window.count);
    const seen = new Map<number, Row>();
    const rows: Row[] = [];
    const moved: Row[] = [];
    for (const visitor of order) {
      const { row } = must(this.#site.get(visitor), "a visitor of the index");
      seen.set(visitor, row);
      const before = this.#rows.get(visitor);
      if (before !== row) (before !== undefined && isMove(before, row) ? moved : rows).push(row);
    }
    const isMoved = this.#fresh || order.length !== this.#order.length || order.some((it, i) => it !== this.#order[i]);
    this.#version = this.#index.version;
    this.#hasRepeat = false;
    this.#order = order;
    this.#rows = seen;
    return isMoved ? { order, rows, moved } : { rows, moved };
  }
}

function isSame(a: Counts, b: Counts | undefined): boolean {
  return (
    a.online === b?.online &&
    a.invited === b.invited &&
    a.requesting === b.requesting &&
    a.chatting === b.chatting &&
    a.waitingSince === b.waitingSince
  );
}
