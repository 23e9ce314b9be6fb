import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { newId } from "../client/id.ts";
import { Refused } from "../client/line.ts";
import type { Message } from "../protocol/message.ts";
import type { ToOperator } from "../protocol/server-to-operator.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

/** Maya chats with Ada; Priya and Sam are there. What Ada and Priya hear is written down. */
async function startChat(t: TestContext, typingPreviews = false) {
  const shop = await startShop(t);
  const { name, origins } = shop.site;
  if (typingPreviews)
    await shop.request("PATCH", `/sites/${shop.site.id}`, { name, origins, typingPreviews }, shop.owner.cookie);
  const told: ToVisitor[] = [];
  const heard: ToOperator[] = [];
  const accounts = {
    priya: await shop.addOperator("priya", "Priya Rao"),
    sam: await shop.addOperator("sam", "Sam Lee"),
  };
  const maya = shop.operator();
  const priya = shop.operator(accounts.priya, { onFrame: (frame) => heard.push(frame) });
  const sam = shop.operator(accounts.sam);
  await shop.until("all are there", () => [maya, priya, sam].every(({ line }) => line.state.kind === "online"));
  const ada = shop.visitor({ onFrame: (frame) => told.push(frame) });
  const { conversation = "" } = await ada.say("Hello");
  await shop.until("the request", () => maya.conversations.has(conversation));
  await maya.accept(conversation);
  const ids = { maya: shop.owner.me.id, priya: accounts.priya.me.id, sam: accounts.sam.me.id };
  const holder = () => priya.conversations.get(conversation)?.operator?.name;
  return { shop, maya, priya, sam, ada, conversation, told, heard, ids, accounts, holder };
}

const events = (messages: readonly Message[]): string[] =>
  messages.flatMap(({ body }) => (body.kind === "event" ? [body.event] : []));

test("V7: of two operators who take over one chat exactly one wins, and the other is told who", async (t) => {
  const { shop, priya, sam, ada, conversation, ids, holder } = await startChat(t);
  const from = ids.maya;
  const results = await Promise.allSettled(
    [priya, sam].map(({ line }) => line.ask({ type: "take-over", id: newId(), conversation, from })),
  );
  const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason as Refused] : []));
  assert.equal(lost.length, 1);
  assert.ok(lost[0] instanceof Refused);
  await shop.until("everybody knows", () => holder() !== "Maya Okafor" && ada.conversation?.operator === holder());
  assert.deepEqual([lost[0].code, lost[0].by], ["already-taken", holder()]);
  await shop.until("the visitor reads it", () => events(ada.messages).at(-1) === "taken-over");
});

test("V7: the word of a transfer reaches the colleague and no visitor, and the chat stays until it is accepted", async (t) => {
  const { shop, maya, priya, sam, ada, conversation, told, heard, ids, holder } = await startChat(t);
  const offer = { type: "transfer", conversation, word: "Impatient, be quick" } as const;
  await maya.line.ask({ ...offer, id: newId(), to: ids.priya });
  const offered = await shop.until("the offer", () => priya.conversations.get(conversation)?.transfer);
  assert.deepEqual(
    [offered.word, offered.from.name, offered.to?.name],
    ["Impatient, be quick", "Maya Okafor", "Priya Rao"],
  );
  await maya.say(conversation, "One moment");
  const answer = { type: "transfer-answer", conversation } as const;
  await assert.rejects(sam.line.ask({ ...answer, id: newId(), answer: "accepted" }), { code: "transfer-over" });
  await priya.line.ask({ ...answer, id: newId(), answer: "handed-back" });
  await shop.until("it is handed back", () => maya.conversations.get(conversation)?.transfer === undefined);
  await maya.line.ask({ ...offer, id: newId(), to: ids.priya });
  await priya.line.ask({ ...answer, id: newId(), answer: "accepted" });
  await shop.until("it is Priya's", () => holder() === "Priya Rao" && ada.conversation?.operator === "Priya Rao");
  await shop.until("the same log", () => ada.messages.length === priya.messages(conversation).length);
  assert.deepEqual(events(priya.messages(conversation)).slice(-4), [
    "transfer-offered",
    "handed-back",
    "transfer-offered",
    "transferred",
  ]);
  assert.deepEqual(events(ada.messages).at(-1), "transferred");
  const line = JSON.stringify(told);
  assert.doesNotMatch(line, /Impatient|transfer-offered|handed-back|whom/);
  assert.match(JSON.stringify(heard), /Impatient/);
});

test("V7: a chat that is offered to a department goes to the first of it who accepts, and is the department's then", async (t) => {
  const { shop, maya, priya, sam, conversation, ids, holder } = await startChat(t);
  const queue = { rule: "off", mostChats: 4, answerMs: 30_000 };
  const made = await shop.request("POST", "/departments", { name: "Tents", sites: "all", queue }, shop.owner.cookie);
  const { id: department } = (await made.json()) as { id: string };
  for (const id of [ids.priya, ids.sam]) {
    const name = id === ids.priya ? "Priya Rao" : "Sam Lee";
    const change = { name, role: "operator", sites: "all", departments: [department] };
    await shop.request("PATCH", `/operators/${id}`, change, shop.owner.cookie);
  }
  // Whose departments change begins anew.
  await shop.until("both are back", () => [priya, sam].every(({ line }) => line.state.kind === "online"));
  await maya.line.ask({ type: "transfer", id: newId(), conversation, department });
  for (const { conversations } of [priya, sam])
    await shop.until(
      "all of it are asked",
      () => conversations.get(conversation)?.transfer?.department?.name === "Tents",
    );
  const accept = { type: "transfer-answer", conversation, answer: "accepted" } as const;
  const results = await Promise.allSettled([priya, sam].map(({ line }) => line.ask({ ...accept, id: newId() })));
  const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason as Refused] : []));
  assert.deepEqual(
    lost.map(({ code }) => code),
    ["transfer-over"],
  );
  await shop.until("it has changed hands", () => holder() !== "Maya Okafor");
  assert.equal(lost[0]?.by, holder());
});

