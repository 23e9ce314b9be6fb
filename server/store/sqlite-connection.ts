import { DatabaseSync, type StatementSync } from "node:sqlite";
import { must } from "../../chat/error.ts";
import type { Compiled, Query } from "./query.ts";
import type { Ask, Steps } from "./steps.ts";

/** What the pragmas need to know. */
export interface SqliteTuning {
  /** How long to wait for another process that has the file, e.g. a backup. */
  busyTimeoutMs: number;
  /** Pages kept in memory by each connection. */
  cacheKiB: number;
}

interface Prepared {
  statement: StatementSync;
  names: readonly string[];
}

/** One connection to the file, in the thread that made it. Everything here blocks. */
export class SqliteConnection {
  readonly database: DatabaseSync;
  readonly #texts: ReadonlyMap<Query<never, unknown>, Compiled>;
  readonly #prepared = new Map<Query<never, unknown>, Prepared>();

  constructor(
    options: { file: string; readOnly: boolean; tuning: SqliteTuning },
    texts: ReadonlyMap<Query<never, unknown>, Compiled>,
  ) {
    const { file, readOnly, tuning } = options;
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
    // A checkpoint that a long reader delayed leaves a long log behind; this cuts it back afterwards.
    this.database.exec("pragma journal_size_limit = 67108864");
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
    const { statement, names } = this.#prepared.get(query) ?? this.#prepare(query);
    const values = names.map((name) => (given as Record<string, string | number | null>)[name] ?? null);
    switch (want) {
      case "all":
        return statement.all(...values);
      case "first":
        return statement.get(...values);
      case "none":
        return statement.run(...values);
    }
  }

  #prepare(query: Query<never, unknown>): Prepared {
    const { sql, names } = must(this.#texts.get(query), "the text of a query that everyQuery lists");
    const prepared = { statement: this.database.prepare(sql), names };
    this.#prepared.set(query, prepared);
    return prepared;
  }
}
