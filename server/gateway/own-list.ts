import type { Directory } from "../../chat/directory.ts";
import { ChatError } from "../../chat/error.ts";
import { FilterCounts } from "../../chat/filter-counts.ts";
import type { RowFilter } from "../../chat/row-filter.ts";
import type { Remark } from "../../chat/remark.ts";
import { RemarkBook } from "../../chat/remark-book.ts";
import { View, type ViewFrame } from "../../chat/view.ts";
import type { Visitor } from "../../chat/visitor.ts";
import type { ToOperator } from "../../protocol/server-to-operator.ts";
import type { ListFilter, ListWindow } from "../../protocol/visitor-list.ts";
import type { GatewayBounds } from "./bounds.ts";
import type { HostNames } from "./host-names.ts";
import { OwnHostNames } from "./own-host-names.ts";
import { detailsForOperator, movedForOperator, remarkForItsOperator, visitorForOperator } from "./present.ts";

/** A visitor whom the window follows. */
interface Watched {
  site: string;
  visitor: number;
  /** The row last told (rows are replaced, never changed); undefined when the visitor was told gone; "nothing" when it is to be told again. */
  told: Readonly<Visitor> | undefined | "nothing";
  /** The details last told, as text. */
  details: string;
}

interface Parts {
  directory: Directory;
  hostNames: HostNames;
  bounds: Pick<GatewayBounds, "savedFilters" | "hostNames" | "hostNamesKept">;
}

/** Most visitors that one window may follow at once. */
const MOST_WATCHED = 200;

/** The visitors as one window of one operator's console sees them: its part of the list, those it follows, and the operator's own remarks. */
export class OwnList {
  readonly #directory: Directory;
  readonly #bounds: Parts["bounds"];
  readonly #send: (frame: ToOperator) => void;
  readonly #remarks = new RemarkBook();
  readonly #names: OwnHostNames;
  /** Names have come since the filters were counted. */
  #hasNewNames = false;
  readonly #watched = new Map<string, Watched>();
  /** What the console asked for, and what that shows. */
  #window: ListWindow | undefined;
  #view: View | undefined;
  readonly #counts: FilterCounts;
  /** The filters that the console wants to be counted. */
  #counted: { site: string; filters: readonly ListFilter[] } | undefined;
  #isClosed = false;

  constructor(parts: Parts, send: (frame: ToOperator) => void) {
    const { directory, hostNames, bounds } = parts;
    this.#directory = directory;
    this.#names = new OwnHostNames(hostNames, bounds.hostNamesKept, ({ site, visitor }) => this.#named(site, visitor));
    this.#counts = new FilterCounts(directory);
    this.#bounds = bounds;
    this.#send = send;
  }

