import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after } from "node:test";
import type { Locator } from "playwright-core";
import { newId } from "../../client/id.ts";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("History: a conversation is found by its words, read as it was, and filtered by its status; axe light and dark", async (t) => {
  const shop = await startShop(t);
  await someChats(shop);
  const desk = await openConsole(t, shop);
  const { page } = desk;
  await page.getByRole("link", { name: "History" }).click();
  const found = page.getByRole("region", { name: "Conversations" }).getByRole("listitem");
  await found.nth(2).waitFor();
  assert.equal(await found.count(), 3);

  await page.getByRole("searchbox", { name: "Search the history" }).fill("großes ZELT");
  await found.nth(1).waitFor({ state: "detached" });
  assert.deepEqual(await found.locator("mark").allInnerTexts(), ["großes", "Zelt"]);
  await found.first().getByRole("button").click();
  const reader = page.getByRole("article", { name: /^Chat with/ });
  await reader.getByText("Wir haben ein Zelt für vier.").waitFor();
  await assertAccessible(page, "the history");
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
  await assertAccessible(page, "the history, dark");

  await page.getByRole("button", { name: "Clear the filter" }).click();
  await found.nth(2).waitFor();
  await page.getByLabel("Status", { exact: true }).selectOption({ label: "Left message" });
  await found.nth(1).waitFor({ state: "detached" });
  await found.getByText("Please call me about the hut.").waitFor();
  await page.getByRole("searchbox", { name: "Search the history" }).fill("nothing of the kind");
  await page.getByText("No conversation fits").waitFor();
});

test("History: supervisors and above export what they have filtered, operators are not offered it", async (t) => {
  const shop = await startShop(t);
  await someChats(shop);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const { page } = await openConsole(t, shop);
  await page.goto(`${shop.url}/console/#/history`);
  await page.getByRole("searchbox", { name: "Search the history" }).fill("zelt");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as table (CSV)" }).click();
  assert.match((await started).suggestedFilename(), /^shopbell-history-.+\.csv$/);
  const hers = await openConsole(t, shop, priya);
  await hers.page.goto(`${shop.url}/console/#/history`);
  await hers.page.getByRole("region", { name: "Conversations" }).getByRole("listitem").nth(2).waitFor();
  assert.equal(await hers.page.getByRole("link", { name: /Export/ }).count(), 0);
});

test("a long chat is read from its end, earlier parts come as one goes up, and all of it is saved", async (t) => {
  const shop = await startShop(t, { config: { messagesPerPage: 20 } });
  const maya = shop.operator(shop.owner);
  await shop.until("Maya is there", () => maya.line.state.kind === "online");
  const ada = shop.visitor();
  await shop.until("Ada is there", () => ada.visitor > 0);
  for (let number = 1; number <= 70; number++) await ada.say(`number ${number} of many`);
  await maya.accept(ada.conversation?.id ?? "");
  const desk = await openConsole(t, shop);
  const { page, log } = desk;
  await log.getByText("number 70 of many").waitFor();
  assert.equal(await log.getByText("number 1 of many", { exact: true }).count(), 0);
  const first = log.getByText("number 1 of many", { exact: true });
  const scroller = page.locator("[data-scroller]");
  const until = Date.now() + 60_000;
  while ((await first.count()) === 0 && Date.now() < until)
    await scroller.evaluate((element) => element.scrollTo(0, 0));
  await first.waitFor();
  assert.equal(await log.getByText(/^number \d+ of many$/).count(), 70);
  await page.goto(`${shop.url}/console/#/settings/saving`);
  await page.getByLabel("Format").selectOption("text");
  await page.getByLabel("Where").selectOption("download");
  const [file] = await Promise.all([page.waitForEvent("download"), desk.choose("Save the chat")]);
  const saved = await readFile(await file.path(), "utf8");
  assert.deepEqual(
    saved.match(/number \d+ of many/g),
    Array.from({ length: 70 }, (_, index) => `number ${index + 1} of many`),
  );
});

test("History: what was found in the middle of a long chat is in view and marked, and the search goes on from there", async (t) => {
  const shop = await startShop(t, { config: { messagesPerPage: 20 } });
  const maya = shop.operator(shop.owner);
  await shop.until("Maya is there", () => maya.line.state.kind === "online");
  const ada = shop.visitor();
  await shop.until("Ada is there", () => ada.visitor > 0);
  for (let number = 1; number <= 70; number++) {
    const isAbout = number === 8 || number === 15;
    await ada.say(isAbout ? `the groundsheet, number ${number}` : `number ${number} of many`);
  }
  const { page } = await openConsole(t, shop);
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("searchbox", { name: "Search the history" }).fill('"the groundsheet" number');
  const found = page.getByRole("region", { name: "Conversations" }).getByRole("listitem");
  await found.filter({ hasText: "groundsheet" }).getByRole("button").click();
  const reader = page.getByRole("article", { name: /^Chat with/ });
  const search = reader.getByRole("search", { name: "Search in this chat" });
  await search.getByText("2 of 2").waitFor();
  await isInView(reader.getByText("the groundsheet, number 15"));
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H2", "the focus is where it was");
  await search.getByRole("button", { name: /^Earlier/ }).click();
  await isInView(reader.getByText("the groundsheet, number 8"));
});

/** Waits until (nearly) all of it can be seen. */
async function isInView(place: Locator): Promise<void> {
  await place.waitFor();
  const until = Date.now() + 60_000;
  const seen = (): Promise<number> =>
    place.evaluate(
      (element) =>
        new Promise((resolve) => {
          new IntersectionObserver(([entry]) => resolve(entry?.intersectionRatio ?? 0)).observe(element);
        }),
    );
  while ((await seen()) < 0.9) assert.ok(Date.now() < until, "it never came into view");
}

/** What Carl left while nobody was there, Ada's chat with Maya, and Ben's request. */
async function someChats(shop: Shop): Promise<void> {
  const [carl, ada, ben] = [shop.visitor(), shop.visitor(), shop.visitor()];
  await shop.until("they are there", () => [carl, ada, ben].every(({ visitor }) => visitor > 0));
  const left = { name: "Carl", email: "carl@mail.example", text: "Please call me about the hut." };
  await carl.line.ask({ type: "leave", id: newId(), ...left });
  const maya = shop.operator(shop.owner);
  await shop.until("Maya is there", () => maya.line.state.kind === "online");
  await ada.say("Guten Tag, haben Sie ein großes Zelt für eine Familie?");
  await ben.say("Is anybody there?");
  const conversation = ada.conversation?.id ?? "";
  await maya.accept(conversation);
  await maya.say(conversation, "Wir haben ein Zelt für vier.");
}
