import { create } from "zustand";

/** How it stands with the dictionary. */
export type SpellingState =
  /** Nobody has asked for it yet. */
  | { kind: "closed" }
  | { kind: "opening"; language: string }
  | { kind: "ready"; language: string }
  /** It could not be fetched, or is no good. */
  | { kind: "failed"; language: string }
  /** There is none for the operator's language. */
  | { kind: "none" };

interface SpellingStatus {
  state: SpellingState;
  /** The languages there are dictionaries for (BCP 47); missing until it is known. */
  languages: readonly string[] | undefined;
  /** Goes up when other words are right than before. */
  round: number;
}

/** What the composer needs to know of the spelling checker before that is loaded. */
export const useSpelling = create<SpellingStatus>(() => ({
  state: { kind: "closed" },
  languages: undefined,
  round: 0,
}));
