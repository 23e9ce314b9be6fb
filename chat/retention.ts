import { ChatError } from "./error.ts";

/** What may be forgotten after a time: chats that have ended, client notes, messages left while nobody was online. */
export type Kept = "chats" | "notes" | "left";
export const KEPT: readonly Kept[] = ["chats", "notes", "left"];

/** How many days each is kept; what is missing is kept for good. */
export type RetentionRules = { [what in Kept]?: number };

/** How much there is of each. */
export type RetentionCounts = { [what in Kept]: number };

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_650;

/** Everything before this time (ms since 1970) is old. */
export function oldBefore(days: number, now: number): number {
  return now - days * DAY_MS;
}

/** Throws where a number of days is none. */
export function checkRetention(rules: RetentionRules): RetentionRules {
  for (const what of KEPT) {
    const days = rules[what];
    if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS))
      throw new ChatError("bad-message", `A time to keep is 1 to ${MOST_DAYS} days.`);
  }
  return rules;
}
