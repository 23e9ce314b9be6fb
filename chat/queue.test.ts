import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { LocalBus } from "../server/bus/local.ts";
import type { Conversation } from "./conversation.ts";
import type { Announcement } from "./event.ts";
import { LiveConversations } from "./live-conversations.ts";
import { Queue } from "./queue.ts";
import type { QueueRule } from "./queue-rule.ts";

const MAYA = { id: "maya", name: "Maya" };
const PRIYA = { id: "priya", name: "Priya" };
const SAM = { id: "sam", name: "Sam" };
const ANSWER_MS = 30_000;

let now = 0;
let said: Announcement[] = [];
let rule: QueueRule;
let staff = [MAYA];
let live: LiveConversations;
let queue: Queue;
let unansweredOffers = 3;

beforeEach(() => {
  unansweredOffers = 3;
  begin();
});

function begin(): void {
  now = 1_000_000;
  said = [];
  rule = { rule: "least-busy", mostChats: 2, answerMs: ANSWER_MS };
  staff = [MAYA, PRIYA];
  live = new LiveConversations();
  const bus = new LocalBus();
  bus.listen((announcement) => said.push(announcement));
  const world = { now: () => now, newId: () => "unused-id" };
  queue = new Queue({ world, bus, live, ruleFor: () => rule, staffFor: () => staff, unansweredOffers });
}

function say(id: string, change: Partial<Conversation>): void {
  const marks = { delivered: 0, seen: 0 };
  const fresh = {
    id,
    site: "shop",
    visitor: id.charCodeAt(0),
    status: "requesting",
    requestedAt: now,
    lastSeq: 1,
  } as const;
  const conversation = { visitorMarks: marks, operatorMarks: marks, ...fresh, ...live.get(id), ...change };
  live.learn(conversation);
  queue.learn(conversation);
  queue.update();
}

const request = (id: string): void => say(id, {});
const answer = (id: string, operator: { id: string; name: string }): void => say(id, { status: "open", operator });

function holder(id: string): string {
  const state = queue.state(id);
  return state.kind === "offered" ? state.to.id : state.kind;
}

function pass(ms: number): void {
  now += ms;
  queue.update();
}

/** Accepts as the gateway does: the store decides a moment later. */
async function accept(operator: { id: string; name: string }, id: string, mayTakeAny = false): Promise<void> {
  await queue.take(operator, { conversation: id, mayTakeAny }, async () => {
    await Promise.resolve();
    live.learn({ ...(live.get(id) as Conversation), status: "open", operator, lastSeq: 2 });
  });
}

test("a request is offered to one operator, and to the next when the time is over", async () => {
  request("a");
  assert.equal(holder("a"), "maya");
  pass(ANSWER_MS - 1);
  assert.equal(holder("a"), "maya");
  pass(1);
  assert.equal(holder("a"), "priya");
  await new Promise(setImmediate);
  const offered = said.filter((it) => it.type === "queue").map((it) => it.state);
  assert.deepEqual(offered, [
    { kind: "offered", to: MAYA, since: 1_000_000, until: 1_000_000 + ANSWER_MS },
    { kind: "offered", to: PRIYA, since: 1_000_000 + ANSWER_MS, until: 1_000_000 + 2 * ANSWER_MS },
  ]);
});

test("who declines is asked again only when the others have been, and not before the time is over", () => {
  request("a");
  queue.decline("maya", "a");
  assert.equal(holder("a"), "priya");
  pass(1_000);
  queue.decline("priya", "a");
  assert.equal(holder("a"), "waits");
  pass(ANSWER_MS - 1_000);
  assert.equal(holder("a"), "maya", "a new round begins with whoever has rested");
  assert.throws(() => queue.decline("priya", "a"), { code: "not-offered" });
});

test("a request that nobody answers calls everybody after three rounds", () => {
  request("a");
  const held = [];
  for (; holder("a") !== "open"; pass(ANSWER_MS)) held.push(holder("a"));
  assert.deepEqual(held, ["maya", "priya", "maya", "priya", "maya", "priya"]);
  request("b");
  assert.equal(holder("b"), "maya", "and holds up nobody behind it");
});

/** Who was announced as not answering since the last call, once the bus has delivered it. */
async function silent(): Promise<unknown[]> {
  await new Promise(setImmediate);
  return said.splice(0).flatMap((it) => (it.type === "unanswered" ? [`${it.operator} ${it.offers}`] : []));
}

test("who lets three offers in a row run out is said not to answer, and is offered nothing more at that moment", async () => {
  staff = [MAYA];
  request("a");
  request("b");
  pass(ANSWER_MS);
  pass(ANSWER_MS);
  assert.equal(holder("a"), "maya");
  assert.deepEqual(await silent(), []);
  pass(ANSWER_MS);
  assert.deepEqual([holder("a"), holder("b")], ["waits", "waits"]);
  assert.deepEqual(await silent(), ["maya 3"]);
});

test("an accept or a decline, and leaving, begin the count of unanswered offers anew", async () => {
  staff = [MAYA];
  const letTwoRunOut = (id: string): void => {
    request(id);
    pass(ANSWER_MS);
    pass(ANSWER_MS);
    say(id, { status: "ended" });
  };
  letTwoRunOut("a");
  request("b");
  queue.decline("maya", "b");
  say("b", { status: "ended" });
  letTwoRunOut("c");
  request("d");
  await accept(MAYA, "d");
  say("d", { status: "ended" });
  letTwoRunOut("e");
  queue.answers("maya");
  letTwoRunOut("f");
  assert.deepEqual(await silent(), []);
  request("g");
  pass(ANSWER_MS);
  assert.deepEqual(await silent(), ["maya 3"]);
});

