import assert from "node:assert/strict";
import { test } from "node:test";
import { must } from "../../../chat/error.ts";
import type { Person } from "../../../chat/conversation.ts";
import type { Store } from "../../../chat/store.ts";
import type { Take } from "../../../chat/take.ts";
import {
  ADA,
  answer,
  answers,
  ends,
  entries,
  event,
  kept,
  MAYA,
  open,
  openAndAccept,
  PRIYA,
  saysIn,
} from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

const SAM = { id: "operator-sam", name: "Sam Lee" };

function wishes(conversation: string, operator: Person, wish: Take, id = `${wish.take}-by-${operator.id}`) {
  return { conversation, operator, wish, entry: { id, at: 500 } };
}

const offerTo = (to: Person): Take => ({ take: "offer", transfer: { from: MAYA, to, word: "Poles!", at: 450 } });
const over = (from = MAYA): Take => ({ take: "over", from: from.id });
const accept: Take = { take: "accept", departments: [] };
const release = (heirs: string[] = []): Take => ({ take: "release", why: "gone", heirs });

async function conversation(store: Store, id: string) {
  return must(await store.conversation(id), "the conversation");
}

/** Who has a chat, who has joined it, to whom it is offered. */
export function takes(openStore: OpenStore): void {
  test("of two operators who take a chat over at once exactly one wins, and the other learns who", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const [first, second] = await Promise.all([
      store.take(wishes(id, PRIYA, over())),
      store.take(wishes(id, SAM, over())),
    ]);
    assert.deepEqual([first.won, second.won], [true, false]);
    assert.equal(!second.won && second.reason, "taken");
    assert.deepEqual(second.conversation?.operator, PRIYA);
    assert.deepEqual((await conversation(store, id)).operator, PRIYA);
    assert.deepEqual(
      (await store.messagesAfter(id, 3, 10)).map(({ body, author, seq }) => ({ body, author, seq })),
      [{ seq: 4, author: { kind: "operator", ...PRIYA }, body: { kind: "event", event: "taken-over", whom: MAYA } }],
    );
    assert.equal((await store.append(answers(id, "late"))).ok, false, "who had it before writes no more");
    kept(await store.append(answers(id, "now", PRIYA)));
  });

  test("the same wish again is granted again and adds nothing; under another's id it is nobody's", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    await store.take(wishes(id, PRIYA, over()));
    const again = await store.take(wishes(id, PRIYA, over()));
    assert.deepEqual(again.won && again.stored, []);
    const copied = await store.take(wishes(id, SAM, { take: "join" }, `over-by-${PRIYA.id}`));
    assert.equal(!copied.won && copied.reason, "not-found");
    assert.equal((await entries(store, id)).length, 4);
  });

  test("who has joined may write until they step out, and is found again when the store is opened again", async (t) => {
    const { store, reopen } = await openStore(t);
    const id = await openAndAccept(store);
    await Promise.all([store.take(wishes(id, PRIYA, { take: "join" })), store.take(wishes(id, SAM, { take: "join" }))]);
    assert.deepEqual((await conversation(store, id)).others, [PRIYA, SAM]);
    kept(await store.append(answers(id, "of-priya", PRIYA)));
    await store.take(wishes(id, PRIYA, { take: "step-out" }));
    const refused = await store.append(answers(id, "of-priya-too", PRIYA));
    assert.equal(!refused.ok && refused.reason, "not-yours");
    const again = await reopen();
    assert.deepEqual((await again.conversation(id))?.others, [SAM]);
    const holder = await again.take(wishes(id, MAYA, { take: "step-out" }));
    assert.equal(!holder.won && holder.reason, "holder");
  });

  test("what is offered stays with who has it until it is accepted, by whom it is offered to alone", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    await store.take(wishes(id, MAYA, offerTo(PRIYA)));
    const offered = await conversation(store, id);
    assert.deepEqual([offered.operator, offered.transfer?.to, offered.transfer?.word], [MAYA, PRIYA, "Poles!"]);
    kept(await store.append(answers(id, "still-mine")));
    const others = await store.take(wishes(id, SAM, accept));
    assert.equal(!others.won && others.reason, "over");
    const accepted = await store.take(wishes(id, PRIYA, accept));
    assert.deepEqual(
      [accepted.won, accepted.conversation?.operator, accepted.conversation?.transfer],
      [true, PRIYA, undefined],
    );
  });

  test("an offer that is handed back, withdrawn or overtaken can be accepted no more", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const settle: [Person, Take][] = [
      [PRIYA, { take: "hand-back" }],
      [MAYA, { take: "withdraw" }],
      [SAM, over()],
    ];
    for (const [index, [who, wish]] of settle.entries()) {
      await store.take(wishes(id, MAYA, offerTo(PRIYA), `offer-${index}`));
      assert.equal((await store.take(wishes(id, who, wish, `settled-${index}`))).won, true);
      const late = await store.take(wishes(id, PRIYA, accept, `late-${index}`));
      assert.equal(!late.won && late.reason, "over");
    }
    assert.deepEqual((await conversation(store, id)).operator, SAM);
  });

  test("of a department exactly one gets what is offered to it", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const department = { id: "department-1", name: "Tents" };
    await store.take(wishes(id, MAYA, { take: "offer", transfer: { from: MAYA, department, word: "", at: 450 } }));
    const belongs: Take = { take: "accept", departments: [department.id] };
    const results = await Promise.all([store.take(wishes(id, SAM, belongs)), store.take(wishes(id, PRIYA, belongs))]);
    assert.deepEqual(
      results.map(({ won }) => won),
      [true, false],
    );
    const { operator, department: now } = await conversation(store, id);
    assert.deepEqual([operator, now], [SAM, department.id], "it is the department's chat from then on");
  });

  test("a request and an ended chat have nobody to take them from", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const early = await store.take(wishes(id, PRIYA, { take: "join" }, "early"));
    assert.equal(!early.won && early.reason, "wrong-state");
    await store.endConversation(ends(id));
    const late = await store.take(wishes(id, PRIYA, over(), "late"));
    assert.equal(!late.won && late.reason, "ended");
    const nowhere = await store.take(wishes("nowhere", PRIYA, over(), "nowhere"));
    assert.equal(!nowhere.won && nowhere.reason, "not-found");
  });

  test("a chat that is released is a request again, with nobody in it, until exactly one accepts it", async (t) => {
    const { store, reopen } = await openStore(t);
    const id = await openAndAccept(store);
    await store.take(wishes(id, SAM, { take: "join" }));
    await store.take(wishes(id, MAYA, offerTo(PRIYA)));
    const { requestedAt } = await conversation(store, id);
    const released = await store.take(wishes(id, MAYA, release()));
    assert.deepEqual(released.won && released.stored.map(({ author, body }) => ({ author, body })), [
      { author: { kind: "operator", ...MAYA }, body: { kind: "event", event: "released", why: "gone" } },
    ]);
    const again = await reopen();
    const found = await conversation(again, id);
    const { operator, others, transfer, acceptedAt } = found;
    assert.deepEqual(
      { operator, others, transfer, acceptedAt },
      {
        operator: undefined,
        others: undefined,
        transfer: undefined,
        acceptedAt: undefined,
      },
    );
    assert.deepEqual([found.status, found.requestedAt, found.releasedAt], ["requesting", requestedAt, 500]);
    assert.deepEqual(found, (await again.liveConversations())[0]);
    const late = await again.append(answers(id, "late"));
    assert.equal(!late.ok && late.reason, "wrong-state", "who had it has to accept it as anybody has");
    kept(await again.appendFromVisitor(saysIn(id, "still-here")));
    const results = await Promise.all(
      [MAYA, PRIYA].map((who) =>
        again.acceptConversation({ conversation: id, operator: who, event: event(`again-${who.id}`, "accepted", who) }),
      ),
    );
    assert.deepEqual(
      results.map(({ won }) => won),
      [true, false],
    );
    assert.deepEqual(
      (({ status, acceptedAt, releasedAt }) => [status, acceptedAt, releasedAt])(await conversation(again, id)),
      ["open", 400, 500],
    );
  });

  test("a release that comes too late changes nothing: the chat has another operator, waits already, or is over", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const nothing = async (entry: string) => {
      const before = await conversation(store, id);
      const result = await store.take(wishes(id, MAYA, release(), entry));
      assert.deepEqual(result.won && result.stored, []);
      assert.deepEqual(await conversation(store, id), before);
    };
    const [first, second] = await Promise.all([
      store.take(wishes(id, MAYA, release(), "by-one-clock")),
      store.take(wishes(id, MAYA, release(), "by-another")),
    ]);
    assert.deepEqual(
      [first, second].map((one) => one.won && one.stored.length),
      [1, 0],
    );
    await nothing("while-it-waits");
    await store.acceptConversation({ conversation: id, operator: PRIYA, event: event("priya", "accepted", PRIYA) });
    await nothing("when-it-is-another-s");
    await store.endConversation(ends(id));
    await nothing("when-it-is-over");
  });

  test("a colleague who has joined goes on with a released chat, if they can", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    for (const who of [SAM, PRIYA]) await store.take(wishes(id, who, { take: "join" }));
    const released = await store.take(wishes(id, MAYA, release([PRIYA.id])));
    assert.deepEqual(released.won && released.stored[0]?.body, {
      kind: "event",
      event: "released",
      why: "gone",
      whom: PRIYA,
    });
    const { status, operator, others, acceptedAt, releasedAt } = await conversation(store, id);
    assert.deepEqual([status, operator, others, acceptedAt, releasedAt], ["open", PRIYA, [SAM], 400, undefined]);
    kept(await store.append(answers(id, "here-i-am", PRIYA)));
  });

  test("what a department was asked to take waits for it when it is released", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const department = { id: "department-1", name: "Tents" };
    await store.take(wishes(id, MAYA, { take: "offer", transfer: { from: MAYA, department, word: "", at: 450 } }));
    await store.take(wishes(id, MAYA, release()));
    assert.equal((await conversation(store, id)).department, department.id);
  });

  test("an edited message says the new words to every later reader, and the old ones are nowhere", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    kept(await store.append(answers(id, "said"))); // number 4
    const edit = (words: string, entry: string) =>
      store.correct({
        conversation: id,
        operator: MAYA,
        seq: 4,
        body: { kind: "text", text: words },
        notBefore: 0,
        entry: { id: entry, at: 600 },
      });
    assert.deepEqual(kept(await edit("better", "edit-1")).message.body, {
      kind: "edited",
      seq: 4,
      body: { kind: "text", text: "better" },
    });
    kept(await edit("best", "edit-2"));
    assert.equal(kept(await edit("worse", "edit-1")).again, true, "the same wish again changes nothing");
    const all = await store.messagesAfter(id, 3, 10);
    assert.deepEqual(
      all.map(({ body }) => body),
      [
        { kind: "text", text: "best" },
        { kind: "edited", seq: 4, body: { kind: "text", text: "best" } },
        { kind: "edited", seq: 4, body: { kind: "text", text: "best" } },
      ],
    );
  });

  test("a deleted message is nowhere, neither under its number nor under its edits'", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    kept(await store.append(answers(id, "said")));
    const own = { conversation: id, operator: MAYA, seq: 4, notBefore: 0 };
    kept(await store.correct({ ...own, body: { kind: "text", text: "x" }, entry: { id: "edit", at: 600 } }));
    kept(await store.correct({ ...own, entry: { id: "delete", at: 700 } }));
    assert.deepEqual(
      (await store.messagesAfter(id, 3, 10)).map(({ body }) => body),
      [{ kind: "blank" }, { kind: "edited", seq: 4 }, { kind: "deleted", seq: 4 }],
    );
    const again = await store.correct({ ...own, body: { kind: "text", text: "y" }, entry: { id: "late", at: 800 } });
    assert.equal(!again.ok && again.reason, "not-found", "what is deleted says nothing new");
  });

  test("only its author changes a message, while it is young and the chat is theirs", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    kept(await store.append(answers(id, "said"))); // at 300
    const draft = answer("pushed", MAYA, { kind: "push", url: "https://shop.example/", as: "page" });
    kept(await store.append({ ...answers(id, "pushed"), draft }));
    await store.take(wishes(id, PRIYA, { take: "join" }));
    const body = { kind: "text", text: "other words" } as const;
    const reason = async (change: Partial<Parameters<Store["correct"]>[0]>, entry: string) => {
      const result = await store.correct({
        conversation: id,
        operator: MAYA,
        seq: 4,
        body,
        notBefore: 0,
        entry: { id: entry, at: 600 },
        ...change,
      });
      return result.ok ? "ok" : result.reason;
    };
    assert.equal(await reason({ operator: PRIYA }, "e1"), "not-yours");
    assert.equal(await reason({ notBefore: 301 }, "e2"), "too-late");
    assert.equal(await reason({ seq: 2 }, "e3"), "not-found", "a visitor's");
    assert.equal(await reason({ seq: 5 }, "e4"), "not-found", "a pushed page has no words to change");
    assert.equal(await reason({ seq: 99 }, "e5"), "not-found");
    assert.equal(await reason({ conversation: "nowhere" }, "e6"), "not-found");
    await store.take(wishes(id, PRIYA, over()));
    assert.equal(await reason({}, "e7"), "not-yours", "the chat has gone to a colleague");
    kept(await store.appendFromVisitor(saysIn(id, "m", ADA)));
    await store.endConversation(ends(id));
    assert.equal(await reason({}, "e8"), "ended");
  });
}
