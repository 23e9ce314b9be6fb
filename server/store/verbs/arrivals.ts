import type { MessageDraft } from "../../../chat/message.ts";
import * as queries from "../queries/arrivals.ts";
import { addMessage, messageAt } from "../queries/messages.ts";
import { fromDraft } from "../rows.ts";
import { all, first, run, type Steps } from "../steps.ts";
import { placeOf, wordsOf } from "./entry.ts";

/** A message that has arrived: what it needs to get into its place. */
export interface Arrival {
  conversation: string;
  /** The conversation's. */
  number: number;
  seq: number;
  draft: MessageDraft;
}

/** Keeps what a group of calls has brought, under a number higher than any before, until it is in its place. */
export function* keepArrivals(number: number, arrivals: readonly Arrival[]): Steps<void> {
  yield* run(queries.keepArrivals, { number, arrivals: JSON.stringify(arrivals) });
}

/** What is kept and not in its place, oldest first; and the highest number under which something is kept. */
export function* keptArrivals(): Steps<{ arrivals: Arrival[]; last: number }> {
  const arrivals: Arrival[] = [];
  let last = 0;
  for (const kept of yield* all(queries.keptArrivals, {})) {
    last = kept.number;
    for (const arrival of JSON.parse(kept.arrivals) as Arrival[]) {
      if ((yield* first(messageAt, arrival)) === undefined) arrivals.push(arrival);
    }
  }
  return { arrivals, last };
}

/** Puts it where readers look for it. The index of words takes in quickly what comes in the order of its places. */
export function* placeArrival({ conversation, number, seq, draft }: Arrival): Steps<void> {
  yield* run(addMessage, fromDraft(conversation, seq, draft));
  const words = wordsOf(draft.body);
  if (words !== "") yield* run(queries.placeWords, { place: placeOf(number, seq), words });
}

/** Makes a conversation's row say which number was given last. */
export function* raiseLastSeq(id: string, lastSeq: number): Steps<void> {
  yield* run(queries.raiseLastSeq, { id, lastSeq });
}

/** All that is kept up to this number is in its place. */
export function* forgetArrivals(last: number): Steps<void> {
  yield* run(queries.forgetArrivals, { last });
}

/** Has nothing to do itself: before it, as before nearly every verb, what has arrived is put into its place. */
export function* settle(): Steps<void> {}
