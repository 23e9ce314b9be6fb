import assert from "node:assert/strict";
import { newId } from "../client/id.ts";
import type { QueueRule } from "../protocol/rest.ts";
import type { Colleague, QueueState, ToOperator } from "../protocol/server-to-operator.ts";
import { type Account, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

const RULE: QueueRule = { rule: "least-busy", mostChats: 2, answerMs: 600_000 };

async function setRule(shop: Shop, change: Partial<QueueRule> = {}): Promise<void> {
  await shop.request("PUT", "/queue", { ...RULE, ...change }, shop.owner.cookie);
}

/** A window of a console, and how it was told that the requests stand. */
async function desk(shop: Shop, account: Account) {
  const states = new Map<string, QueueState | undefined>();
  let queueing: readonly string[] = [];
  let colleagues: readonly Colleague[] = [];
  const operator = shop.operator(account, {
    onFrame: (frame) => {
      if (frame.type === "welcome") {
        states.clear();
        for (const one of frame.conversations) states.set(one.id, one.queue);
      }
      if (frame.type === "conversation") {
        if (frame.conversation.status === "requesting") states.set(frame.conversation.id, frame.conversation.queue);
        else states.delete(frame.conversation.id);
      }
      if (frame.type === "queue") states.set(frame.conversation, frame.queue);
      if (frame.type === "queueing") queueing = frame.sites;
      if (frame.type === "welcome" || frame.type === "colleagues") ({ colleagues } = frame);
    },
  });
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  return {
    operator,
    queueing: () => queueing,
    statusOf: (colleague: string) => colleagues.find(({ name }) => name === colleague)?.status,
    /** The screen name of whom the request is offered to, or how else it stands. */
    holder(conversation: string): string | undefined {
      const state = states.get(conversation);
      return state?.kind === "offered" ? state.to.name : state?.kind;
    },
    decline: (conversation: string) => operator.line.ask({ type: "decline", id: newId(), conversation }),
  };
}

/** A visitor who has asked for a chat, and the places in the queue that they were told. */
async function requester(shop: Shop, text: string, department?: string) {
  const places: (number | undefined)[] = [];
  const visitor = shop.visitor({ onFrame: (frame) => frame.type === "queue" && places.push(frame.place) });
  const wish = department === undefined ? {} : { department };
  await visitor.line.ask({ type: "send", id: newId(), text, ...wish });
  const id = await shop.until("the request", () => visitor.conversation?.id);
  return { visitor, id, place: () => places.at(-1) };
}

test("V5: a request is offered to one operator, and to the next who has not declined", async (t) => {
  const shop = await startShop(t);
  await setRule(shop, { rule: "in-turn" });
  const priya = await shop.addOperator("priya", "Priya Rao");
  const sam = await shop.addOperator("sam", "Sam Lee");
  const [her, him] = [await desk(shop, priya), await desk(shop, sam)];
  assert.deepEqual(her.queueing(), [shop.site.id]);
  const { id } = await requester(shop, "Hello?");
  await shop.until("the offer", () => her.holder(id) === "Priya Rao" && him.holder(id) === "Priya Rao");
  await assert.rejects(him.operator.accept(id), {
    code: "not-offered",
    message: "This request is offered to Priya Rao just now; it goes on if Priya Rao does not answer.",
    by: "Priya Rao",
  });
  await assert.rejects(him.decline(id), { code: "not-offered" });
  await her.decline(id);
  await shop.until("it has gone on", () => her.holder(id) === "Sam Lee" && him.holder(id) === "Sam Lee");
  await assert.rejects(her.operator.accept(id), { code: "not-offered", by: "Sam Lee" });
  await him.operator.accept(id);
  await shop.until("nobody is asked any more", () => her.holder(id) === undefined && him.holder(id) === undefined);
});

test("V5: the visitor is told the place in the queue, also on the next page", async (t) => {
  const shop = await startShop(t);
  await setRule(shop, { mostChats: 1 });
  const maya = await desk(shop, shop.owner);
  const first = await requester(shop, "First");
  const second = await requester(shop, "Second");
  const third = await requester(shop, "Third");
  await shop.until("their places", () => first.place() === 1 && second.place() === 2 && third.place() === 3);
  await maya.operator.accept(first.id);
  await shop.until("they move up", () => second.place() === 1 && third.place() === 2);
  assert.equal(maya.holder(second.id), "waits", "Maya has as many chats as she may");
  third.visitor.line.stop();
  const { token = "" } = third.visitor;
  const places: (number | undefined)[] = [];
  shop.visitor({ token, onFrame: (frame) => frame.type === "queue" && places.push(frame.place) });
  await shop.until("the place on the next page", () => places.at(-1) === 2);
  second.visitor.line.ask({ type: "end", id: newId(), conversation: second.id }).catch(assert.fail);
  await shop.until("who leaves makes room", () => places.at(-1) === 1);
  await maya.operator.line.ask({ type: "end", id: newId(), conversation: first.id });
  await shop.until("Maya is free again", () => maya.holder(third.id) === "Maya Okafor");
});

test("V5: an operator with two windows is one operator, whose offer goes on when both are closed", async (t) => {
  const shop = await startShop(t, { config: { operatorGraceMs: 1 } });
  await setRule(shop, { rule: "in-turn" });
  const priya = await shop.addOperator("priya", "Priya Rao");
  const windows = [await desk(shop, priya), await desk(shop, await shop.signIn("priya"))] as const;
  const [a, b] = [await requester(shop, "One"), await requester(shop, "Two")];
  await shop.until("one offer", () =>
    windows.every((it) => it.holder(a.id) === "Priya Rao" && it.holder(b.id) === "waits"),
  );
  const sam = await desk(shop, await shop.addOperator("sam", "Sam Lee"));
  await shop.until("the other one goes to Sam", () => sam.holder(b.id) === "Sam Lee");
  windows[0].operator.line.stop();
  await sam.operator.accept(b.id);
  assert.equal(sam.holder(a.id), "Priya Rao", "her other window is open");
  windows[1].operator.line.stop();
  await shop.until("she is gone", () => sam.holder(a.id) === "Sam Lee");
});

test("V5: who lets too many offers in a row run out is away, and is told why, until they choose to be online", async (t) => {
  const shop = await startShop(t, { config: { unansweredOffers: 2 } });
  const priya = await shop.addOperator("priya", "Priya Rao");
  const maya = await desk(shop, shop.owner);
  await maya.operator.line.ask({ type: "status", id: newId(), status: "away" });
  await setRule(shop, { answerMs: 5_000 });
  const told: ToOperator[] = [];
  const window = () => shop.operator(priya, { onFrame: (frame) => void told.push(frame) });
  const own = () => told.flatMap((it) => (it.type === "status" || it.type === "welcome" ? [it] : [])).at(-1);
  const her = window();
  await shop.until("she is there", () => own()?.status === "online");
  const { id } = await requester(shop, "Is anybody there?");
  await shop.until("the first offer", () => maya.holder(id) === "Priya Rao");
  await shop.until("she is away", () => own()?.status === "away");
  const { unanswered, byItself } = own() ?? {};
  assert.deepEqual({ unanswered, byItself }, { unanswered: 2, byItself: false });
  await shop.until("nobody is asked", () => maya.holder(id) === "waits");
  assert.equal(maya.statusOf("Priya Rao"), "away");
  her.line.tell({ type: "idle", idle: false, back: true });
  told.length = 0;
  window();
  await shop.until("the next window", () => own()?.type === "welcome");
  assert.deepEqual([own()?.status, own()?.unanswered], ["away", 2], "a touch of the mouse changes nothing");
  // An offer that is to last from here on.
  await setRule(shop);
  await her.line.ask({ type: "status", id: newId(), status: "online" });
  await shop.until("she is asked again", () => maya.holder(id) === "Priya Rao");
  assert.deepEqual([own()?.status, own()?.unanswered], ["online", undefined]);
});

test("V5: a supervisor takes what is offered to another", async (t) => {
  const shop = await startShop(t);
  await setRule(shop);
  const priya = await desk(shop, await shop.addOperator("priya", "Priya Rao"));
  const { id } = await requester(shop, "Hello?");
  await shop.until("the offer", () => priya.holder(id) === "Priya Rao");
  const maya = await desk(shop, shop.owner);
  assert.equal(maya.holder(id), "Priya Rao");
  await maya.operator.accept(id);
  await shop.until("it is taken back", () => priya.holder(id) === undefined);
  await assert.rejects(priya.operator.accept(id), { code: "already-accepted", by: "Maya Okafor" });
});

test("V5: what waits is offered again after a restart, in its order", async (t) => {
  const shop = await startShop(t);
  await setRule(shop);
  const priya = await desk(shop, await shop.addOperator("priya", "Priya Rao"));
  const [a, b] = [await requester(shop, "One"), await requester(shop, "Two")];
  await shop.until("the offer", () => priya.holder(a.id) === "Priya Rao" && priya.holder(b.id) === "waits");
  await shop.stop();
  await shop.start();
  await shop.until("the operator is back", () => priya.operator.line.state.kind === "online");
  await shop.until("the same offer", () => priya.holder(a.id) === "Priya Rao" && priya.holder(b.id) === "waits");
  await shop.until("the places are told anew", () => a.place() === 1 && b.place() === 2);
});

test("V5: who accepted an invitation is offered first to whoever invited them", async (t) => {
  const shop = await startShop(t);
  await setRule(shop, { rule: "in-turn" });
  const priya = await desk(shop, await shop.addOperator("priya", "Priya Rao"));
  const sam = await desk(shop, await shop.addOperator("sam", "Sam Lee"));
  let invitation = "";
  const visitor = shop.visitor({ onFrame: (it) => it.type === "invitation" && (invitation = it.invitation.id) });
  await shop.until("the visitor", () => visitor.visitor > 0);
  await sam.operator.line.ask({ type: "invite", id: newId(), site: shop.site.id, visitor: visitor.visitor });
  await shop.until("the invitation", () => invitation !== "");
  await visitor.line.ask({ type: "invitation", id: newId(), invitation, answer: "accepted" });
  const id = await shop.until("the request", () => visitor.conversation?.id);
  await shop.until("Sam is asked", () => priya.holder(id) === "Sam Lee");
});

test("V5: without queueing anybody takes a request, and turning it off lets everybody at it", async (t) => {
  const shop = await startShop(t);
  const priya = await desk(shop, await shop.addOperator("priya", "Priya Rao"));
  const sam = await desk(shop, await shop.addOperator("sam", "Sam Lee"));
  const first = await requester(shop, "One");
  assert.equal(first.place(), undefined);
  await sam.operator.accept(first.id);
  await setRule(shop, { rule: "in-turn" });
  await shop.until("it is on", () => priya.queueing().length === 1);
  const second = await requester(shop, "Two");
  await shop.until("the offer", () => sam.holder(second.id) === "Priya Rao" && second.place() === 1);
  await setRule(shop, { rule: "off" });
  await shop.until("it is off", () => sam.queueing().length === 0 && sam.holder(second.id) === undefined);
  await sam.operator.accept(second.id);
  assert.equal(second.place(), undefined);
});

test("V5: only administrators set the rule, and only one that makes sense", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  await assert.rejects(shop.request("PUT", "/queue", RULE, priya.cookie), /answered 403/);
  for (const wrong of [{ mostChats: 0 }, { mostChats: 2.5 }, { answerMs: 100 }, { answerMs: 1e9 }, { rule: "random" }])
    await assert.rejects(shop.request("PUT", "/queue", { ...RULE, ...wrong }, shop.owner.cookie), /answered 4/);
  const kept = await shop.request("GET", "/queue", undefined, priya.cookie);
  assert.deepEqual(await kept.json(), { rule: "off", mostChats: 4, answerMs: 30_000 });
});

