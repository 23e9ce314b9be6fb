import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { newId } from "../client/id.ts";
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

test("a message that is left calls once, and an operator of another site is not called", async (t) => {
  const { shop, service, priya, maya } = await startBoth(t);
  await subscribe(shop, priya, service.browser("/priya"));
  await subscribe(shop, shop.owner, service.browser("/maya"));
  const change = { name: "Priya", role: "operator", sites: [], departments: [] };
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
