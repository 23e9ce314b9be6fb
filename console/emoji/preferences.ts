import { ownStore } from "../state/own.ts";
import { TONES } from "./emoji.ts";

/** Two rows of the picker. */
const MOST_RECENT = 18;

/** What this operator takes. */
export const { useStore: useEmojiPreferences, change: changeEmoji } = ownStore("emoji", read);

/** Counts an emoji as taken just now; without its skin tone, which may be another next time. */
export function took(emoji: string): void {
  const { recent } = useEmojiPreferences.getState();
  if (recent[0] === emoji) return;
  changeEmoji({ recent: [emoji, ...recent.filter((one) => one !== emoji)].slice(0, MOST_RECENT) });
}

function read(kept: unknown): { recent: readonly string[]; tone: number } {
  const { recent, tone } = { ...(kept as object) } as Record<string, unknown>;
  return {
    recent: Array.isArray(recent)
      ? recent.filter((one): one is string => typeof one === "string").slice(0, MOST_RECENT)
      : [],
    tone: typeof tone === "number" && tone in TONES ? tone : 0,
  };
}
