import { ownStore } from "../state/own.ts";

export interface SpellingPreferences {
  /** The dictionary chosen (BCP 47); missing: the one for the console's language, if there is one. */
  language: string | undefined;
  /** Whether misspelled words are underlined while one types. */
  underline: boolean;
  /** Whether Enter checks first, and sends when nothing is left. */
  onSend: boolean;
}

/** How this operator wants the spelling checked. */
export const { useStore: useSpellingPreferences, change: changeSpelling } = ownStore("spelling", read);

function read(kept: unknown): SpellingPreferences {
  const { language, underline, onSend } = { ...(kept as object) } as Record<string, unknown>;
  return {
    language: typeof language === "string" ? language : undefined,
    underline: underline !== false,
    onSend: onSend === true,
  };
}