  /** What the operator has remarked so far. */
  load(remarks: readonly Remark[]): void {
    this.#remarks.load(remarks);
    // Asked for before the remarks were here.
    if (this.#window !== undefined) this.look(this.#window);
    this.#recount();
  }

  /** The operator's own, on a visitor. */
  remark(site: string, visitor: number): string | undefined {
    return this.#remarks.of(site, visitor);
  }

  /** The operator has set a remark, in this window or another. */
  remarkSet(remark: Remark): void {
    this.#remarks.heard(remark);
    this.#send(remarkForItsOperator(remark));
    if (this.#counted?.filters.some(({ text }) => text !== "") === true) this.#recount();
    if (this.#window?.site !== remark.site) return;
    // A filter may find the visitor now, or no more.
    if (this.#window.filter.text !== "") this.look(this.#window);
    else this.#view?.repeat(remark.visitor);
  }

  /** Shows a window of the list from its beginning. */
  look(window: ListWindow): void {
    if (this.#isClosed) return;
    const showedNames = this.#showsNames(this.#window);
    this.#window = window;
    if (this.#showsNames(window) !== showedNames) this.#showNamesAnew();
    const wish = { ...window, filter: this.#withOwn(window.site, window.filter) };
    if (this.#view === undefined) this.#view = new View(this.#directory, wish);
    else this.#view.change(wish);
    this.#tellRows();
  }

  /** The list is not on the screen: nothing of it is told any more. */
  lookAway(): void {
    this.#view?.close();
    this.#view = undefined;
    this.#window = undefined;
  }

  /** Counts the visitors who pass each filter, up to as many filters as are counted. */
  count(site: string, filters: readonly ListFilter[]): void {
    if (this.#isClosed) return;
    this.#counted = { site, filters: filters.slice(0, this.#bounds.savedFilters) };
    this.#recount();
    this.#tellCounts();
  }

  /** Follows a visitor, in the window or not: their row and details are told whenever they change. Throws `overloaded`. */
  watch(site: string, visitor: number): void {
    const place = placeOf(site, visitor);
    if (this.#watched.size >= MOST_WATCHED && !this.#watched.has(place)) {
      throw new ChatError("overloaded", "Too many visitors are followed in this window: please close some chats.");
    }
    const watched: Watched = { site, visitor, told: "nothing", details: "" };
    this.#watched.set(place, watched);
    this.#tellWatched(watched);
  }

  unwatch(site: string, visitor: number): void {
    this.#watched.delete(placeOf(site, visitor));
  }

  /** Called at each tick: sends what changed in the window and of the watched visitors. */
  tick(): void {
    this.#tellRows();
    if (this.#hasNewNames) this.#recount();
    this.#hasNewNames = false;
    this.#tellCounts();
    for (const watch of this.#watched.values()) this.#tellWatched(watch);
  }

  close(): void {
    this.#isClosed = true;
    this.#counts.close();
    this.#names.clear();
    this.lookAway();
  }

  #recount(): void {
    if (this.#counted === undefined) return;
    const { site, filters } = this.#counted;
    this.#counts.count(
      site,
      filters.map((filter) => this.#withOwn(site, filter)),
    );
  }

  /** A filter's text also finds what this operator alone sees: the remarks, and the host names that were shown. */
  #withOwn(site: string, filter: ListFilter): RowFilter {
    const found = new Set([...this.#remarks.holding(site, filter.text), ...this.#names.holding(site, filter.text)]);
    return { ...filter, also: [...found].sort((one, other) => one - other) };
  }

  #showsNames(window: ListWindow | undefined): boolean {
    return window?.hostNames === true && this.#bounds.hostNames === "all";
  }

  /** The operator wants to see host names now, or no longer: those of whom the chats are open as well. */
  #showNamesAnew(): void {
    this.#names.clear();
    for (const watched of this.#watched.values()) watched.told = "nothing";
  }

  /** A name was found for a visitor who is shown. */
  #named(site: string, visitor: number): void {
    if (this.#window?.site === site) this.#view?.repeat(visitor);
    const watched = this.#watched.get(placeOf(site, visitor));
    if (watched !== undefined) watched.told = "nothing";
    this.#hasNewNames = true;
  }

  #tellCounts(): void {
    const totals = this.#counts.news();
    if (totals !== undefined) this.#send({ type: "counted", site: this.#counted?.site ?? "", totals });
  }

  #tellRows(): void {
    const frame = this.#view?.frame();
    if (frame !== undefined) this.#send(this.#rowsFrame(frame));
  }

  #tellWatched(watched: Watched): void {
    const { site, visitor } = watched;
    const found = this.#directory.get(site, visitor);
    if (found === watched.told) return;
    watched.told = found;
    this.#send({ type: "visitor", site, visitor, ...(found === undefined ? {} : { row: this.#row(found) }) });
    if (found === undefined) return;
    const details = detailsForOperator(found, this.#directory.trail(site, visitor));
    const text = JSON.stringify(details);
    if (text === watched.details) return;
    watched.details = text;
    this.#send(details);
  }

  #rowsFrame({ first, count, total, counts, order, rows, moved, fresh }: ViewFrame): ToOperator {
    const knowsMoved = this.#window?.moved === true;
    return {
      type: "rows",
      window: { first, count },
      total,
      counts,
      fresh,
      ...(order === undefined ? {} : { order }),
      rows: (knowsMoved ? rows : [...rows, ...moved]).map((row) => this.#row(row)),
      ...(knowsMoved && moved.length > 0 ? { moved: moved.map(movedForOperator) } : {}),
    };
  }

  #row(visitor: Readonly<Visitor>) {
    const isWanted = visitor.hostName === undefined && this.#showsNames(this.#window);
    const hostName = isWanted ? this.#names.of(visitor) : visitor.hostName;
    return visitorForOperator(visitor, { remark: this.#remarks.of(visitor.site, visitor.visitor), hostName });
  }
}

/** Under which a watched visitor is kept. */
function placeOf(site: string, visitor: number): string {
  return `${site}/${visitor}`;
}
