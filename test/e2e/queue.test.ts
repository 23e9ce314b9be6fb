import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import type { Locator } from "playwright-core";
import { newId } from "../../client/id.ts";
import type { QueueRule } from "../../protocol/rest.ts";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

const RULE: QueueRule = { rule: "in-turn", mostChats: 4, answerMs: 600_000 };

/** A shop with queueing and two operators who are no supervisors; the owner looks at no screen. */
async function queueingShop(t: TestContext, change: Partial<QueueRule> = {}) {
  const shop = await startShop(t);
  await shop.request("PUT", "/queue", { ...RULE, ...change }, shop.owner.cookie);
  return { shop, priya: await shop.addOperator("priya", "Priya Rao"), sam: await shop.addOperator("sam", "Sam Lee") };
}

/** A visitor who has asked for a chat, and the last place in the queue that they were told. */
async function requester(shop: Shop, title: string, text: string) {
  let place: number | undefined;
  const visitor = shop.visitor({
    url: `https://shop.example/${title}`,
    title,
    onFrame: (frame) => frame.type === "queue" && (place = frame.place),
  });
  await visitor.say(text);
  return { visitor, place: () => place };
}

const card = ({ page }: ConsolePage): Locator => page.getByRole("region", { name: "Chat request for you" });
const untilCalled = ({ page }: ConsolePage) =>
  page.waitForFunction(() => document.title.includes("Chat request from") || document.title.startsWith("(1)"));

test("V5: a request is offered to one of two operators, who alone is called, and who accepts it by a key", async (t) => {
  const { shop, priya, sam } = await queueingShop(t);
  const [her, him] = [await openConsole(t, shop, priya), await openConsole(t, shop, sam)];
  const ada = await requester(shop, "Tents", "Is the Ridge 2P in stock?");
  await card(her).getByText("Is the Ridge 2P in stock?").waitFor();
  await untilCalled(her);
  await him.row("Tents").getByText("Priya Rao").waitFor();
  assert.equal(await card(him).count(), 0);
  assert.equal(await him.row("Tents").getByRole("button", { name: "Accept" }).count(), 0);
  assert.ok(!(await him.page.title()).includes("Chat request"));
  await her.page.keyboard.press("Alt+G");
  await her.composer.waitFor();
  await card(her).waitFor({ state: "detached" });
  await him.row("Chatting").getByText("Priya Rao").waitFor();
  await shop.until("the chat", () => ada.visitor.conversation?.status === "open");
});

test("V5: a request that is not answered in time goes on to the next", async (t) => {
  const { shop, priya, sam } = await queueingShop(t, { answerMs: 5_000 });
  const [her, him] = [await openConsole(t, shop, priya), await openConsole(t, shop, sam)];
  const holders: string[] = [];
  shop.operator(priya, {
    onFrame(frame) {
      const queue = frame.type === "queue" ? frame.queue : frame.type === "conversation" && frame.conversation.queue;
      if (queue !== false && queue?.kind === "offered" && holders.at(-1) !== queue.to.name) holders.push(queue.to.name);
    },
  });
  const ada = await requester(shop, "Tents", "Is the Ridge 2P in stock?");
  await shop.until("the first offer", () => holders.length === 1);
  // The second one may stand for as long as this machine takes to draw it.
  await shop.request("PUT", "/queue", RULE, shop.owner.cookie);
  await card(him).getByText("Is the Ridge 2P in stock?").waitFor();
  await untilCalled(him);
  await card(her).waitFor({ state: "detached" });
  await her.row("Tents").getByText("Sam Lee").waitFor();
  assert.deepEqual(holders, ["Priya Rao", "Sam Lee"]);
  await card(him)
    .getByRole("button", { name: /Accept/ })
    .click();
  await him.composer.waitFor();
  await shop.until("the chat", () => ada.visitor.conversation?.status === "open");
});

test("V5: who comes back to a desk where offers ran out reads why they are away, and is online again at a press", async (t) => {
  const shop = await startShop(t, { config: { unansweredOffers: 1 } });
  const priya = await shop.addOperator("priya", "Priya Rao");
  await shop.request("PUT", "/queue", { ...RULE, answerMs: 5_000 }, shop.owner.cookie);
  const her = await openConsole(t, shop, priya, { bypassCSP: true });
  await requester(shop, "Tents", "Is the Ridge 2P in stock?");
  await card(her).waitFor();
  const why = her.page.getByRole("status").filter({ hasText: "You are away, because" });
  await why.waitFor();
  await card(her).waitFor({ state: "detached" });
  await her.page.getByRole("button", { name: "Your status: Away" }).waitFor();
  await her.page.reload();
  await why.waitFor();
  await assertAccessible(her.page, "why one is away");
  await shop.request("PUT", "/queue", RULE, shop.owner.cookie);
  await why.getByRole("button", { name: "Go online" }).click();
  await why.waitFor({ state: "detached" });
  await her.page.getByRole("button", { name: "Your status: Online" }).waitFor();
  await card(her).getByText("Is the Ridge 2P in stock?").waitFor();
});

