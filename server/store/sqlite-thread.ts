import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { must } from "../../chat/error.ts";
import { everyQuery } from "./queries.ts";
import { Arrivals } from "./sqlite-arrivals.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { answerGroup } from "./sqlite-group.ts";
import { migrate } from "./sqlite-migrate.ts";
import { refusal } from "./sqlite-outage.ts";
import { Settling } from "./sqlite-settling.ts";
import { type Call, GOODBYE, type Opened, type SqliteTexts, type ThreadOptions } from "./sqlite-words.ts";

// The thread that has the file open and waits for the disk, so that the event loop need not. sqlite-worker.ts starts it:
// once to write, and once more to read beside it.

const port = must(parentPort, "to be started as a worker");
const options = workerData as ThreadOptions;

try {
  const texts = options.texts ?? (await import("./sqlite-texts.ts")).buildTexts();
  const connection = open(texts);
  const begin = options.task === "write" ? "begin immediate" : "begin";
  const arrivals = options.task === "write" ? new Arrivals(connection) : undefined;
  const settling = arrivals && new Settling(connection, arrivals);
  settling?.settleAll(); // what the last run has left, before anybody reads
  const answering = arrivals === undefined ? { connection } : { connection, arrivals };
  port.on("message", (text: string) => {
    if (text === GOODBYE) {
      settling?.stop();
      connection.close();
      port.close();
      return;
    }
    const calls = JSON.parse(text) as Call[];
    port.postMessage(JSON.stringify(answerGroup(answering, calls, begin)));
    settling?.written(calls.length);
  });
  port.postMessage({ opened: texts } satisfies Opened);
} catch (error) {
  port.postMessage({ refused: refusal(options.file, error) } satisfies Opened);
  port.close();
}

function open({ queries, migrations }: SqliteTexts): SqliteConnection {
  const { file, tuning, task } = options;
  const byQuery = new Map(everyQuery.map((query, index) => [query, must(queries[index], "a text for every query")]));
  if (task === "read") return new SqliteConnection({ file, readOnly: true, tuning }, byQuery);
  // What visitors write is nobody else's on this computer; the log beside the file takes over these rights.
  if (file !== ":memory:") closeSync(openSync(file, "a", 0o600));
  const connection = new SqliteConnection({ file, readOnly: false, tuning }, byQuery);
  migrate(connection.database, migrations);
  return connection;
}
