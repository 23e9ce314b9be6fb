import type { Conversation } from "./conversation.ts";
import type { Message } from "./message.ts";
import type { SearchTerm } from "./search-terms.ts";

/** How a conversation came out: `missed` is a request that nobody accepted, `left` a message for when nobody was online. */
export type Outcome = "live" | "answered" | "missed" | "left";

/** Which conversations are meant. What is not named does not matter. */
export interface HistoryFilter {
  /** Those of these sites alone. */
  sites?: readonly string[];
  /** Those that this operator has or had. */
  operator?: string;
  department?: string;
  visitor?: number;
  outcome?: Outcome;
  /** Requested at this time (ms) or later, and before that one. */
  from?: number;
  to?: number;
  /** In which one message has all of these, or the visitor's name and e-mail address do. Empty = whatever was said. */
  terms: readonly SearchTerm[];
}

/** A part of the history, from the newest on. */
export interface HistoryWish extends HistoryFilter {
  /** Where the part before this one ended (`HistoryPage.next`). */
  before?: number;
  limit: number;
}

/** One conversation of the history. */
export interface Found {
  conversation: Conversation;
  /** The newest message with the terms; without terms the first thing that was said. None where the visitor's name has them. */
  message?: Message;
}

export interface HistoryPage {
  /** Those that were requested last come first. */
  found: Found[];
  /** There may be more: ask for it with `before`. A page may have few, or none at all, and yet a next one. */
  next?: number;
}
