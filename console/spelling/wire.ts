/** One half of a Hunspell pair: where it is fetched from, or the text itself. */
export type Source = { url: string } | { text: string };

/** What the worker is asked; each carries a number that its answer repeats. */
export type Ask =
  /** Once, first: opens the dictionary. */
  | { do: "open"; aff: Source; dic: Source }
  /** Which of these words the dictionary does not have; answered in their order. */
  | { do: "check"; words: readonly string[] }
  /** What may have been meant, the likeliest first. */
  | { do: "suggest"; word: string }
  /** The words that are right besides the dictionary's, all of them; they may be suggested. */
  | { do: "own"; words: readonly string[] };

/** What each question is answered with. */
export interface Answers {
  open: true;
  check: readonly string[];
  suggest: readonly string[];
  own: true;
}

export type Numbered<T> = T & { id: number };
export type Answer = Numbered<{ answer: Answers[keyof Answers] } | { failure: string }>;
