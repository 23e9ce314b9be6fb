import { ChatError } from "../../chat/error.ts";
import type { Arrivals } from "./sqlite-arrivals.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { outage } from "./sqlite-outage.ts";
import type { Answer, Call } from "./sqlite-words.ts";
import type { Steps } from "./steps.ts";
import { verbs } from "./verbs.ts";

/** Who answers: a thread's connection, and for the one that writes what has arrived. */
export interface Answering {
  connection: SqliteConnection;
  arrivals?: Arrivals;
}

/**
 * Answers a group of calls in one transaction: one flush for all of them. An answer is given only after the commit. A call
 * that fails takes only its own changes with it; if the transaction itself fails, nothing of the group is kept.
 */
export function answerGroup(
  answering: Answering,
  calls: readonly Call[],
  begin: "begin" | "begin immediate",
): Answer[] {
  const { database } = answering.connection;
  try {
    database.exec(begin);
    const answers = together(answering, calls) ?? startAgain(answering, calls, begin);
    database.exec("commit");
    return answers;
  } catch (error) {
    rollBack(answering);
    return calls.map(() => ({ outage: outage(error) }));
  }
}

/** The usual case, without a savepoint for each call; undefined when one of them failed. */
function together({ connection, arrivals }: Answering, calls: readonly Call[]): Answer[] | undefined {
  try {
    const answers = calls.map((call) => arrivals?.take(call) ?? answer(connection, call, arrivals));
    arrivals?.keep();
    return answers;
  } catch {
    return undefined; // whoever it was fails again below, alone, and is told
  }
}

/** The same again from the beginning, each call for itself. */
function startAgain(answering: Answering, calls: readonly Call[], begin: string): Answer[] {
  const { connection, arrivals } = answering;
  const { database } = connection;
  rollBack(answering);
  database.exec(begin);
  arrivals?.settleAll();
  return calls.map((call) => {
    database.exec("savepoint call");
    try {
      return answer(connection, call);
    } catch (error) {
      // A full disk can end the whole transaction, and then what the others were told would be wrong.
      if (!database.isTransaction) throw error;
      database.exec("rollback to call");
      return { outage: outage(error) };
    } finally {
      if (database.isTransaction) database.exec("release call");
    }
  });
}

function rollBack({ connection, arrivals }: Answering): void {
  if (connection.database.isTransaction) connection.database.exec("rollback");
  arrivals?.reload();
}

function answer(connection: SqliteConnection, call: Call, arrivals?: Arrivals): Answer {
  const [verb, given] = call;
  try {
    arrivals?.makeWayFor(call);
    const steps = verbs[verb] as (...given: readonly unknown[]) => Steps<unknown>;
    return { result: connection.follow(steps(...given)) };
  } catch (error) {
    if (error instanceof ChatError) return { code: error.code, sentence: error.message };
    throw error;
  }
}
