import assert from "node:assert/strict";
import { newId } from "../client/id.ts";
import { closeName } from "../protocol/close.ts";
import type { Ban, OperatorEntry, Site, Ticket } from "../protocol/rest.ts";
import { PASSWORD, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

const NEW_PASSWORD = "another long sentence";

async function ask(shop: Shop, method: string, path: string, body?: unknown, cookie?: string) {
  const answer = await fetch(`${shop.url}/api/v1${path}`, {
    method,
    headers: { origin: shop.url, "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === "" ? {} : JSON.parse(text)) as { code?: string; sentence?: string } };
}

test("an operator who is suspended is out at once and cannot sign in, until taken back", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const console = shop.operator(priya);
  await shop.until("the line", () => console.line.state.kind === "online");
  const path = `/operators/${priya.me.id}/suspended`;
  await shop.request("PUT", path, { suspended: true }, shop.owner.cookie);
  const why = await shop.until("the end of the line", () => {
    const { state } = console.line;
    return state.kind === "closed" && closeName(state.code);
  });
  assert.equal(why, "signedOut");
  assert.equal((await ask(shop, "GET", "/me", undefined, priya.cookie)).status, 401);
  const refused = await ask(shop, "POST", "/session", { login: "priya", password: PASSWORD });
  assert.equal(refused.body.code, "suspended");
  assert.match(refused.body.sentence ?? "", /suspended/);
  await shop.request("PUT", path, { suspended: false }, shop.owner.cookie);
  assert.equal((await shop.signIn("priya")).me.name, "Priya Rao");
});

test("a link for a new password ends every session, and works once", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const made = await shop.request("POST", `/operators/${priya.me.id}/reset`, {}, shop.owner.cookie);
  const { ticket, link } = (await made.json()) as Ticket;
  assert.match(link, /\/console\/#\/reset\//);
  const join = { ticket, login: "other", name: "Other", password: NEW_PASSWORD };
  assert.equal((await ask(shop, "POST", "/join", join)).status, 403, "it makes no account");
  const wish = { ticket, password: NEW_PASSWORD };
  await shop.request("POST", "/reset", wish);
  assert.equal((await ask(shop, "GET", "/me", undefined, priya.cookie)).status, 401);
  assert.equal((await ask(shop, "POST", "/session", { login: "priya", password: PASSWORD })).status, 401);
  assert.equal((await ask(shop, "POST", "/session", { login: "priya", password: NEW_PASSWORD })).status, 200);
  assert.equal((await ask(shop, "POST", "/reset", wish)).status, 403);
});

test("nobody raises anybody above themself or changes who stands above them, and an owner remains", async (t) => {
  const shop = await startShop(t);
  const admin = await shop.addOperator("ada", "Ada");
  const reach = { sites: "all", departments: [] };
  const change = (id: string, wish: object, cookie: string) => ask(shop, "PATCH", `/operators/${id}`, wish, cookie);
  const owner = shop.owner.me;
  const asAdmin = { name: "Ada", role: "administrator", ...reach };
  assert.equal((await change(admin.me.id, asAdmin, shop.owner.cookie)).status, 200);
  const cookie = (await shop.signIn("ada")).cookie;
  for (const refused of [
    await change(admin.me.id, { ...asAdmin, role: "owner" }, cookie),
    await change(owner.id, { name: "Maya", role: "operator", ...reach }, cookie),
    await ask(shop, "PUT", `/operators/${owner.id}/suspended`, { suspended: true }, cookie),
    await ask(shop, "POST", `/operators/${owner.id}/reset`, {}, cookie),
    await change(owner.id, { name: "Maya", role: "administrator", ...reach }, shop.owner.cookie),
    await ask(shop, "PUT", `/operators/${owner.id}/suspended`, { suspended: true }, shop.owner.cookie),
  ]) {
    assert.equal(refused.status, 403, JSON.stringify(refused.body));
    assert.equal(refused.body.code, "not-allowed");
  }
  const everybody = (await (await shop.request("GET", "/operators", undefined, cookie)).json()) as OperatorEntry[];
  assert.deepEqual(
    everybody.map(({ login, role }) => `${login} ${role}`),
    ["maya owner", "ada administrator"],
  );
});

test("an operator whose sites change is greeted anew, with what they may see now", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const welcomes: string[][] = [];
  shop.operator(priya, {
    onFrame: (frame) => frame.type === "welcome" && welcomes.push(frame.sites.map(({ name }) => name)),
  });
  await shop.until("the first welcome", () => welcomes.length === 1);
  const kids = await ask(shop, "POST", "/sites", { name: "Northwind Kids", origins: [] }, shop.owner.cookie);
  const wish = { name: "Priya", role: "operator", sites: [(kids.body as Site).id], departments: [] };
  // That there is a new site may be told before.
  const seen = welcomes.length;
  await shop.request("PATCH", `/operators/${priya.me.id}`, wish, shop.owner.cookie);
  await shop.until("another welcome", () => welcomes.length > seen);
  assert.deepEqual(welcomes.at(-1), ["Northwind Kids"]);
});

test("whoever works for sites, and each department, must have one of those that there are", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const queue = { rule: "off", mostChats: 4, answerMs: 30_000 };
  for (const sites of [[], ["no-such-site"]]) {
    const reach = { sites, departments: [] };
    for (const [method, path, wish] of [
      ["POST", "/operators/tickets", { role: "supervisor", ...reach }],
      ["PATCH", `/operators/${priya.me.id}`, { name: "Priya", role: "operator", ...reach }],
      ["POST", "/departments", { name: "Sales", sites, queue }],
    ] as const) {
      const { status, body } = await ask(shop, method, path, wish, shop.owner.cookie);
      assert.deepEqual([status, body.code, body.sentence], [400, "bad-message", "Choose at least one site."], path);
    }
  }
  // Of an administrator nobody asks for which.
  const wish = { role: "administrator", sites: [], departments: [] };
  assert.equal((await ask(shop, "POST", "/operators/tickets", wish, shop.owner.cookie)).status, 201);
});

test("a visitor who is banned is out at once, chat and all, and stays out until the ban is lifted", async (t) => {
  const shop = await startShop(t);
  const owner = shop.operator();
  await shop.until("the line", () => owner.line.state.kind === "online");
  const visitor = shop.visitor();
  await visitor.say("Buy my pills");
  const number = await shop.until("the number", () => visitor.visitor);
  const { token = "" } = visitor;
  const wish = { site: shop.site.id, visitor: number, by: "visitor", reason: "Spam", forMs: 3_600_000 } as const;
  await owner.line.ask({ type: "ban", id: newId(), ...wish });
  const why = () => {
    const { state } = visitor.line;
    return state.kind === "closed" && closeName(state.code);
  };
  assert.equal(await shop.until("the end of the line", why), "banned");
  const chat = [...owner.conversations.values()][0];
  await shop.until("the end of the chat", () => owner.conversations.get(chat?.id ?? "")?.status === "ended");

  const again = shop.visitor({ token });
  const whyAgain = () => {
    const { state } = again.line;
    return state.kind === "closed" && closeName(state.code);
  };
  assert.equal(await shop.until("the end of the second line", whyAgain), "banned");
  const stranger = shop.visitor();
  await shop.until("another visitor from there", () => stranger.line.state.kind === "online");

  const bans = (await (await shop.request("GET", "/bans", undefined, shop.owner.cookie)).json()) as Ban[];
  assert.deepEqual(
    bans.map(({ visitor: banned, reason, by }) => ({ banned, reason, by })),
    [{ banned: number, reason: "Spam", by: "Maya Okafor" }],
  );
  await shop.request("DELETE", `/bans/${bans[0]?.id}`, undefined, shop.owner.cookie);
  const back = shop.visitor({ token });
  await shop.until("the visitor again", () => back.line.state.kind === "online");
});

test("an address that is banned is kept out whatever the number", async (t) => {
  const shop = await startShop(t);
  const wish = { site: shop.site.id, address: "127.0.0.1", reason: "" };
  await shop.request("POST", "/bans", wish, shop.owner.cookie);
  const visitor = shop.visitor();
  const why = await shop.until("the end of the line", () => {
    const { state } = visitor.line;
    return state.kind === "closed" && closeName(state.code);
  });
  assert.equal(why, "banned");
  const wrong = await ask(shop, "POST", "/bans", { ...wish, address: "next door" }, shop.owner.cookie);
  assert.match(wrong.body.sentence ?? "", /not an address/);
});

test("a department outside its hours is not there, and its visitors are told", async (t) => {
  const shop = await startShop(t);
  const owner = shop.operator();
  await shop.until("the line", () => owner.line.state.kind === "online");
  const queue = { rule: "off", mostChats: 4, answerMs: 30_000 };
  const closed = { timeZone: "UTC", days: Array.from({ length: 7 }, () => []) };
  const online: boolean[] = [];
  const visitor = shop.visitor({
    onFrame: (frame) => {
      if (frame.type === "welcome" || frame.type === "online") online.push(frame.online);
    },
  });
  await shop.until("the welcome", () => online.length === 1);
  const wish = { name: "Sales", sites: "all", hours: closed, queue };
  const made = await shop.request("POST", "/departments", wish, shop.owner.cookie);
  const { id } = (await made.json()) as { id: string };
  await shop.until("word of it", () => online.at(-1) === false);
  await assert.rejects(visitor.say("Hello?"), { code: "nobody-online" });
  await shop.request("PATCH", `/departments/${id}`, { name: "Sales", sites: "all", queue }, shop.owner.cookie);
  await shop.until("word of it", () => online.at(-1) === true);
  await visitor.say("Hello!");
  const chat = await shop.until("the request", () => [...owner.conversations.values()][0]);
  assert.equal(chat.department, id);
});
