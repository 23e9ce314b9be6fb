import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { SimulatedOperator } from "../bench/simulated-operator.ts";
import { newId } from "../client/id.ts";
import type { Site } from "../protocol/rest.ts";
import { startPushService, senderOf } from "./harness/push-service.ts";
import { type Account, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

test("N1: an operator without a window is called for a request, encrypted, without a word of the visitor's", async (t) => {
  const { shop, service, priya } = await startBoth(t);
  await subscribe(shop, priya, service.browser("/priya"), "de");
  await subscribe(shop, shop.owner, service.browser("/maya"));
  const ada = shop.visitor();
  await ada.say("My card number is 4111");
  await service.until("the call", () => service.calls.length > 0);
  const [call] = service.calls;
  assert.equal(call?.browser, "/priya", "Maya has a window open, and is not called");
  const { kind, conversation, visitor, site, language, ...more } = call.word;
  assert.deepEqual(
    { kind, visitor, site, language },
    { kind: "request", visitor: ada.visitor, site: "Northwind Outdoor", language: "de" },
  );
  assert.ok(typeof conversation === "string");
  assert.deepEqual(more, {}, "nothing of what the visitor wrote");
  assert.equal(call.headers["content-encoding"], "aes128gcm");
  assert.equal(call.headers["urgency"], "high");
  assert.equal(call.headers["ttl"], "120");

  const { key, claims } = senderOf(call.headers);
  assert.equal(claims["aud"], `https://${service.host}`);
  assert.equal(claims["sub"], "mailto:admin@northwind.example");
  assert.ok(Number(claims["exp"]) * 1_000 > Date.now());
  const state = (await (await shop.request("GET", "/me/push", undefined, priya.cookie)).json()) as object;
  assert.deepEqual(state, { publicKey: key, subscribed: true });

  await shop.stop();
  await shop.start();
  const after = (await (await shop.request("GET", "/me/push", undefined, priya.cookie)).json()) as object;
  assert.deepEqual(after, { publicKey: key, subscribed: true }, "the key is made once");
});

test("N1: nobody is called for what somebody accepts at once, and everybody without a window for what is left behind", async (t) => {
  const { shop, service, priya, maya } = await startBoth(t, { pushDelayMs: 300 });
  await subscribe(shop, priya, service.browser("/priya"));
  await subscribe(shop, shop.owner, service.browser("/maya"));
  const ada = shop.visitor();
  await ada.say("Hello?");
  const first = await shop.until("the request", () => [...maya.conversations.keys()][0]);
  await maya.accept(first);
  const ben = shop.visitor();
  await ben.say("Is anybody there?");
  await service.until("a call", () => service.calls.length === 1);
  assert.deepEqual(told(service), [["/priya", ben.visitor]]);
  maya.line.stop();
  await service.until("Maya is called when she has gone", () => service.calls.length === 2);
  assert.deepEqual(told(service)[1], ["/maya", ben.visitor]);
});

test("N1: a chat that is offered to a department calls those of it who have no window, once for each offer, and nobody else", async (t) => {
  const { shop, service, priya, maya } = await startBoth(t);
  const sam = await shop.addOperator("sam", "Sam Lee");
  const queue = { rule: "off", mostChats: 4, answerMs: 30_000 };
  const made = await shop.request("POST", "/departments", { name: "Tents", sites: "all", queue }, shop.owner.cookie);
  const { id: department } = (await made.json()) as { id: string };
  const change = { name: "Priya Raman", role: "operator", sites: "all", departments: [department] };
  await shop.request("PATCH", `/operators/${priya.me.id}`, change, shop.owner.cookie);
  const { ada, conversation } = await startChat(shop, maya);
  await subscribe(shop, priya, service.browser("/priya"), "de");
  await subscribe(shop, sam, service.browser("/sam"));
  const offer = { type: "transfer", conversation, department, word: "She is in a hurry" } as const;
  await maya.line.ask({ ...offer, id: newId() });
  await service.until("Priya is called", () => service.calls.length > 0);
  const word = { kind: "transfer", conversation, visitor: ada.visitor, site: "Northwind Outdoor", language: "de" };
  assert.deepEqual(service.calls[0]?.word, word, "not the word to the colleague either");
  await maya.line.ask({ type: "transfer-answer", id: newId(), conversation, answer: "withdrawn" });
  await maya.line.ask({ ...offer, id: newId() });
  await service.until("Priya is called for the new offer", () => service.calls.length > 1);
  assert.deepEqual(
    service.calls.map(({ browser }) => browser),
    ["/priya", "/priya"],
  );
});

test("N1: what a visitor writes to an operator who has gone calls that operator, once until they are back", async (t) => {
  const { shop, service, priya, maya } = await startBoth(t);
  const { ada, conversation } = await startChat(shop, maya);
  await subscribe(shop, shop.owner, service.browser("/maya"));
  let status: string | undefined;
  const colleague = shop.operator(priya, {
    onFrame(frame) {
      if (frame.type === "welcome" || frame.type === "colleagues")
        status = frame.colleagues.find(({ id }) => id === shop.owner.me.id)?.status;
    },
  });
  await shop.until(
    "Priya is there, and sees Maya",
    () => colleague.line.state.kind === "online" && status === "online",
  );
  await ada.say("Still there?");
  maya.line.stop();
  await shop.until("Maya has gone", () => status === "offline");
  await ada.say("Hello?");
  await service.until("Maya is called", () => service.calls.length > 0);
  const word = { kind: "message", conversation, visitor: ada.visitor, site: "Northwind Outdoor", language: "en" };
  assert.deepEqual(service.calls[0]?.word, word, "nothing of what the visitor wrote");
  await ada.say("Hello??");
  const back = shop.operator();
  await shop.until("Maya is back", () => status === "online");
  back.line.stop();
  await shop.until("and has gone again", () => status === "offline");
  await ada.say("And now?");
  await service.until("she is called anew", () => service.calls.length > 1);
  await shop.visitor().say("Somebody else");
  await service.until("and for somebody else", () => kinds(service).includes("request"));
  assert.deepEqual(kinds(service), ["message", "message", "request"]);
});

test("N1: what a visitor wrote before a window was known to have died calls its operator, unless it was read", async (t) => {
  const { shop, service, priya, maya } = await startBoth(t);
  const colleague = shop.operator(priya);
  await shop.until("a colleague is there", () => colleague.line.state.kind === "online");
  const read = await startChat(shop, maya);
  const unread = await startChat(shop, maya);
  await subscribe(shop, shop.owner, service.browser("/maya"));
  await read.ada.say("Still there?");
  const { lastSeq } = await shop.until("Maya has it", () => {
    const last = maya.messages(read.conversation).at(-1);
    return last?.body.kind === "text" && last.body.text === "Still there?" && { lastSeq: last.seq };
  });
  const marks = { delivered: lastSeq, seen: lastSeq };
  maya.line.tell({ type: "mark", conversation: read.conversation, ...marks });
  // What is said in this chat is answered after what was told of the other.
  await maya.say(unread.conversation, "One moment");
  await unread.ada.say("And you?");
  maya.line.stop();
  await service.until("Maya is called when she has gone", () => service.calls.length > 0);
  await shop.visitor().say("Somebody else");
  await service.until("and for somebody else", () => kinds(service).includes("request"));
  assert.deepEqual(kinds(service), ["message", "request"]);
  assert.equal(service.calls[0]?.word["conversation"], unread.conversation);
});

test("N1: a chat that is taken from an operator who has gone calls whoever has no window, as a request", async (t) => {
  const { shop, service, priya, maya } = await startBoth(t, { releaseAfterGoneMs: 1_000 });
  const { ada, conversation } = await startChat(shop, maya);
  await subscribe(shop, priya, service.browser("/priya"));
  maya.line.stop();
  await shop.until("Maya is gone", () => maya.line.state.kind !== "online");
  await ada.say("Are you there?");
  await service.until("Priya is called", () => service.calls.length > 0);
  assert.deepEqual(kinds(service), ["request"], "what was written to Maya was hers alone");
  assert.equal(service.calls[0]?.word["conversation"], conversation);
});

test("a message that is left calls once, and an operator of another site is not called", async (t) => {
  const { shop, service, priya, maya } = await startBoth(t);
  await subscribe(shop, priya, service.browser("/priya"));
  await subscribe(shop, shop.owner, service.browser("/maya"));
  const kids = await shop.request("POST", "/sites", { name: "Northwind Kids", origins: [] }, shop.owner.cookie);
  const change = { name: "Priya", role: "operator", sites: [((await kids.json()) as Site).id], departments: [] };
  await shop.request("PATCH", `/operators/${priya.me.id}`, change, shop.owner.cookie);
  maya.line.stop();
  let isAnswered: boolean | undefined;
  const ada = shop.visitor({
    onFrame(frame) {
      if (frame.type === "welcome" || frame.type === "online") isAnswered = frame.online;
    },
  });
  await shop.until("nobody is online", () => isAnswered === false);
  await ada.line.ask({ type: "leave", id: newId(), name: "Ada", email: "ada@example.org", text: "Please call me" });
  await service.until("the call", () => service.calls.length > 0);
  assert.deepEqual(told(service), [["/maya", ada.visitor]]);
  assert.equal(service.calls[0]?.word["kind"], "left");
});

test("an address that is gone is forgotten, a browser that signs out is not called, and a silent service holds nobody up", async (t) => {
  const { shop, service, priya } = await startBoth(t, { pushTimeoutMs: 300, pushesAtOnce: 1 });
  const laptop = await shop.signIn("priya");
  const phone = await shop.signIn("priya");
  await subscribe(shop, priya, service.browser("/gone", { status: 410 }));
  await subscribe(shop, laptop, service.browser("/silent", { isSilent: true }));
  await subscribe(shop, phone, service.browser("/phone"));
  await shop.visitor().say("One");
  await service.until("all three", () => service.calls.length === 3);
  assert.deepEqual(
    service.calls.map(({ browser }) => browser),
    ["/gone", "/silent", "/phone"],
  );
  await shop.request("DELETE", "/session", undefined, laptop.cookie);
  service.calls.length = 0;
  await shop.visitor().say("Two");
  await service.until("the phone", () => service.calls.length > 0);
  await shop.request("DELETE", "/me/push", undefined, phone.cookie);
  assert.deepEqual(await pushState(shop, phone), false);
  assert.deepEqual(await pushState(shop, priya), false, "forgotten with the answer 410");
  assert.deepEqual(
    service.calls.map(({ browser }) => browser),
    ["/phone"],
  );
});

test("the server is not made to call whom a client likes, and without a contact it calls nobody", async (t) => {
  const { shop, service, priya } = await startBoth(t);
  const good = service.browser("/priya");
  const bad = [
    { ...good, endpoint: good.endpoint.replace("https", "http") },
    { ...good, endpoint: "https://127.0.0.1:4400/api/v1/state" },
    { ...good, endpoint: "https://evil.example/" },
    { ...good, keys: { ...good.keys, p256dh: "short" } },
    { ...good, keys: { ...good.keys, auth: "" } },
  ];
  for (const subscription of bad) {
    const answer = await put(shop, priya, subscription);
    assert.equal(answer.status, 400, JSON.stringify(subscription));
    assert.match(((await answer.json()) as { sentence: string }).sentence, /\.$/);
  }
  const quiet = await startShop(t);
  const state = (await (await quiet.request("GET", "/me/push", undefined, quiet.owner.cookie)).json()) as object;
  assert.deepEqual(state, { subscribed: false });
  assert.equal((await put(quiet, quiet.owner, good)).status, 403);
});

type Service = Awaited<ReturnType<typeof startPushService>>;
type Subscription = ReturnType<Service["browser"]>;

/** A shop that calls by this service, with Maya at her desk and Priya at home. */
async function startBoth(t: TestContext, config: object = {}) {
  const service = await startPushService(t);
  const bounds = { pushDelayMs: 20, operatorGraceMs: 20, ...config };
  const contact = { pushContact: "mailto:admin@northwind.example", pushServices: [service.host] };
  const shop = await startShop(t, { config: { ...contact, ...bounds } });
  const priya = await shop.addOperator("priya", "Priya Raman");
  const maya = shop.operator();
  await shop.until("Maya is there", () => maya.line.state.kind === "online");
  return { shop, service, priya, maya };
}

/** Ada has a chat with Maya. */
async function startChat(shop: Shop, maya: SimulatedOperator) {
  const ada = shop.visitor();
  const { conversation = "" } = await ada.say("Hello");
  await shop.until("the request", () => maya.conversations.has(conversation));
  await maya.accept(conversation);
  return { ada, conversation };
}

function put(shop: Shop, { cookie }: Account, subscription: Subscription, language = "en"): Promise<Response> {
  return fetch(`${shop.url}/api/v1/me/push`, {
    method: "PUT",
    headers: { origin: shop.url, "content-type": "application/json", cookie },
    body: JSON.stringify({ ...subscription, language }),
  });
}

async function subscribe(shop: Shop, account: Account, subscription: Subscription, language = "en"): Promise<void> {
  const answer = await put(shop, account, subscription, language);
  assert.equal(answer.status, 204, await answer.text());
}

async function pushState(shop: Shop, { cookie }: Account): Promise<boolean> {
  const answer = await shop.request("GET", "/me/push", undefined, cookie);
  return ((await answer.json()) as { subscribed: boolean }).subscribed;
}

function told(service: Service): unknown[] {
  return service.calls.map(({ browser, word }) => [browser, word["visitor"]]);
}

function kinds({ calls }: Service): unknown[] {
  return calls.map(({ word }) => word["kind"]);
}