test("V5: each department has its own rule, and its members are asked; those above it only where none of them is there", async (t) => {
  const shop = await startShop(t);
  const { cookie } = shop.owner;
  const add = async (name: string, queue: QueueRule): Promise<string> => {
    const made = await shop.request("POST", "/departments", { name, sites: "all", queue }, cookie);
    return ((await made.json()) as { id: string }).id;
  };
  const sales = await add("Sales", RULE);
  const service = await add("Service", { ...RULE, rule: "off" });
  const [priya, sam] = [await shop.addOperator("priya", "Priya Rao"), await shop.addOperator("sam", "Sam Lee")];
  const maya = await desk(shop, shop.owner);
  await shop.until("queueing is on for the site", () => maya.queueing().includes(shop.site.id));
  const first = await requester(shop, "What does it cost?", sales);
  await shop.until("the owner, since nobody else sells", () => maya.holder(first.id) === "Maya Okafor");
  for (const [{ me }, departments] of [
    [priya, [sales]],
    [sam, [sales, service]],
  ] as const) {
    await shop.request(
      "PATCH",
      `/operators/${me.id}`,
      { name: me.name, role: "operator", sites: "all", departments },
      cookie,
    );
  }
  const her = await desk(shop, priya);
  await shop.until("a member is there now", () => maya.holder(first.id) === "Priya Rao");
  const him = await desk(shop, sam);
  const second = await requester(shop, "It is broken", service);
  await shop.until("it is everybody's of the service", () => him.operator.conversations.has(second.id));
  assert.equal(him.holder(second.id), undefined);
  assert.equal(second.place(), undefined, "and in no queue");
  const third = await requester(shop, "Do you have it in green?", sales);
  await shop.until("the next of the sales", () => third.place() === 2 && her.holder(third.id) === "Sam Lee");
  await him.operator.accept(second.id);
  await him.operator.accept(third.id);
  await shop.request(
    "PATCH",
    `/departments/${sales}`,
    { name: "Sales", sites: "all", queue: { ...RULE, rule: "off" } },
    cookie,
  );
  await shop.until("it is off", () => her.queueing().length === 0 && her.holder(first.id) === undefined);
  await him.operator.accept(first.id);
});

test("V5: of the holder and a supervisor who take a request at one moment exactly one gets it", async (t) => {
  const shop = await startShop(t);
  await setRule(shop, { mostChats: 20 });
  const priya = await desk(shop, await shop.addOperator("priya", "Priya Rao"));
  const maya = await desk(shop, shop.owner);
  await maya.operator.line.ask({ type: "status", id: newId(), status: "away" });
  for (let round = 0; round < 10; round += 1) {
    const { id, visitor } = await requester(shop, `Round ${round}`);
    await shop.until("the offer", () => maya.holder(id) === "Priya Rao");
    const taken = await Promise.allSettled([priya.operator.accept(id), maya.operator.accept(id)]);
    const lost = taken.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []));
    assert.deepEqual(lost, ["already-accepted"]);
    await shop.until("the chat", () => visitor.conversation?.status === "open");
  }
});
