import type { SqliteConnection } from "./sqlite-connection.ts";
import { answerGroup } from "./sqlite-group.ts";

/** So many calls after it was brought up to date it is again: in one piece that is a few milliseconds of work. */
const MOST_CALLS = 1_000;
/** Or so long after the last call. */
const QUIET_MS = 200;

/**
 * Brings the index of words up to date, after the senders have their answer. Whatever is left undone is found in the file the next time,
 * and whoever searches asks for it first.
 */
export class Indexing {
  readonly #connection: SqliteConnection;
  readonly #timer: NodeJS.Timeout;
  #calls = 0;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    this.#timer = setTimeout(() => this.#index(), QUIET_MS);
  }

  /** To be told of each group. */
  written(calls: number): void {
    this.#calls += calls;
    if (this.#calls >= MOST_CALLS) this.#index();
    else this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #index(): void {
    this.#calls = 0;
    answerGroup(this.#connection, [["indexWords", []]], "begin immediate");
  }
}
