import { useSpellingPreferences } from "./preferences.ts";
import type { Word } from "./words.ts";

/** A message waits no longer for its spelling to be checked: a dictionary that is still on its way must not hold it up. */
const MOST_MS = 2_500;

/**
 * The misspelled words of a message that is about to be sent, when the operator wants that looked at. None also where it cannot be done:
 * without a dictionary, or when that takes too long.
 */
export async function misspelledBeforeSending(text: string, html: boolean): Promise<readonly Word[]> {
  if (!checksOnSend()) return [];
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, MOST_MS, undefined));
  const found = import("./checker.ts").then(({ misspelledIn }) => misspelledIn(text, html));
  return (await Promise.race([found.catch(() => undefined), late])) ?? [];
}

/** Whether Enter is to check first. */
export function checksOnSend(): boolean {
  return useSpellingPreferences.getState().onSend;
}
