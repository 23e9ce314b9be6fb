import type { Conversation } from "../../chat/conversation.ts";
import type { ChatErrorCode } from "../../chat/error.ts";
import type { Compiled } from "./query.ts";
import type { SqliteTuning } from "./sqlite-connection.ts";
import type { Read, Upkeep, Write } from "./verbs.ts";

/** All the SQL there is, so that a thread that is handed it needs no builder (26 MB, 100 ms). */
export interface SqliteTexts {
  /** In the order of `everyQuery`. */
  queries: Compiled[];
  /** In the order of `migrations`. */
  migrations: { name: string; statements: string[] }[];
}

/** What a thread is started with. */
export interface ThreadOptions {
  file: string;
  tuning: SqliteTuning;
  task: "write" | "read";
  /** Where they are known already. */
  texts: SqliteTexts | undefined;
}

/** The thread's first word: what it has built, or a sentence that says why the file cannot be used. */
export type Opened = { opened: SqliteTexts } | { refused: string };

/** Calls travel to a thread as one JSON text for each group. */
export type Call = [verb: Read | Write | Upkeep, given: readonly unknown[]];

/** The text that asks a thread to let go of the file. */
export const GOODBYE = "";

/** A message that was appended: its number, and its conversation, unless another answer of the group has told that already. */
export interface Arrived {
  seq: number;
  conversation?: Conversation;
}

/** What became of a call: its result, what a person caused, or an outage. They come back in the order of the calls. */
export type Answer = { result?: unknown } | Arrived | { code: ChatErrorCode; sentence: string } | { outage: string };
