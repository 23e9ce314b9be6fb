import assert from "node:assert/strict";
import { test } from "node:test";
import { ChatError, must } from "../../../chat/error.ts";
import {
  accepts,
  ADA,
  answer,
  BEN,
  ends,
  entries,
  event,
  kept,
  MAYA,
  open,
  openAndAccept,
  opening,
  PRIYA,
  says,
  saysIn,
  SITE,
  statusOf,
  text,
} from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Requesting, accepting, ending, marking, leaving a message, and finding conversations again. */
export function conversations(openStore: OpenStore): void {
  test("an accepted invitation opens a requesting conversation with its events and the operator's sentence", async (t) => {
    const { store } = await openStore(t);
    const drafts = [event("invited", "invited"), answer("sentence")];
    const result = await store.request(opening("c"), drafts);
    assert.equal(result.opened, true);
    assert.equal(result.conversation.status, "requesting");
    assert.deepEqual(
      result.stored,
      drafts.map((draft, index) => ({ ...draft, conversation: "c", seq: index + 1 })),
    );
    assert.deepEqual(await store.messagesAfter("c", 0, 10), result.stored);
  });

  test("a request while the visitor has a live conversation opens none and gives that one", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const result = await store.request(opening("other"), [event("invited", "invited")]);
    assert.deepEqual([result.opened, result.conversation.id, result.stored], [false, id, []]);
    assert.equal(await store.conversation("other"), undefined);
  });

  test("the same request again opens nothing, even after it has ended", async (t) => {
    const { store } = await openStore(t);
    await store.request(opening("c"), [event("invited", "invited")]);
    await store.endConversation(ends("c"));
    const again = await store.request(opening("c"), [event("invited", "invited")]);
    assert.deepEqual([again.opened, again.conversation.status, again.stored], [false, "ended", []]);
  });

  test("of two first messages at once one opens the conversation and the other joins it", async (t) => {
    const { store } = await openStore(t);
    const results = await Promise.all([
      store.appendFromVisitor(says("one", { open: opening("c-one") })),
      store.appendFromVisitor(says("two", { open: opening("c-two") })),
      store.request(opening("c-three"), [event("invited", "invited")]),
    ]);
    assert.deepEqual(
      results.map(({ conversation }) => conversation?.id),
      ["c-one", "c-one", "c-one"],
    );
    assert.deepEqual(await entries(store, "c-one"), ["1 requested-before-one", "2 one", "3 two"]);
  });

  test("the first messages of two visitors at once open a conversation each", async (t) => {
    const { store } = await openStore(t);
    await Promise.all([ADA, BEN].map((visitor) => store.appendFromVisitor(says(`of-${visitor}`, { visitor }))));
    assert.deepEqual(await entries(store, `conversation-of-${ADA}`), [`1 requested-before-of-${ADA}`, `2 of-${ADA}`]);
    assert.deepEqual(await entries(store, `conversation-of-${BEN}`), [`1 requested-before-of-${BEN}`, `2 of-${BEN}`]);
  });

  test("accepting opens the conversation for one operator, with its event", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const result = await store.acceptConversation(accepts(id));
    assert.equal(result.won, true);
    const conversation = must(await store.conversation(id), "the conversation");
    assert.deepEqual([conversation.status, conversation.operator, conversation.acceptedAt], ["open", MAYA, 400]);
    assert.deepEqual(result.conversation, conversation);
    assert.deepEqual(result.won && result.stored, [{ ...accepts(id).event, conversation: id, seq: 3 }]);
    assert.deepEqual(await store.messagesAfter(id, 2, 10), result.won && result.stored);
  });

  test("of two operators who accept at once exactly one wins, and the other learns who", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const results = await Promise.all([
      store.acceptConversation(accepts(id, PRIYA)),
      store.acceptConversation(accepts(id, MAYA)),
    ]);
    const [winner, ...others] = results.filter(({ won }) => won);
    assert.deepEqual(others, []);
    const loser = must(
      results.find(({ won }) => !won),
      "a loser",
    );
    assert.equal(loser.won ? "" : loser.reason, "taken");
    assert.deepEqual(loser.conversation?.operator, winner?.conversation?.operator);
    assert.equal((await entries(store, id)).length, 3);
  });

  test("accepting again wins again and adds nothing", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const again = await store.acceptConversation({ ...accepts(id), event: event("second", "accepted", MAYA) });
    assert.deepEqual(again.won && again.stored, []);
    assert.equal((await entries(store, id)).length, 3);
  });

  test("what has ended or is not there cannot be accepted", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    const { conversation } = await store.endConversation(ends(id));
    assert.deepEqual(await store.acceptConversation(accepts(id)), { won: false, reason: "ended", conversation });
    assert.deepEqual(await store.acceptConversation(accepts("nowhere")), { won: false, reason: "not-found" });
    await store.leaveMessage(opening("left"), text("left"));
    const left = await store.acceptConversation(accepts("left"));
    assert.equal(left.won, false);
    assert.equal(await statusOf(store, "left"), "left");
  });

  test("accepting and ending at once leave one story, in the order of the calls", async (t) => {
    const { store } = await openStore(t);
    const [one, two] = [await open(store, ADA), await open(store, BEN)];
    const [accepted, , , late] = await Promise.all([
      store.acceptConversation(accepts(one)),
      store.endConversation(ends(one)),
      store.endConversation(ends(two)),
      store.acceptConversation(accepts(two)),
    ]);
    assert.deepEqual([accepted.won, late.won], [true, false]);
    assert.deepEqual((await entries(store, one)).slice(2), [`3 ${accepts(one).event.id}`, `4 ended-${one}`]);
    assert.deepEqual((await entries(store, two)).slice(2), [`3 ended-${two}`]);
  });

  test("ending adds its event once; ending what has ended changes nothing", async (t) => {
    const { store } = await openStore(t);
    const id = await openAndAccept(store);
    const first = await store.endConversation(ends(id));
    assert.deepEqual([first.conversation?.status, first.conversation?.endedAt], ["ended", 400]);
    assert.deepEqual(first.stored, [{ ...ends(id).event, conversation: id, seq: 4 }]);
    const again = await store.endConversation(ends(id, "another"));
    assert.deepEqual(again, { conversation: first.conversation, stored: [] });
    const nowhere = await store.endConversation(ends("nowhere"));
    assert.deepEqual([nowhere.conversation, nowhere.stored], [undefined, []]);
    assert.deepEqual(await store.liveConversations(), []);
  });

  test("marks only grow, never past what there is, and each side has its own", async (t) => {
    const { store } = await openStore(t);
    const id = await open(store);
    await store.appendFromVisitor(saysIn(id, "m"));
    const marks = async () => {
      const { visitorMarks, operatorMarks } = must(await store.conversation(id), "the conversation");
      return { visitorMarks, operatorMarks };
    };
    await store.mark(id, "operator", { delivered: 2, seen: 1 });
    assert.deepEqual((await marks()).operatorMarks, { delivered: 2, seen: 1 });
    await store.mark(id, "operator", { delivered: 1, seen: 0 });
    assert.deepEqual((await marks()).operatorMarks, { delivered: 2, seen: 1 });
    const seen = await store.mark(id, "operator", { delivered: 0, seen: 99 });
    assert.deepEqual(seen?.operatorMarks, { delivered: 3, seen: 3 });
    assert.deepEqual(await marks(), {
      visitorMarks: { delivered: 0, seen: 0 },
      operatorMarks: { delivered: 3, seen: 3 },
    });
    await store.mark(id, "visitor", { delivered: 99, seen: 1 });
    assert.deepEqual((await marks()).visitorMarks, { delivered: 3, seen: 1 });
    assert.equal(await store.mark("nowhere", "visitor", { delivered: 1, seen: 1 }), undefined);
  });

  test("a left message is a conversation of one text, never live, and repeating it is harmless", async (t) => {
    const { store } = await openStore(t);
    const from = opening("left", { visitorName: "Ada", visitorEmail: "ada@example.org" });
    const first = await store.leaveMessage(from, text("left", "Call me"));
    assert.deepEqual([first.opened, first.conversation.status, first.conversation.lastSeq], [true, "left", 1]);
    assert.deepEqual(first.stored, [{ ...text("left", "Call me"), conversation: "left", seq: 1 }]);
    const again = await store.leaveMessage(from, text("left", "Call me"));
    assert.deepEqual(again, { opened: false, conversation: first.conversation, stored: [] });
    assert.deepEqual(await store.liveConversations(), []);
    kept(await store.appendFromVisitor(says("m")));
  });

  test("an opening under an id that another visitor has used tells nothing of theirs", async (t) => {
    const { store } = await openStore(t);
    await store.leaveMessage(opening("left"), text("left"));
    const id = await open(store);
    const bens = opening("left", { visitor: BEN });
    const refused = (error: unknown) => error instanceof ChatError && error.code === "not-found";
    await assert.rejects(store.leaveMessage(bens, text("left")), refused);
    await assert.rejects(store.leaveMessage({ ...bens, id: "new" }, text(`first-of-${ADA}`)), refused);
    await assert.rejects(store.request({ ...bens, id }, [event("invited", "invited")]), refused);
    assert.deepEqual(await store.conversationsOfVisitor(SITE, BEN, 10), []);
  });

  test("left messages are listed newest first, page by page, with their text, and can be settled", async (t) => {
    const { store } = await openStore(t);
    for (const at of [10, 30, 20]) {
      await store.leaveMessage(opening(`left-${at}`, { at, visitor: ADA + at }), text(`left-${at}`, `text at ${at}`));
    }
    await store.leaveMessage(opening("elsewhere", { site: "site-2" }), text("elsewhere"));
    await open(store);
    const page = async (before: number, limit: number) =>
      (await store.leftMessages(SITE, before, limit)).map((left) => `${left.conversation.id}: ${left.text}`);
    assert.deepEqual(await page(1_000, 2), ["left-30: text at 30", "left-20: text at 20"]);
    assert.deepEqual(await page(20, 2), ["left-10: text at 10"]);
    assert.equal((await store.settleLeftMessage("left-20", 77))?.settledAt, 77);
    assert.equal((await store.leftMessages(SITE, 21, 1))[0]?.conversation.settledAt, 77);
    assert.equal((await store.settleLeftMessage("left-20", undefined))?.settledAt, undefined);
    assert.equal(await store.settleLeftMessage(`conversation-of-${ADA}`, 77), undefined);
    assert.equal(await store.settleLeftMessage("nowhere", 77), undefined);
  });

  test("a visitor's conversations are listed newest first, at this site only", async (t) => {
    const { store } = await openStore(t);
    for (const at of [10, 30, 20]) await store.leaveMessage(opening(`left-${at}`, { at }), text(`left-${at}`));
    await store.leaveMessage(opening("elsewhere", { site: "site-2" }), text("elsewhere"));
    await open(store);
    const list = await store.conversationsOfVisitor(SITE, ADA, 3);
    assert.deepEqual(
      list.map(({ id }) => id),
      [`conversation-of-${ADA}`, "left-30", "left-20"],
    );
    assert.deepEqual(await store.conversationsOfVisitor(SITE, BEN, 3), []);
  });

  test("whoever has had a chat that was accepted and is over has chatted, at that site", async (t) => {
    const { store } = await openStore(t);
    await store.leaveMessage(opening("left", { visitor: 10_004 }), text("left"));
    await open(store, 10_005);
    await store.request(opening("missed", { visitor: 10_006 }), [event("invited-too", "invited")]);
    await store.endConversation(ends("missed"));
    await openAndAccept(store, BEN);
    const over = await openAndAccept(store, ADA);
    const all = [ADA, BEN, 10_004, 10_005, 10_006, 10_007];
    assert.deepEqual(await store.visitorsWhoChatted(SITE, all), []);
    await store.endConversation(ends(over));
    assert.deepEqual(await store.visitorsWhoChatted(SITE, all), [ADA]);
    assert.deepEqual(await store.visitorsWhoChatted("site-2", all), []);
    assert.deepEqual(await store.visitorsWhoChatted(SITE, []), []);
  });

  test("the live conversations are those that are requesting or open, of every site", async (t) => {
    const { store } = await openStore(t);
    const requesting = await open(store, ADA);
    const accepted = await openAndAccept(store, BEN);
    await store.request(opening("elsewhere", { site: "site-2" }), [event("invited", "invited")]);
    await store.request(opening("over", { visitor: 10_003 }), [event("invited-too", "invited")]);
    await store.endConversation(ends("over"));
    const live = await store.liveConversations();
    assert.deepEqual(live.map(({ id }) => id).sort(), [requesting, accepted, "elsewhere"].sort());
    assert.deepEqual(
      await store.conversation(accepted),
      live.find(({ id }) => id === accepted),
    );
    assert.equal(await store.conversation("nowhere"), undefined);
  });
}
