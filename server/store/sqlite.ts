import type { Store } from "../../chat/store.ts";
import { type GroupBounds, SqliteWorker } from "./sqlite-worker.ts";
import type { SqliteTuning } from "./sqlite-connection.ts";
import { type Read, reads, type Write, writes } from "./verbs.ts";

export interface SqliteOptions extends Partial<GroupBounds>, Partial<SqliteTuning> {
  /** The database file; made if it is not there. `:memory:` keeps everything in memory, for tests. */
  file: string;
}

export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { file, waitingCalls = 10_000, callsPerGroup = 1_000, busyTimeoutMs = 5_000, cacheKiB = 16_384 } = options;
  const bounds: GroupBounds = { waitingCalls, callsPerGroup };
  const tuning: SqliteTuning = { busyTimeoutMs, cacheKiB };
  const { worker: writer, texts } = await SqliteWorker.start({ file, tuning }, bounds);
  let reader: Promise<SqliteWorker> | undefined;

  const write = (verb: Write, given: unknown[]): Promise<unknown> => writer.call(verb, given);
  const read = async (verb: Read, given: unknown[]): Promise<unknown> => {
    if (file === ":memory:") return writer.call(verb, given);
    reader ??= SqliteWorker.start({ file, tuning, texts }, bounds).then(({ worker }) => worker);
    return (await reader).call(verb, given);
  };

  return Object.fromEntries([
    ...Object.keys(reads).map((verb) => [verb, (...given: unknown[]) => read(verb as Read, given)]),
    ...Object.keys(writes).map((verb) => [verb, (...given: unknown[]) => write(verb as Write, given)]),
    ["close", async () => {
      await (await reader)?.close();
      await writer.close();
    }],
  ]) as unknown as Store;
}
