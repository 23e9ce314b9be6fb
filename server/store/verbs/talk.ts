import type { Marks } from "../../../chat/conversation.ts";
import { must } from "../../../chat/error.ts";
import type { SayResult } from "../../../chat/store.ts";
import { type Pair, pairOf, type Talk, type TalkDraft, type TalkMessage } from "../../../chat/talk.ts";
import { operatorById } from "../queries/accounts.ts";
import * as talks from "../queries/talks.ts";
import type { TalkMessageTable, TalkTable } from "../schema.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.say`. */
export function* say(to: string, draft: TalkDraft): Steps<SayResult> {
  const [one, other] = pairOf(draft.author.id, to);
  const pair = { first: one, second: other };
  const known = yield* first(talks.talkMessageById, { id: draft.id });
  if (known !== undefined) {
    const isTheirs = known.operator === draft.author.id && known.first === one && known.second === other;
    const row = isTheirs ? yield* first(talks.talkOfPair, pair) : undefined;
    return row === undefined ? { ok: false } : { ok: true, again: true, talk: toTalk(row), message: toMessage(known) };
  }
  if ((yield* first(operatorById, { id: to })) === undefined) return { ok: false };
  const { id, author, at, text } = draft;
  const taken = yield* first(talks.takeTalkSeq, { ...pair, author: author.id, at });
  const row = must(taken, "the talk that was begun or goes on");
  const entry = { ...pair, seq: row.last_seq, id, operator: author.id, operator_name: author.name, at, text };
  yield* run(talks.addTalkMessage, entry);
  return { ok: true, again: false, talk: toTalk(row), message: { ...draft, seq: row.last_seq } };
}

/** See `Store.markTalk`. */
export function* markTalk(
  operator: string,
  colleague: string,
  { delivered, seen }: Marks,
): Steps<{ talk?: Talk; raised: boolean }> {
  const [one, other] = pairOf(operator, colleague);
  const pair = { first: one, second: other };
  const raise = one === operator ? talks.raiseFirst : talks.raiseSecond;
  const raised = yield* first(raise, { ...pair, seen, delivered: Math.max(delivered, seen) });
  const row = raised ?? (yield* first(talks.talkOfPair, pair));
  return { raised: raised !== undefined, ...(row !== undefined && { talk: toTalk(row) }) };
}

/** See `Store.talksOf`. */
export function* talksOf(operator: string, limit: number): Steps<Talk[]> {
  return (yield* all(talks.talksOf, { operator, limit })).map(toTalk);
}

/** See `Store.talkAfter`. */
export function* talkAfter([one, other]: Pair, after: number, limit: number): Steps<TalkMessage[]> {
  return (yield* all(talks.talkAfter, { first: one, second: other, after, limit })).map(toMessage);
}

/** See `Store.talkBefore`. */
export function* talkBefore([one, other]: Pair, before: number, limit: number): Steps<TalkMessage[]> {
  return (yield* all(talks.talkBefore, { first: one, second: other, before, limit })).map(toMessage).reverse();
}

function toTalk(row: TalkTable): Talk {
  return {
    operators: [row.first, row.second],
    lastSeq: row.last_seq,
    lastAt: row.last_at,
    marks: [
      { delivered: row.first_delivered, seen: row.first_seen },
      { delivered: row.second_delivered, seen: row.second_seen },
    ],
  };
}

function toMessage({ id, seq, operator, operator_name, at, text }: TalkMessageTable): TalkMessage {
  return { id, seq, author: { id: operator, name: operator_name }, at, text };
}