test("V5: declined by a key while writing, a request goes to the colleague, and only the colleague is called", async (t) => {
  const { shop, priya, sam } = await queueingShop(t);
  const her = await openConsole(t, shop, priya);
  const ada = await requester(shop, "Tents", "First");
  await card(her)
    .getByRole("button", { name: /Accept/ })
    .click();
  await her.composer.fill("One mo");
  const him = await openConsole(t, shop, sam);
  await requester(shop, "Boots", "Second");
  await card(him).getByText("Second").waitFor();
  await card(him)
    .getByRole("button", { name: /Decline/ })
    .click();
  await card(her).getByText("Second").waitFor();
  await card(him).waitFor({ state: "detached" });
  await him.page.waitForFunction(() => !document.title.includes("Chat request from"));
  await her.composer.press("Alt+Z");
  await card(her).waitFor({ state: "detached" });
  assert.equal(await her.composer.inputValue(), "One mo", "what is being written stays");
  await her.row("Boots").getByText("In the queue").waitFor();
  await her.composer.press("End");
  await her.page.keyboard.type("ment");
  await her.page.keyboard.press("Enter");
  await shop.until("the answer", () =>
    ada.visitor.messages.some(({ body }) => body.kind === "text" && body.text === "One moment"),
  );
});

test("V5: with a limit the others wait at their places, and move up when a chat ends", async (t) => {
  const { shop, priya } = await queueingShop(t, { mostChats: 1 });
  const her = await openConsole(t, shop, priya);
  const first = await requester(shop, "Tents", "First");
  await card(her).getByText("First").waitFor();
  const second = await requester(shop, "Boots", "Second");
  const third = await requester(shop, "Packs", "Third");
  await shop.until("their places", () => first.place() === 1 && second.place() === 2 && third.place() === 3);
  await card(her)
    .getByRole("button", { name: /Accept/ })
    .click();
  await her.composer.waitFor();
  await shop.until("they move up", () => second.place() === 1 && third.place() === 2);
  await her.row("Boots").getByText("In the queue").waitFor();
  await card(her).waitFor({ state: "detached" });
  // Whoever tries all the same is told why not.
  await her.row("Boots").dblclick();
  await her.page.getByText("This request waits for its turn.").first().waitFor();
  const conversation = first.visitor.conversation?.id ?? "";
  await first.visitor.line.ask({ type: "end", id: newId(), conversation });
  await card(her).getByText("Second").waitFor();
  await card(her)
    .getByRole("button", { name: /Accept/ })
    .click();
  await shop.until("the last is next", () => third.place() === 1);
});

test("V5: the visitor sees the place in the queue count down, also on the shop's next page", async (t) => {
  const { shop, priya } = await queueingShop(t, { mostChats: 1 });
  const her = await openConsole(t, shop, priya);
  const first = await requester(shop, "Boots", "First");
  await card(her).getByText("First").waitFor();
  const second = await requester(shop, "Packs", "Second");
  await shop.until("the second", () => second.place() === 2);
  const ada = await visit(t, shop, "/demo/tents", { bypassCSP: true });
  await ada.open();
  await ada.say("Third");
  await ada.page.getByText("You are number 3 in the queue").waitFor();
  await card(her)
    .getByRole("button", { name: /Accept/ })
    .click();
  await ada.page.getByText("You are number 2 in the queue").waitFor();
  await ada.page.goto(`${shop.url}/demo/boots`);
  await ada.page.getByText("You are number 2 in the queue").waitFor();
  await assertAccessible(ada.page, "the place in the queue");
  for (const { visitor } of [second, first])
    await visitor.line.ask({ type: "end", id: newId(), conversation: visitor.conversation?.id ?? "" });
  await ada.page.getByText("You are next").waitFor();
  await card(her).getByText("Third").waitFor();
  await card(her)
    .getByRole("button", { name: /Accept/ })
    .click();
  await ada.page.getByText("Priya joined the chat").waitFor();
  await ada.page.getByText("You are next").waitFor({ state: "detached" });
});

test("V5: Assigned To is shown only while queueing is on, which is set for all requests", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const column = desk.list.getByRole("columnheader", { name: "Assigned to" });
  const ada = await requester(shop, "Tents", "Hello?");
  await desk.row("Tents").getByRole("button", { name: "Accept" }).waitFor();
  assert.equal(await column.count(), 0);
  await desk.page.goto(`${shop.url}/console/#/settings/queueing`);
  await desk.page.getByText("Requests go to everybody at once").waitFor();
  await desk.page.getByRole("button", { name: "Queueing: All requests" }).click();
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByLabel("Requests go").selectOption({ label: "to the longest idle first" });
  await dialog.getByLabel("Chats per operator").fill("3");
  await dialog.getByLabel("Seconds to answer").fill("120");
  await assertAccessible(desk.page, "the queueing window");
  await dialog.getByRole("button", { name: "Save" }).click();
  await desk.page
    .getByText("Requests go to the longest idle first · at most 3 chats each · 120 seconds to answer")
    .waitFor();
  await card(desk).getByText("Hello?").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await desk.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await assertAccessible(desk.page, `the queueing settings and the offer, ${colorScheme}`);
  }
  await shop.until("the visitor's place", () => ada.place() === 1);
  await desk.page.goto(`${shop.url}/console/#/`);
  await column.waitFor();
  await desk.row("Tents").getByRole("button", { name: "Accept" }).waitFor();
  await assertAccessible(desk.page, "the list with queueing");
  await shop.request("PUT", "/queue", { ...RULE, rule: "off" }, shop.owner.cookie);
  await column.waitFor({ state: "detached" });
  await card(desk).waitFor({ state: "detached" });
});
