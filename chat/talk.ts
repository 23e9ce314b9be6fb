import type { Marks } from "./conversation.ts";

/** Two operators, the lower id first, so that a pair is the same pair whoever names it. */
export type Pair = readonly [string, string];

/** What two operators write to each other: one talk for each pair, kept apart from the visitors' conversations. */
export interface Talk {
  operators: Pair;
  lastSeq: number;
  /** When the last message came. */
  lastAt: number;
  /** How far each of the two has got, in the order of `operators`. Who writes has seen what was there. */
  marks: readonly [Marks, Marks];
}

/** What is to be said. `id` is the sender's own: saying it twice stores it once. */
export interface TalkDraft {
  id: string;
  /** The name is the one the operator has at that time. */
  author: { id: string; name: string };
  /** Milliseconds since 1970, the server's clock. */
  at: number;
  text: string;
}

/** An entry of a talk. `seq` counts from 1 without gaps, in the order of the commits. */
export interface TalkMessage extends TalkDraft {
  seq: number;
}

export function pairOf(one: string, other: string): Pair {
  return one < other ? [one, other] : [other, one];
}

/** The marks of one of the two. */
export function marksOf({ operators, marks }: Talk, operator: string): Marks {
  return marks[operators[0] === operator ? 0 : 1];
}

/** The other one of the two. */
export function colleagueIn({ operators }: Pick<Talk, "operators">, operator: string): string {
  return operators[0] === operator ? operators[1] : operators[0];
}
