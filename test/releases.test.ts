import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { SimulatedOperator } from "../bench/simulated-operator.ts";
import { newId } from "../client/id.ts";
import type { Message } from "../protocol/message.ts";
import type { Site } from "../protocol/rest.ts";
import type { VisitorRow } from "../protocol/visitor-list.ts";
import type { Config } from "../server/config.ts";
import { type Account, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

const SOON = { operatorGraceMs: 200, releaseAfterGoneMs: 1_000 };
const NEVER = { operatorGraceMs: 200, releaseAfterGoneMs: 0 };

const events = (messages: readonly Message[]): string[] =>
  messages.flatMap(({ body }) => (body.kind === "event" ? [body.event] : []));

/** Priya chats with Ada; Maya, the owner, is there as well and sees the list. */
async function startChat(t: TestContext, config: Partial<Config>) {
  const shop = await startShop(t, { config });
  const account = await shop.addOperator("priya", "Priya Rao");
  const rows = new Map<number, VisitorRow>();
  const maya = shop.operator(shop.owner, {
    onFrame(frame) {
      if (frame.type === "welcome") watch(shop, maya);
      if (frame.type === "rows") for (const row of frame.rows) rows.set(row.visitor, row);
    },
  });
  const priya = shop.operator(account);
  await shop.until("both are there", () => [maya, priya].every(({ line }) => line.state.kind === "online"));
  const ada = shop.visitor();
  const { conversation = "" } = await ada.say("Hello");
  await shop.until("the request", () => priya.conversations.has(conversation));
  await priya.accept(conversation);
  await shop.until("it is Priya's", () => ada.conversation?.operator === "Priya Rao");
  const known = () => maya.conversations.get(conversation);
  return { shop, maya, priya, account, ada, conversation, rows, known };
}

function watch(shop: Shop, { line }: SimulatedOperator): void {
  const filter = { text: "", statuses: [] };
  const sort = { by: "arrived", descending: false } as const;
  line.tell({ type: "window", window: { site: shop.site.id, filter, sort, first: 0, count: 50 } });
}

async function suspend(shop: Shop, { me }: Account): Promise<void> {
  await shop.request("PUT", `/operators/${me.id}/suspended`, { suspended: true }, shop.owner.cookie);
}

test("V7: the chat of an operator who disappears is a request again, and whoever accepts it goes on with it", async (t) => {
  const { shop, maya, priya, ada, conversation, rows, known } = await startChat(t, SOON);
  await priya.say(conversation, "One moment");
  priya.line.stop();
  await shop.until("it waits", () => known()?.status === "requesting");
  const { operator, acceptedAt, requestedAt = 0, releasedAt = 0 } = known() ?? {};
  assert.deepEqual([operator, acceptedAt], [undefined, undefined]);
  assert.ok(releasedAt > requestedAt);
  const row = await shop.until("the list says so", () => {
    const found = rows.get(ada.visitor);
    return found?.status === "requesting" && found;
  });
  assert.equal(row.requestedAt, releasedAt, "the visitor waits since then");
  await shop.until("the visitor waits", () => ada.conversation?.status === "requesting");
  await shop.until("and reads who has gone", () => events(ada.messages).at(-1) === "stepped-out");
  assert.doesNotMatch(JSON.stringify(ada.messages), /released|gone|whom/);
  await ada.say("Are you still there?");
  await maya.accept(conversation);
  await maya.say(conversation, "I am");
  await shop.until("Ada has the answer", () => ada.conversation?.operator === "Maya Okafor");
  await shop.until("the same log", () => ada.messages.length === maya.messages(conversation).length);
  assert.deepEqual(events(maya.messages(conversation)), ["requested", "accepted", "released", "accepted"]);
});

test("V7: an operator who is back finds the chat waiting, is refused a message, and accepts it again", async (t) => {
  const { shop, priya, account, ada, conversation, known } = await startChat(t, SOON);
  priya.line.stop();
  await shop.until("it waits", () => known()?.status === "requesting");
  const back = shop.operator(account);
  await shop.until("she sees it", () => back.conversations.get(conversation)?.status === "requesting");
  await assert.rejects(back.say(conversation, "Where were we?"), {
    code: "not-allowed",
    message: "Accept the chat first.",
  });
  await back.accept(conversation);
  await back.say(conversation, "Where were we?");
  await shop.until("Ada has her back", () => ada.conversation?.operator === "Priya Rao");
});

test("V7: an operator who is back in time keeps the chat", async (t) => {
  const { shop, priya, account, ada, conversation, known } = await startChat(t, {
    ...SOON,
    releaseAfterGoneMs: 3_600_000,
  });
  priya.line.stop();
  await shop.until("she is gone", () => priya.line.state.kind !== "online");
  const back = shop.operator(account);
  await shop.until("she is back", () => back.line.state.kind === "online");
  await back.say(conversation, "Here I am");
  await shop.until("Ada has it", () => ada.messages.length === 4);
  assert.equal(known()?.operator?.name, "Priya Rao");
  assert.deepEqual(events(ada.messages), ["requested", "accepted"]);
});

test("V7: whoever is suspended loses the chat at once, however long they may be gone", async (t) => {
  const { shop, maya, account, conversation, known } = await startChat(t, NEVER);
  await suspend(shop, account);
  await shop.until("it waits", () => known()?.status === "requesting");
  await maya.accept(conversation);
  await shop.until("the log", () => events(maya.messages(conversation)).length === 4);
  const released = maya.messages(conversation).find(({ body }) => body.kind === "event" && body.event === "released");
  assert.deepEqual(
    [released?.author, released?.body],
    [
      { kind: "operator", id: account.me.id, name: "Priya Rao" },
      { kind: "event", event: "released", why: "not-allowed" },
    ],
  );
});

test("V7: whoever loses the site loses the chat at once", async (t) => {
  const { shop, account, known } = await startChat(t, NEVER);
  const kids = await shop.request("POST", "/sites", { name: "Northwind Kids", origins: [] }, shop.owner.cookie);
  const change = { name: "Priya Rao", role: "operator", sites: [((await kids.json()) as Site).id], departments: [] };
  await shop.request("PATCH", `/operators/${account.me.id}`, change, shop.owner.cookie);
  await shop.until("it waits", () => known()?.status === "requesting");
});

test("V7: a colleague who has joined goes on with the chat of whoever disappears, and nobody is called", async (t) => {
  const { shop, maya, priya, ada, conversation, known } = await startChat(t, SOON);
  await maya.line.ask({ type: "join", id: newId(), conversation });
  priya.line.stop();
  await shop.until("it is hers", () => known()?.operator?.name === "Maya Okafor");
  await maya.say(conversation, "Priya had to go");
  await shop.until("Ada knows", () => ada.conversation?.operator === "Maya Okafor");
  assert.deepEqual([known()?.status, known()?.others, known()?.releasedAt], ["open", undefined, undefined]);
  assert.deepEqual(events(maya.messages(conversation)), ["requested", "accepted", "joined", "released"]);
});

test("V7: after a restart an operator has the whole time to come back, and whoever does not loses the chat", async (t) => {
  const { shop, priya, known } = await startChat(t, SOON);
  await shop.stop();
  priya.line.stop();
  const startedAt = Date.now();
  await shop.start();
  await shop.until("it waits", () => known()?.status === "requesting");
  assert.ok((known()?.releasedAt ?? 0) - startedAt >= SOON.releaseAfterGoneMs);
});