test("each operator's unanswered offers are counted by themselves, and those of whoever had to go are not", async () => {
  request("a");
  pass(ANSWER_MS);
  pass(ANSWER_MS);
  pass(ANSWER_MS);
  assert.equal(holder("a"), "priya");
  staff = [MAYA];
  pass(ANSWER_MS);
  assert.deepEqual(await silent(), [], "two of Maya's, one of Priya's, and one that Priya could not have answered");
});

test("without a bound nobody is said not to answer", async () => {
  unansweredOffers = 0;
  begin();
  staff = [MAYA];
  for (const id of ["a", "b", "c"]) {
    request(id);
    for (let round = 0; round < 3; round += 1) pass(ANSWER_MS);
    assert.equal(holder(id), "open");
  }
  assert.deepEqual(await silent(), []);
});

test("nobody is offered two requests at once, and the longest-waiting comes first", () => {
  for (const id of ["a", "b", "c"]) {
    request(id);
    now += 1;
  }
  assert.deepEqual(["a", "b", "c"].map(holder), ["maya", "priya", "waits"]);
  answer("a", MAYA);
  assert.deepEqual(["b", "c"].map(holder), ["priya", "maya"]);
});

test("whoever has as many chats as the limit is offered no more until one ends", () => {
  staff = [MAYA];
  for (const id of ["a", "b", "c"]) request(id);
  answer("a", MAYA);
  answer("b", MAYA);
  assert.equal(holder("c"), "waits");
  pass(10 * ANSWER_MS);
  assert.equal(holder("c"), "waits", "however long it takes");
  say("a", { status: "ended", lastSeq: 9 });
  assert.equal(holder("c"), "maya");
});

test("an offer whose operator goes away passes on, and is not counted as asked", () => {
  request("a");
  staff = [PRIYA];
  queue.update();
  assert.equal(holder("a"), "priya");
  staff = [MAYA];
  queue.update();
  assert.equal(holder("a"), "maya");
  staff = [];
  queue.update();
  assert.equal(holder("a"), "waits");
});

test("each rule chooses its own", () => {
  staff = [SAM, PRIYA, MAYA];
  const order = (): string[] => {
    const taken = [];
    for (const id of ["1", "2", "3", "4"]) {
      now += 1;
      request(id);
      const to = holder(id);
      taken.push(to);
      answer(id, { id: to, name: to });
      if (id === "2") say(id, { status: "ended", lastSeq: 9 });
    }
    for (const id of ["1", "3", "4"]) say(id, { status: "ended", lastSeq: 9 });
    return taken;
  };
  assert.deepEqual(order(), ["maya", "priya", "sam", "priya"], "least busy");
  rule = { ...rule, rule: "in-turn" };
  assert.deepEqual(order(), ["sam", "maya", "priya", "sam"], "in turn, after the last one");
  rule = { ...rule, rule: "longest-idle" };
  request("last");
  assert.equal(holder("last"), "maya", "her last chat ended before Priya's and Sam's");
});

test("only the holder may take it, or who may take any", async () => {
  request("a");
  request("b");
  await assert.rejects(accept(PRIYA, "a"), { code: "not-offered", by: "Maya" });
  await accept(PRIYA, "a", true);
  assert.equal(holder("a"), "unqueued", "it is in no queue any more");
  assert.equal(holder("b"), "priya", "each keeps what they hold");
  await accept(PRIYA, "b");
  staff = [];
  request("c");
  await assert.rejects(accept(MAYA, "c"), { code: "not-offered" });
});

test("an offer does not pass on while the store decides about its acceptance", async () => {
  request("a");
  const accepted = accept(MAYA, "a");
  pass(ANSWER_MS);
  queue.decline("maya", "a");
  assert.equal(holder("a"), "maya");
  await accepted;
  assert.equal(holder("a"), "unqueued");
  await new Promise(setImmediate);
  assert.deepEqual(
    said.filter((it) => it.type === "queue").map((it) => it.state.kind),
    ["offered"],
  );
});

test("an acceptance that fails leaves the offer where it was", async () => {
  request("a");
  const failed = queue.take(MAYA, { conversation: "a", mayTakeAny: false }, () => Promise.reject(new Error("disk")));
  await assert.rejects(failed, /disk/);
  assert.equal(holder("a"), "maya");
});

test("a visitor's place counts down, and ends with the queue", async () => {
  staff = [];
  for (const id of ["a", "b", "c"]) request(id);
  assert.deepEqual(
    ["a", "b", "c"].map((id) => queue.place(id)),
    [1, 2, 3],
  );
  say("b", { status: "ended", lastSeq: 9 });
  assert.deepEqual([queue.place("a"), queue.place("c")], [1, 2]);
  rule = { ...rule, rule: "off" };
  queue.update();
  assert.equal(holder("a"), "unqueued");
  await new Promise(setImmediate);
  const ofC = said.flatMap((it) => (it.type === "place" && it.conversation === "c" ? [it.place] : []));
  assert.deepEqual(ofC, [3, 2, undefined]);
});

test("with queueing off anybody takes a request, and it has no place", async () => {
  rule = { ...rule, rule: "off" };
  request("a");
  assert.equal(holder("a"), "unqueued");
  await accept(PRIYA, "a");
  await new Promise(setImmediate);
  assert.deepEqual(said, []);
});
