import type { Arrivals } from "./sqlite-arrivals.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { answerGroup } from "./sqlite-group.ts";

/** When so many messages wait, a round begins that puts them into their places. */
const MOST_WAITING = 2_000;
/** A piece of it, for which the next group waits: a fifth of a millisecond, and larger ones cost hardly less for each message. */
const PIECE = 20;
/** So long after the last call everything is put into its place. */
const QUIET_MS = 200;

/**
 * Puts what has arrived into its place, after the senders have their answer, and brings the index of words up to date. Whoever reads does
 * not wait for it, but asks; what a crash leaves undone is done at the next start.
 */
export class Settling {
  readonly #connection: SqliteConnection;
  readonly #arrivals: Arrivals;
  readonly #timer: NodeJS.Timeout;
  #isRound = false;

  constructor(connection: SqliteConnection, arrivals: Arrivals) {
    this.#connection = connection;
    this.#arrivals = arrivals;
    this.#timer = setTimeout(() => this.settleAll(), QUIET_MS);
  }

  /** To be told of each group. While a round is under way as many go into their places as come, so that what waits is bounded. */
  written(calls: number): void {
    this.#timer.refresh();
    this.#isRound ||= this.#arrivals.count >= MOST_WAITING;
    if (this.#isRound) this.#isRound = !this.#settle(Math.max(calls, PIECE));
  }

  settleAll(): void {
    const answering = { connection: this.#connection, arrivals: this.#arrivals };
    answerGroup(answering, [["indexWords", []]], "begin immediate");
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.settleAll();
  }

  /** One piece. @returns whether the round is through. */
  #settle(most: number): boolean {
    const { database } = this.#connection;
    // It need not be flushed: a crash that loses it has lost nothing that is not kept.
    database.exec("pragma synchronous = normal; begin immediate");
    try {
      const isThrough = this.#arrivals.settle(most);
      database.exec("commit");
      return isThrough;
    } catch {
      if (database.isTransaction) database.exec("rollback");
      this.#arrivals.reload(); // it is tried again, and whoever reads is told what is wrong
      return true;
    } finally {
      database.exec("pragma synchronous = full");
    }
  }
}
