import assert from "node:assert/strict";
import { test } from "node:test";
import { must } from "../../../chat/error.ts";
import type { SayResult, Store } from "../../../chat/store.ts";
import { marksOf, pairOf, type TalkDraft } from "../../../chat/talk.ts";
import { addOperator, MAYA, PRIYA } from "./samples.ts";
import type { OpenStore, StoreUnderTest } from "./under-test.ts";

const PAIR = pairOf(MAYA.id, PRIYA.id);
const BEN = { id: "operator-ben", name: "Ben" };

/** What operators write to each other. */
export function talks(openStore: OpenStore): void {
  const withOperators = async (t: Parameters<OpenStore>[0]): Promise<StoreUnderTest> => {
    const under = await openStore(t);
    for (const { id } of [MAYA, PRIYA, BEN]) await addOperator(under.store, id, id);
    return under;
  };

  test("two operators have one talk, whoever begins it, with numbers in the order in which they wrote", async (t) => {
    const { store, reopen } = await withOperators(t);
    assert.equal(said(await store.say(PRIYA.id, draft("a"))).message.seq, 1);
    assert.equal(said(await store.say(MAYA.id, draft("b", PRIYA))).message.seq, 2);
    assert.deepEqual(said(await store.say(PRIYA.id, draft("c", MAYA, 30))).message, {
      ...draft("c", MAYA, 30),
      seq: 3,
    });
    assert.equal(said(await store.say(BEN.id, draft("d", MAYA, 20))).message.seq, 1);
    const again = await reopen();
    assert.deepEqual(await seqs(again), ["1 a", "2 b", "3 c"]);
    const talks = await again.talksOf(MAYA.id, 9);
    assert.deepEqual(
      talks.map(({ operators, lastSeq, lastAt }) => ({ operators, lastSeq, lastAt })),
      [
        { operators: PAIR, lastSeq: 3, lastAt: 30 },
        { operators: pairOf(MAYA.id, BEN.id), lastSeq: 1, lastAt: 20 },
      ],
    );
    assert.equal((await again.talksOf(MAYA.id, 1)).length, 1);
    assert.deepEqual(await again.talksOf("nobody", 9), []);
  });

  test("what is said again is stored once, and an id that another has used is refused", async (t) => {
    const { store } = await withOperators(t);
    const first = said(await store.say(PRIYA.id, draft("a")));
    const again = said(await store.say(PRIYA.id, { ...draft("a"), text: "altered", at: 999 }));
    assert.deepEqual(again, { ...first, again: true });
    assert.deepEqual(await store.say(MAYA.id, draft("a", PRIYA)), { ok: false });
    assert.deepEqual(await store.say(BEN.id, draft("a")), { ok: false });
    assert.deepEqual(await seqs(store), ["1 a"]);
    const both = await Promise.all([store.say(PRIYA.id, draft("b")), store.say(PRIYA.id, draft("b"))]);
    assert.deepEqual(
      both.map((result) => said(result).again),
      [false, true],
    );
  });

  test("nothing is said to somebody who is no operator", async (t) => {
    const { store } = await withOperators(t);
    assert.deepEqual(await store.say("operator-gone", draft("a")), { ok: false });
    assert.deepEqual(await store.talksOf(MAYA.id, 9), []);
  });

  test("marks grow and never fall, stay within what there is, and who writes has seen it all", async (t) => {
    const { store } = await withOperators(t);
    for (const id of ["a", "b", "c"]) await store.say(PRIYA.id, draft(id));
    const marks = async () => {
      const talk = must((await store.talksOf(MAYA.id, 1))[0], "the talk");
      return [marksOf(talk, MAYA.id), marksOf(talk, PRIYA.id)].map(({ delivered, seen }) => `${delivered} ${seen}`);
    };
    assert.deepEqual(await marks(), ["3 3", "0 0"]);
    const raised = async (operator: string, other: string, delivered: number, seen: number) =>
      (await store.markTalk(operator, other, { delivered, seen })).raised;
    assert.equal(await raised(PRIYA.id, MAYA.id, 2, 1), true);
    assert.deepEqual(await marks(), ["3 3", "2 1"]);
    assert.equal(await raised(PRIYA.id, MAYA.id, 1, 1), false);
    assert.equal(await raised(PRIYA.id, MAYA.id, 0, 99), true);
    assert.deepEqual(await marks(), ["3 3", "3 3"]);
    await store.say(MAYA.id, draft("d", PRIYA));
    assert.deepEqual(await marks(), ["3 3", "4 4"]);
    assert.deepEqual(await store.markTalk(MAYA.id, BEN.id, { delivered: 1, seen: 1 }), { raised: false });
  });

  test("a talk is read forwards and backwards from any place", async (t) => {
    const { store } = await withOperators(t);
    for (let index = 1; index <= 9; index++) await store.say(PRIYA.id, draft(`m${index}`));
    const numbers = (messages: readonly { seq: number }[]) => messages.map(({ seq }) => seq);
    assert.deepEqual(numbers(await store.talkAfter(PAIR, 2, 3)), [3, 4, 5]);
    assert.deepEqual(numbers(await store.talkBefore(PAIR, 100, 2)), [8, 9]);
    assert.deepEqual(numbers(await store.talkBefore(PAIR, 3, 9)), [1, 2]);
    assert.deepEqual(numbers(await store.talkBefore(pairOf(MAYA.id, BEN.id), 9, 9)), []);
  });
}

function draft(id: string, author = MAYA, at = 10): TalkDraft {
  return { id, author, at, text: `words of ${id}` };
}

function said(result: SayResult): Extract<SayResult, { ok: true }> {
  assert.ok(result.ok, "said");
  return result;
}

async function seqs(store: Store): Promise<string[]> {
  return (await store.talkAfter(PAIR, 0, 99)).map(({ seq, id }) => `${seq} ${id}`);
}
