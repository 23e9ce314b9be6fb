import { ChatError } from "../../chat/error.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { outage } from "./sqlite-outage.ts";
import type { Answer, Call } from "./sqlite-words.ts";
import type { Steps } from "./steps.ts";
import { verbs } from "./verbs.ts";

/**
 * Answers a group of calls in one transaction: one flush for all of them. An answer is given only after the commit. A call
 * that fails takes only its own changes with it; if the transaction itself fails, nothing of the group is kept.
 */
export function answerGroup(
  connection: SqliteConnection,
  calls: readonly Call[],
  begin: "begin" | "begin immediate",
): Answer[] {
  const { database } = connection;
  try {
    database.exec(begin);
    const answers = together(connection, calls) ?? startAgain(connection, calls, begin);
    database.exec("commit");
    return answers;
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    return calls.map(() => ({ outage: outage(error) }));
  }
}

/** The usual case, without a savepoint for each call; undefined when one of them failed. */
function together(connection: SqliteConnection, calls: readonly Call[]): Answer[] | undefined {
  try {
    return calls.map((call) => answer(connection, call));
  } catch {
    return undefined; // whoever it was fails again below, alone, and is told
  }
}

/** The same again from the beginning, each call for itself. */
function startAgain(connection: SqliteConnection, calls: readonly Call[], begin: string): Answer[] {
  const { database } = connection;
  if (database.isTransaction) database.exec("rollback");
  database.exec(begin);
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

function answer(connection: SqliteConnection, [verb, given]: Call): Answer {
  try {
    const steps = verbs[verb] as (...given: readonly unknown[]) => Steps<unknown>;
    return { result: connection.follow(steps(...given)) };
  } catch (error) {
    if (error instanceof ChatError) return { code: error.code, sentence: error.message };
    throw error;
  }
}
