import assert from "node:assert/strict";
import { newId } from "../client/id.ts";
import type { HistoryPage } from "../protocol/rest.ts";
import type { SimulatedVisitor } from "../bench/simulated-visitor.ts";
import { type Account, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

test("the history is searched and filtered, and shows the words that were found as data", async (t) => {
  const shop = await startShop(t);
  const [ada, ben] = await chats(shop);
  const all = await search(shop, shop.owner, {});
  assert.deepEqual(
    all.found.map(({ conversation }) => conversation.visitor),
    [ben.visitor, ada.visitor],
  );
  const { found } = await search(shop, shop.owner, { words: "ZELT" });
  assert.deepEqual(
    found.map(({ conversation, snippet, seq }) => ({ visitor: conversation.visitor, snippet, seq })),
    [
      {
        visitor: ada.visitor,
        snippet: [{ text: "Ein rotes " }, { text: "Zelt", isHit: true }, { text: ", <b>bitte</b>" }],
        seq: 2,
      },
    ],
  );
  const visitors = async (query: Record<string, string>) =>
    (await search(shop, shop.owner, query)).found.map(({ conversation }) => conversation.visitor);
  assert.deepEqual(await visitors({ words: `#${ben.visitor}` }), [ben.visitor]);
  assert.deepEqual(await visitors({ outcome: "live" }), [ben.visitor, ada.visitor]);
  assert.deepEqual(await visitors({ operator: shop.owner.me.id }), [ada.visitor]);
  assert.deepEqual(await visitors({ site: "another-site" }), []);
  assert.deepEqual(await visitors({ words: `NEAR("zelt` }), []);
  await assert.rejects(search(shop, shop.owner, { outcome: "lost" }), /must be live, answered, missed or left/);
});

test("the history goes on page by page", async (t) => {
  const shop = await startShop(t, { config: { historyPage: 1 } });
  const [ada, ben] = await chats(shop);
  const first = await search(shop, shop.owner, {});
  assert.equal(first.found[0]?.conversation.visitor, ben.visitor);
  const second = await search(shop, shop.owner, { before: String(first.next) });
  assert.equal(second.found[0]?.conversation.visitor, ada.visitor);
});

test("a filtered part of the history is exported as JSON lines and as a table, by supervisors and above", async (t) => {
  const shop = await startShop(t, { config: { exportsAtOnce: 1 } });
  const [ada] = await chats(shop);
  const ndjson = await (
    await shop.request("GET", "/history/export?format=ndjson&words=zelt", undefined, shop.owner.cookie)
  ).text();
  const lines = ndjson.trimEnd().split("\n");
  assert.equal(lines.length, 1);
  const chat = JSON.parse(lines[0] ?? "") as { visitor: number; site: string; messages: { body: { text?: string } }[] };
  assert.deepEqual([chat.visitor, chat.site], [ada.visitor, "Northwind Outdoor"]);
  assert.ok(chat.messages.some(({ body }) => body.text === "Ein rotes Zelt, <b>bitte</b>"));

  const answer = await shop.request("GET", "/history/export?format=csv", undefined, shop.owner.cookie);
  assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; filename="shopbell-history-.+\.csv"$/);
  const csv = await answer.text();
  assert.match(csv, /^conversation,site,visitor/m);
  assert.match(csv, /,visitor,"Ein rotes Zelt, <b>bitte<\/b>"\r\n/);
  // A table must not take what a visitor wrote for a formula.
  assert.match(csv, /,visitor,'=1\+1\r\n/);

  const priya = await shop.addOperator("priya", "Priya Rao");
  await assert.rejects(
    shop.request("GET", "/history/export?format=csv", undefined, priya.cookie),
    /answered 403: .*supervisors/,
  );
  await assert.rejects(
    shop.request("GET", "/history/export?format=xml", undefined, shop.owner.cookie),
    /ndjson or csv/,
  );
});

test("an operator sees the history of their own sites alone", async (t) => {
  const shop = await startShop(t);
  await chats(shop);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const site = await (
    await shop.request("POST", "/sites", { name: "Another", origins: ["https://another.example"] }, shop.owner.cookie)
  ).json();
  assert.equal((await search(shop, priya, {})).found.length, 2);
  await shop.request(
    "PATCH",
    `/operators/${priya.me.id}`,
    { name: "Priya Rao", role: "operator", sites: [(site as { id: string }).id], departments: [] },
    shop.owner.cookie,
  );
  assert.deepEqual((await search(shop, priya, {})).found, []);
  assert.deepEqual((await search(shop, priya, { words: "zelt" })).found, []);
  await assert.rejects(search(shop, priya, { site: shop.site.id }), /not one of yours/);
});

/** Ada, whose chat Maya has, and Ben, who waits. */
async function chats(shop: Shop): Promise<[SimulatedVisitor, SimulatedVisitor]> {
  const maya = shop.operator(shop.owner);
  await shop.until("Maya is there", () => maya.line.state.kind === "online");
  const [ada, ben] = [shop.visitor(), shop.visitor()];
  await shop.until("both are there", () => ada.visitor > 0 && ben.visitor > 0);
  await ada.say("Ein rotes Zelt, <b>bitte</b>");
  await ben.say("=1+1");
  await maya.accept(ada.conversation?.id ?? "");
  await maya.line.ask({ type: "status", id: newId(), status: "online" });
  return [ada, ben];
}

async function search(shop: Shop, account: Account, query: Record<string, string>): Promise<HistoryPage> {
  const answer = await shop.request("GET", `/history?${new URLSearchParams(query)}`, undefined, account.cookie);
  return (await answer.json()) as HistoryPage;
}
