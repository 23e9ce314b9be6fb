import { DatabaseSync, type StatementSync } from "node:sqlite";
import { must } from "../../chat/error.ts";
import type { Compiled, Query } from "./query.ts";
import type { Ask, Steps } from "./steps.ts";

/** How a connection treats its file. */
export interface SqliteTuning {
  /** How long to wait for another program that has the file locked, e.g. a backup. */
  busyTimeoutMs: number;
  /** Pages that each connection keeps in memory. */
  cacheKiB: number;
}

/**
 * After how many pages the log goes back into the file: 32 MB. Whoever writes meanwhile waits ten milliseconds and more for it, with
 * 4,000 pages hardly less and twice as often. With SQLite's own 1,000 many groups would bring it about.
 */
const PAGES_PER_CHECKPOINT = 8_000;

/** A log longer than this is cut back at a checkpoint: a reader that held one up may have let it grow. */
const LONGEST_LOG_BYTES = 64 * 1_024 * 1_024;

type Value = string | number | null;

interface Prepared {
  statement: StatementSync;
  /** The given values that it takes, in order. */
  names: readonly string[];
  columns: readonly string[];
}

/** One connection to the file, in the thread that made it. Everything here blocks. */
export class SqliteConnection {
  readonly database: DatabaseSync;
  readonly #texts: ReadonlyMap<Query<never, unknown>, Compiled>;
  readonly #prepared = new Map<Query<never, unknown>, Prepared>();

  constructor(
    { file, readOnly, tuning }: { file: string; readOnly: boolean; tuning: SqliteTuning },
    texts: ReadonlyMap<Query<never, unknown>, Compiled>,
  ) {
    this.#texts = texts;
    this.database = new DatabaseSync(file, {
      readOnly,
      enableForeignKeyConstraints: true,
      timeout: tuning.busyTimeoutMs,
    });
    this.database.exec(`pragma cache_size = -${tuning.cacheKiB}`);
    if (readOnly) return;
    this.database.exec("pragma journal_mode = wal");
    // An acknowledged message is on disk: the log is flushed at every commit, not only at a checkpoint.
    this.database.exec("pragma synchronous = full");
    this.database.exec(`pragma wal_autocheckpoint = ${PAGES_PER_CHECKPOINT}`);
    this.database.exec(`pragma journal_size_limit = ${LONGEST_LOG_BYTES}`);
  }

  /** Does what a verb asks for and gives what it comes to. */
  follow<T>(steps: Steps<T>): T {
    let step = steps.next();
    while (step.done !== true) step = steps.next(this.#answer(step.value));
    return step.value;
  }

  close(): void {
    this.database.close();
  }

  #answer({ query, given, want }: Ask): unknown {
    const { statement, names, columns } = this.#prepared.get(query) ?? this.#prepare(query);
    const values = names.map((name) => (given as Record<string, Value>)[name] ?? null);
    switch (want) {
      case "all":
        return statement.all(...values).map((row) => toRow(columns, row as unknown as Value[]));
      case "first": {
        const row = statement.get(...values);
        return row && toRow(columns, row as unknown as Value[]);
      }
      case "none":
        return statement.run(...values);
    }
  }

  #prepare(query: Query<never, unknown>): Prepared {
    const { sql, names } = must(this.#texts.get(query), "the text of a query that everyQuery lists");
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true); // half the time of objects for a conversation's row
    const prepared = { statement, names, columns: statement.columns().map(({ name }) => name) };
    this.#prepared.set(query, prepared);
    return prepared;
  }
}

function toRow(columns: readonly string[], values: readonly Value[]): Record<string, Value> {
  const row: Record<string, Value> = {};
  for (let index = 0; index < columns.length; index++) row[columns[index] ?? ""] = values[index] ?? null;
  return row;
}
