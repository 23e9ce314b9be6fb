import type { Store } from "../../chat/store.ts";
import type { SqliteTuning } from "./sqlite-connection.ts";
import { type GroupBounds, SqliteWorker } from "./sqlite-worker.ts";
import type { SqliteTexts } from "./sqlite-words.ts";
import { type Read, reads, readsOfMessages, type Write, writes } from "./verbs.ts";

/** Reads share no flush, and a group's answers travel as one text: so few at a time. */
const READS_PER_GROUP = 32;

/** What a start asks; all of it is small, or found by an index. */
const AT_START: ReadonlySet<Read> = new Set<Read>([
  "setting",
  "sites",
  "departments",
  "operators",
  "bans",
  "liveConversations",
]);

/** What the first thread of this process has built serves all others: it is always the same. */
let known: SqliteTexts | undefined;

export interface SqliteOptions extends Partial<GroupBounds>, Partial<SqliteTuning> {
  /** The database file, made if it is not there. `:memory:` keeps everything in memory, for tests. */
  file: string;
  /** Told when a thread has died: the store answers nothing any more, and whoever opened it had better start anew. */
  onDead?: (why: Error) => void;
}

/**
 * Opens the truth in one SQLite file, brought to this program's version. Rejected with a StoreError, whose message is a
 * sentence for the terminal, when the file is newer, damaged or not ours. One process at a time may have it open; seeing to
 * that is the caller's.
 *
 * One thread writes, a second one reads, so that a long read holds up no message; until there is one, the first answers what a start
 * asks, and a server that nobody looks at does without the second (10 MB). Both keep the process alive until `close`.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { file, waitingCalls = 10_000, callsPerGroup = 1_000, busyTimeoutMs = 5_000, cacheKiB = 16_384 } = options;
  const tuning: SqliteTuning = { busyTimeoutMs, cacheKiB };
  const onDead = options.onDead ?? (() => undefined);
  const writer = new SqliteWorker(
    { file, tuning, task: "write", texts: known },
    { waitingCalls, callsPerGroup },
    onDead,
  );
  const texts = await writer.opened();
  known = texts;
  // Only the connection that made a database in memory can see it.
  let reader: SqliteWorker | undefined = file === ":memory:" ? writer : undefined;

  async function read(verb: Read, given: unknown[]): Promise<unknown> {
    if (verb in readsOfMessages) await writer.settled();
    if (reader === undefined && AT_START.has(verb)) return writer.call(verb, given);
    // What is called before it has opened the file waits in its mailbox.
    reader ??= new SqliteWorker(
      { file, tuning, task: "read", texts },
      { waitingCalls, callsPerGroup: READS_PER_GROUP },
      onDead,
    );
    return reader.call(verb, given);
  }

  /** What was said a moment ago may not be in the index of words yet. */
  async function history(...given: unknown[]): Promise<unknown> {
    const [wish] = given as Parameters<Store["history"]>;
    if (wish.terms.length > 0) await writer.call("indexWords", []);
    return read("history", given);
  }

  async function close(): Promise<void> {
    const started = reader;
    reader = writer; // which refuses what is asked once it is closed
    if (started !== writer) await started?.close();
    await writer.close(); // the last to let go of the file puts the log back into it
  }

  const verbs = [
    ...(Object.keys(reads) as Read[]).map((verb) => [verb, (...given: unknown[]) => read(verb, given)] as const),
    ...(Object.keys(writes) as Write[]).map(
      (verb) => [verb, (...given: unknown[]) => writer.call(verb, given)] as const,
    ),
  ];
  // `verbs.ts` proves that every verb is there, with these parameters and this result.
  return { ...Object.fromEntries(verbs), history, close } as unknown as Store;
}
