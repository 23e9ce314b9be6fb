import type { ChatErrorCode } from "../../chat/error.ts";
import type { Compiled } from "./query.ts";
import type { SqliteTuning } from "./sqlite-connection.ts";
import type { Read, Write } from "./verbs.ts";

/** What a thread is started with. */
export interface ThreadOptions {
  file: string;
  tuning: SqliteTuning;
  /** For the thread that only reads: the texts that the writing one has built. */
  texts?: Compiled[];
}

/** The thread's first word. */
export type Opened = { opened: Compiled[] } | { refused: string };

/** Calls travel to a thread as JSON, a group at a time; it answers with one JSON text, in the same order. "" asks it to end. */
export type Call = [verb: Read | Write, given: readonly unknown[]];

/** What became of a call: its result, or what a person caused, or an outage. */
export type Answer = { result?: unknown } | { outage: string } | { code: ChatErrorCode; sentence: string };
