import type { Directory } from "../../chat/directory.ts";
import { ChatError } from "../../chat/error.ts";
import type { Remark } from "../../chat/remark.ts";
import { RemarkBook } from "../../chat/remark-book.ts";
import { View, type ViewFrame } from "../../chat/view.ts";
import type { Visitor } from "../../chat/visitor.ts";
import type { ToOperator } from "../../protocol/server-to-operator.ts";
import type { ListWindow } from "../../protocol/visitor-list.ts";
import { placeOf } from "./hub.ts";
import { remarkForItsOperator, visitorForOperator } from "./present.ts";

/** A visitor whom the window follows. */
interface Watched {
  site: string;
  visitor: number;
  /** The row last told (rows are replaced, never changed), or undefined when the visitor was told gone. */
  told: Readonly<Visitor> | undefined | "nothing";
}

/** Most visitors that one window may follow at once. */
const MOST_WATCHED = 200;

/** The visitors as one window of one operator's console sees them: its part of the list, those it follows, and the operator's own remarks. */
export class OwnList {
  readonly #directory: Directory;
  readonly #send: (frame: ToOperator) => void;
  readonly #remarks = new RemarkBook();
  readonly #watched = new Map<string, Watched>();
  /** What the console asked for, and what that shows. */
  #window: ListWindow | undefined;
  #view: View | undefined;
  #isClosed = false;

  constructor(directory: Directory, send: (frame: ToOperator) => void) {
    this.#directory = directory;
    this.#send = send;
  }

  /** What the operator has remarked so far. */
  load(remarks: readonly Remark[]): void {
    this.#remarks.load(remarks);
    if (this.#window !== undefined) this.look(this.#window); // asked for before the remarks were here
  }

  remark(site: string, visitor: number): string | undefined {
    return this.#remarks.of(site, visitor);
  }

  /** The operator has set a remark, in this window or another. */
  remarkSet(remark: Remark): void {
    this.#remarks.heard(remark);
    this.#send(remarkForItsOperator(remark));
    if (this.#window?.site !== remark.site) return;
    // A filter may find the visitor now, or no more.
    if (this.#window.filter.text !== "") this.look(this.#window);
    else this.#view?.repeat(remark.visitor);
  }

  /** Shows a window of the list from its beginning. */
  look(window: ListWindow): void {
    if (this.#isClosed) return;
    this.#window = window;
    const also = this.#remarks.holding(window.site, window.filter.text);
    const wish = { ...window, filter: { ...window.filter, also } };
    if (this.#view === undefined) this.#view = new View(this.#directory, wish);
    else this.#view.change(wish);
    this.#tellRows();
  }

  lookAway(): void {
    this.#view?.close();
    this.#view = undefined;
    this.#window = undefined;
  }

  watch(site: string, visitor: number): void {
    const place = placeOf(site, visitor);
    if (this.#watched.size >= MOST_WATCHED && !this.#watched.has(place)) {
      throw new ChatError("overloaded", "Too many visitors are followed in this window: please close some chats.");
    }
    const watched: Watched = { site, visitor, told: "nothing" };
    this.#watched.set(place, watched);
    this.#tellWatched(watched);
  }

  unwatch(site: string, visitor: number): void {
    this.#watched.delete(placeOf(site, visitor));
  }

  /** Called at each tick: sends what changed in the window and of the watched visitors. */
  tick(): void {
    this.#tellRows();
    for (const watch of this.#watched.values()) this.#tellWatched(watch);
  }

  close(): void {
    this.#isClosed = true;
    this.lookAway();
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
  }

  #rowsFrame({ first, count, total, counts, order, rows, fresh }: ViewFrame): ToOperator {
    return {
      type: "rows",
      window: { first, count },
      total,
      counts,
      fresh,
      ...(order === undefined ? {} : { order }),
      rows: rows.map((row) => this.#row(row)),
    };
  }

  #row(visitor: Readonly<Visitor>) {
    return visitorForOperator(visitor, this.#remarks.of(visitor.site, visitor.visitor));
  }
}
