import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { ChatError, must } from "../../chat/error.ts";
import type { Kysely } from "kysely";
import { migrations } from "./migrations.ts";
import { everyQuery } from "./queries.ts";
import { compile, type Compiled } from "./query.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { migrate } from "./sqlite-migrate.ts";
import type { Answer, Call, Opened, ThreadOptions } from "./sqlite-words.ts";
import type { Steps } from "./steps.ts";
import { StoreError } from "./store-error.ts";
import { verbs } from "./verbs.ts";

// The thread that has the file open and waits for the disk, so that the event loop need not. Started by sqlite-worker.ts:
// once to write, and once more to read beside it.

const port = must(parentPort, "to be started as a worker");
const options = workerData as ThreadOptions;

try {
  const { connection, texts } = await open();
  port.on("message", (calls: string) => {
    if (calls !== "") return port.postMessage(JSON.stringify(answer(connection, JSON.parse(calls) as Call[])));
    connection.close();
    port.close();
  });
  port.postMessage({ opened: texts } satisfies Opened);
} catch (error) {
  port.postMessage({ refused: refusal(error) } satisfies Opened);
  port.close();
}

async function open(): Promise<{ connection: SqliteConnection; texts: Compiled[] }> {
  const { file, tuning } = options;
  const readOnly = options.texts !== undefined;
  const builder = readOnly ? undefined : (await import("./sqlite-dialect.ts")).sqliteBuilder();
  const texts = builder === undefined ? must(options.texts, "texts") : everyQuery.map((query) => compile(builder, query));
  // What visitors write is nobody else's business on the machine; the log and the index beside it take over these rights.
  if (!readOnly && file !== ":memory:") closeSync(openSync(file, "a", 0o600));
  const connection = new SqliteConnection(
    { file, readOnly, tuning },
    new Map(everyQuery.map((query, index) => [query, must(texts[index], "a text for every query")])),
  );
  if (builder !== undefined) migrate(connection.database, builder as Kysely<unknown>, migrations, Date.now());
  return { connection, texts };
}

function answer(connection: SqliteConnection, calls: Call[]): Answer[] {
  const { database } = connection;
  const readOnly = options.texts !== undefined;
  try {
    return inTransaction(connection, calls, readOnly ? "begin" : "begin immediate", (call) => attempt(connection, call));
  } catch (error) {
    void error;
  }
  try {
    return inTransaction(connection, calls, readOnly ? "begin" : "begin immediate", (call) => {
      database.exec("savepoint verb");
      try {
        return attempt(connection, call);
      } catch (error) {
        if (!database.isTransaction) throw error;
        database.exec("rollback to verb");
        return { outage: sentence(error) };
      } finally {
        if (database.isTransaction) database.exec("release verb");
      }
    });
  } catch (error) {
    return calls.map(() => ({ outage: sentence(error) }));
  }
}

function inTransaction(
  { database }: SqliteConnection,
  calls: Call[],
  begin: string,
  attempt: (call: Call) => Answer,
): Answer[] {
  database.exec(begin);
  try {
    const answers = calls.map(attempt);
    database.exec("commit");
    return answers;
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

function attempt(connection: SqliteConnection, [verb, given]: Call): Answer {
  try {
    const steps = verbs[verb] as (...given: readonly unknown[]) => Steps<unknown>;
    return { result: connection.follow(steps(...given)) };
  } catch (error) {
    if (error instanceof ChatError) return { code: error.code, sentence: error.message };
    throw error;
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function refusal(error: unknown): string {
  if (error instanceof StoreError) return `${options.file} ${error.message}`;
  return `${options.file} could not be opened: ${sentence(error)}.`;
}