test("V7: who joins a chat writes in it as well, both names are the visitor's, and stepping out ends it", async (t) => {
  const { shop, maya, priya, ada, conversation } = await startChat(t);
  await assert.rejects(priya.say(conversation, "Hello"), { code: "not-allowed", by: "Maya Okafor" });
  await priya.line.ask({ type: "join", id: newId(), conversation });
  await priya.say(conversation, "Priya here");
  await maya.say(conversation, "And Maya");
  await shop.until("both have spoken", () =>
    ["Priya Rao", "Maya Okafor"].every((name) =>
      ada.messages.some(
        ({ author, body }) => body.kind === "text" && author.kind === "operator" && author.name === name,
      ),
    ),
  );
  assert.deepEqual(ada.conversation?.others, ["Priya Rao"]);
  await priya.line.ask({ type: "step-out", id: newId(), conversation });
  await assert.rejects(priya.say(conversation, "Me again"), { code: "not-allowed" });
  await shop.until("the visitor reads it", () => events(ada.messages).at(-1) === "stepped-out");
  await assert.rejects(maya.line.ask({ type: "step-out", id: newId(), conversation }), { code: "not-allowed" });
});

test("who has a chat in front is told to who has it open, and no more when the window has gone", async (t) => {
  const { shop, priya, sam, maya, conversation, heard, ids } = await startChat(t);
  const viewers = (): string[] | undefined =>
    heard.flatMap((frame) => (frame.type === "viewers" ? [frame.viewers.map(({ name }) => name)] : [])).at(-1);
  priya.open(conversation);
  sam.line.tell({ type: "viewing", conversation });
  await shop.until("Sam looks on", () => viewers()?.join() === "Sam Lee");
  maya.line.tell({ type: "viewing", conversation });
  await shop.until("so does Maya", () => viewers()?.join() === "Sam Lee,Maya Okafor");
  sam.line.stop();
  await shop.until("Sam has gone", () => viewers()?.join() === "Maya Okafor");
  maya.line.tell({ type: "viewing" });
  await shop.until("nobody", () => viewers()?.join() === "");
  assert.equal(ids.sam.length > 0, true);
});

test("what a visitor is writing is shown only where the site says so, and is kept nowhere", async (t) => {
  for (const typingPreviews of [false, true]) {
    const { shop, priya, ada, conversation, told, heard } = await startChat(t, typingPreviews);
    const welcome = told.find((frame) => frame.type === "welcome");
    assert.equal(welcome?.site.typingPreviews === true, typingPreviews);
    ada.line.tell({ type: "typing", conversation, typing: true, text: "my card is 4111" });
    const frame = await shop.until("the typing", () => heard.find(({ type }) => type === "typing"));
    assert.ok(frame.type === "typing");
    assert.equal(frame.text, typingPreviews ? "my card is 4111" : undefined);
    const { messages } = { messages: priya.messages(conversation) };
    assert.doesNotMatch(JSON.stringify(messages), /4111/);
  }
});

test("an edited message reads anew on every screen, also on one that was away, and a deleted one is never sent again", async (t) => {
  const { shop, maya, priya, ada, conversation, told, accounts } = await startChat(t);
  const { seq = 0 } = await maya.say(conversation, "The price is 39");
  await shop.until("it is there", () => ada.messages.some((message) => message.seq === seq));
  ada.line.stop();
  const edit = { type: "edit", conversation, seq, draft: { kind: "text", text: "The price is 93" } } as const;
  await assert.rejects(priya.line.ask({ ...edit, id: newId() }), { code: "not-allowed" });
  await maya.line.ask({ ...edit, id: newId() });
  const words = (messages: readonly Message[]) => {
    const body = messages.find((message) => message.seq === seq)?.body;
    return body?.kind === "text" ? body.text : body?.kind;
  };
  ada.line.start();
  await shop.until("Ada reads the new price", () => words(ada.messages) === "The price is 93");
  await shop.until("so does the desk", () => words(maya.messages(conversation)) === "The price is 93");
  await maya.line.ask({ type: "delete", id: newId(), conversation, seq });
  await shop.until(
    "it is gone",
    () => words(ada.messages) === "blank" && words(maya.messages(conversation)) === "blank",
  );
  told.length = 0;
  ada.line.tell({ type: "sync", conversation, after: 0 });
  const late = shop.operator(accounts.sam);
  late.open(conversation);
  await shop.until("all is sent again", () => told.some(({ type }) => type === "messages"));
  await shop.until("and to a new window", () => late.messages(conversation).length === ada.messages.length);
  assert.doesNotMatch(JSON.stringify([told, late.messages(conversation)]), /The price/);
});
