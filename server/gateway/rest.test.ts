import assert from "node:assert/strict";
import { test } from "node:test";
import type { Me, ServerState, Site, Ticket } from "../../protocol/rest.ts";
import { PASSWORD, type Shop, startShop } from "../../test/harness/shop.ts";

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** A request as the console sends it, whatever comes of it. */
async function ask(shop: Shop, method: string, path: string, body?: unknown, cookie?: string): Promise<Answer> {
  const answer = await fetch(`${shop.url}/api/v1${path}`, {
    method,
    headers: { origin: shop.url, "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

function assertRefused(answer: Answer, status: number, code: string, sentence?: RegExp): void {
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  const refusal = answer.body as { code: string; sentence: string };
  assert.deepEqual(Object.keys(refusal), ["code", "sentence"]);
  assert.equal(refusal.code, code);
  if (sentence !== undefined) assert.match(refusal.sentence, sentence);
}

async function signIn(shop: Shop, login = "maya", password = PASSWORD): Promise<Answer> {
  return ask(shop, "POST", "/session", { login, password });
}

async function signedIn(shop: Shop): Promise<string> {
  return cookieOf(await signIn(shop));
}

function cookieOf({ headers }: Answer): string {
  return headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function isSignedIn(shop: Shop, cookie: string): Promise<boolean> {
  return (await ask(shop, "GET", "/me", undefined, cookie)).status === 200;
}

function setUpWish(shop: Shop, change: object = {}): object {
  return {
    ticket: shop.setUpLink?.split("/").at(-1),
    account: "Northwind",
    login: "Maya",
    name: "Maya Okafor",
    password: PASSWORD,
    site: { name: "Northwind Outdoor", origins: ["https://Shop.example:443/tents"] },
    ...change,
  };
}

test("the set-up makes the owner, the account and the first site, and signs in", async (t) => {
  const shop = await startShop(t, { setUp: false });
  assert.equal(((await ask(shop, "GET", "/state")).body as ServerState).needsSetUp, true);
  const answer = await ask(shop, "POST", "/set-up", setUpWish(shop));
  assert.equal(answer.status, 201);
  const { me, site } = answer.body as { me: Me; site: Site };
  assert.deepEqual(
    { ...me, id: "" },
    { id: "", login: "Maya", name: "Maya Okafor", role: "owner", account: "Northwind", departments: [] },
  );
  assert.deepEqual(site.origins, ["https://shop.example"], "an address is kept as browsers name its origin");
  const state = await ask(shop, "GET", "/state", undefined, cookieOf(answer));
  assert.equal((state.body as ServerState).needsSetUp, false);
  assert.deepEqual((state.body as ServerState).me, me);
});

test("the set-up link works once, and a start without an owner replaces it", async (t) => {
  const shop = await startShop(t, { setUp: false });
  const first = setUpWish(shop);
  await shop.stop();
  await shop.start();
  assertRefused(await ask(shop, "POST", "/set-up", first), 403, "no-ticket", /used already, or it is too old/);
  const second = setUpWish(shop);
  const [one, other] = await Promise.all([ask(shop, "POST", "/set-up", second), ask(shop, "POST", "/set-up", second)]);
  assert.deepEqual(
    [one.status, other.status].toSorted((a, b) => a - b),
    [201, 403],
  );
  assertRefused(await ask(shop, "POST", "/set-up", second), 403, "no-ticket");
  await shop.stop();
  await shop.start();
  assert.equal(shop.setUpLink, undefined);
});

test("what is wrong with a form is said in a sentence for the person who filled it in", async (t) => {
  const shop = await startShop(t, { setUp: false });
  const cases: [object, RegExp][] = [
    [{ password: "short" }, /^The password needs at least 10 characters/],
    [{ login: "two words" }, /^An operator ID is made of/],
    [{ name: "  " }, /^The screen name is missing\.$/],
    [{ account: undefined }, /^The account's name is missing\.$/],
    [
      { site: { name: "S", origins: ["shop.example"] } },
      /"shop.example" is not where a widget can run: it must look like https/,
    ],
    [{ site: { name: "S", origins: ["https://*.example"] } }, /is not where a widget can run/],
    [{ site: { name: "S", origins: ["javascript:alert(1)"] } }, /is not where a widget can run/],
    [{ site: { name: "S", origins: ["https://me@shop.example"] } }, /is not where a widget can run/],
    [{ colour: "red" }, /nobody knows: colour/],
  ];
  for (const [change, sentence] of cases) {
    assertRefused(await ask(shop, "POST", "/set-up", setUpWish(shop, change)), 400, "bad-message", sentence);
  }
  assert.equal((await ask(shop, "POST", "/set-up", setUpWish(shop))).status, 201, "the link still works");
});

test("signing in takes the login in any case, and gives a cookie that no script can read", async (t) => {
  const shop = await startShop(t);
  const answer = await signIn(shop, "MAYA");
  assert.equal((answer.body as { me: Me }).me.name, "Maya Okafor");
  assert.match(
    answer.headers.getSetCookie()[0] ?? "",
    /^shopbell-[\w-]{8}=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  assert.ok(await isSignedIn(shop, cookieOf(answer)));
});

test("a wrong password and an unknown login are refused alike", async (t) => {
  const shop = await startShop(t);
  const wrong = await signIn(shop, "maya", "not the password");
  const unknown = await signIn(shop, "nobody", "not the password");
  assertRefused(wrong, 401, "wrong-password");
  assert.deepEqual(unknown.body, wrong.body);
});

test("attempts to sign in are limited by login, and the sentence says how long to wait", async (t) => {
  const shop = await startShop(t, { config: { signInsPerLogin: 3, signInWindowMs: 600_000 } });
  for (let attempt = 0; attempt < 3; attempt += 1)
    assertRefused(await signIn(shop, "maya", "wrong"), 401, "wrong-password");
  const refused = await signIn(shop);
  assertRefused(refused, 429, "too-fast", /^Too many attempts\. Please wait \d minutes\.$/);
  assert.ok(Number(refused.headers.get("retry-after")) > 100);
  assertRefused(await signIn(shop, "MAYA"), 429, "too-fast");
  assertRefused(await signIn(shop, "other", "wrong"), 401, "wrong-password");
});

test("attempts to sign in are limited by address, also when they come at the same moment", async (t) => {
  const shop = await startShop(t, { config: { signInsPerAddress: 4 } });
  const answers = await Promise.all(
    ["a", "b", "c", "d", "e", "f", "g", "h"].map((login) => signIn(shop, login, "wrong")),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [401, 401, 401, 401, 429, 429, 429, 429],
  );
});

test("a right password costs no attempt", async (t) => {
  const shop = await startShop(t, { config: { signInsPerLogin: 2, signInsPerAddress: 2 } });
  for (let attempt = 0; attempt < 4; attempt += 1) assert.equal((await signIn(shop)).status, 200);
});

test("changing the password ends the other sessions and not this one", async (t) => {
  const shop = await startShop(t);
  const [here, there] = [await signedIn(shop), await signedIn(shop)];
  const next = "a new and longer one";
  const wrong = await ask(shop, "PUT", "/me/password", { current: "wrong", next }, here);
  assertRefused(wrong, 401, "wrong-password");
  assert.ok(await isSignedIn(shop, there));
  assert.equal((await ask(shop, "PUT", "/me/password", { current: PASSWORD, next }, here)).status, 204);
  assert.ok(await isSignedIn(shop, here));
  assert.ok(!(await isSignedIn(shop, there)));
  assert.ok(!(await isSignedIn(shop, shop.owner.cookie)));
  assertRefused(await signIn(shop), 401, "wrong-password");
  assert.equal((await signIn(shop, "maya", next)).status, 200);
});

test("signing out ends this session; signing out everywhere ends all", async (t) => {
  const shop = await startShop(t);
  const [first, second, third] = [await signedIn(shop), await signedIn(shop), await signedIn(shop)];
  const out = await ask(shop, "DELETE", "/session", undefined, first);
  assert.match(out.headers.getSetCookie()[0] ?? "", /=; Max-Age=0;/);
  assert.deepEqual([await isSignedIn(shop, first), await isSignedIn(shop, second)], [false, true]);
  assert.equal((await ask(shop, "DELETE", "/sessions", undefined, second)).status, 204);
  assert.deepEqual([await isSignedIn(shop, second), await isSignedIn(shop, third)], [false, false]);
});

test("a session ends when its time is over", async (t) => {
  const shop = await startShop(t, { config: { sessionMs: 1 } });
  assertRefused(await ask(shop, "GET", "/sites", undefined, shop.owner.cookie), 401, "signed-out");
});

test("a colleague joins by a link, once, with the role the link was made for", async (t) => {
  const shop = await startShop(t);
  const made = await ask(shop, "POST", "/operators/tickets", { role: "operator" }, shop.owner.cookie);
  assert.equal(made.status, 201);
  const { ticket, link } = made.body as Ticket;
  assert.equal(link, `${shop.url}/console/#/join/${ticket}`);
  const wish = { ticket, login: "sam", name: "Sam", password: PASSWORD };
  assertRefused(await ask(shop, "POST", "/join", { ...wish, login: "MAYA" }), 409, "login-taken", /"MAYA" already/);
  const joined = await ask(shop, "POST", "/join", wish);
  assert.equal((joined.body as { me: Me }).me.role, "operator");
  assertRefused(await ask(shop, "POST", "/join", { ...wish, login: "tom" }), 403, "no-ticket");
  const sam = cookieOf(joined);
  assertRefused(await ask(shop, "POST", "/operators/tickets", { role: "operator" }, sam), 403, "not-allowed");
  assertRefused(await ask(shop, "POST", "/sites", { name: "S", origins: [] }, sam), 403, "not-allowed");
  const operators = (await ask(shop, "GET", "/operators", undefined, sam)).body as object[];
  assert.equal(operators.length, 2);
  for (const entry of operators)
    assert.deepEqual(Object.keys(entry).sort(), ["createdAt", "departments", "id", "login", "name", "role", "sites"]);
});

test("the owner's link makes no colleague, and a colleague's no owner", async (t) => {
  const shop = await startShop(t, { setUp: false });
  const { ticket } = setUpWish(shop) as { ticket: string };
  assertRefused(
    await ask(shop, "POST", "/join", { ticket, login: "sam", name: "Sam", password: PASSWORD }),
    403,
    "no-ticket",
  );
  await shop.setUp();
  const made = await ask(shop, "POST", "/operators/tickets", { role: "administrator" }, shop.owner.cookie);
  const wish = setUpWish(shop, { ticket: (made.body as Ticket).ticket, login: "eve" });
  assertRefused(await ask(shop, "POST", "/set-up", wish), 403, "no-ticket");
  assertRefused(
    await ask(shop, "POST", "/operators/tickets", { role: "owner" }, shop.owner.cookie),
    400,
    "bad-message",
  );
});

test("operators and sites are bounded", async (t) => {
  const shop = await startShop(t, { config: { operators: 1, sites: 1, originsPerSite: 1 } });
  const made = await ask(shop, "POST", "/operators/tickets", { role: "operator" }, shop.owner.cookie);
  const { ticket } = made.body as Ticket;
  const join = { ticket, login: "sam", name: "Sam", password: PASSWORD };
  assertRefused(await ask(shop, "POST", "/join", join), 403, "not-allowed", /--operators/);
  assertRefused(
    await ask(shop, "POST", "/sites", { name: "S", origins: [] }, shop.owner.cookie),
    403,
    "not-allowed",
    /--sites/,
  );
  const wide = { name: "S", origins: ["https://a.example", "https://b.example"] };
  assertRefused(
    await ask(shop, "PATCH", `/sites/${shop.site.id}`, wide, shop.owner.cookie),
    400,
    "bad-message",
    /1 origins/,
  );
});

test("sites are added and changed by the owner, and a change holds at once for the widget", async (t) => {
  const shop = await startShop(t);
  const { cookie } = shop.owner;
  const added = await ask(shop, "POST", "/sites", { name: "Second", origins: ["http://localhost:8080/"] }, cookie);
  assert.equal(added.status, 201);
  const change = { name: "Northwind", origins: ["https://new.example", "https://NEW.example/"] };
  const changed = await ask(shop, "PATCH", `/sites/${shop.site.id}`, change, cookie);
  assert.deepEqual(changed.body, { ...shop.site, name: "Northwind", origins: ["https://new.example"] });
  const sites = (await ask(shop, "GET", "/sites", undefined, cookie)).body as Site[];
  assert.deepEqual(sites, [changed.body, added.body]);
  assertRefused(await ask(shop, "PATCH", "/sites/none", change, cookie), 404, "not-found");
  const visitor = shop.visitor({ origin: "https://new.example" });
  await shop.until("the new origin is let in", () => visitor.line.state.kind === "online");
});
