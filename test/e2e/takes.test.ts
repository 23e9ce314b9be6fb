import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import type { SimulatedVisitor } from "../../bench/simulated-visitor.ts";
import { assertAccessible, closeBrowser, untilTrue } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { heardOn, putEarsOn, untilHeard } from "../harness/ears.ts";
import { type Account, type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

// axe works by scripts of its own, which the console's policy rightly forbids.
const INSPECTED = { bypassCSP: true };

interface Desks {
  shop: Shop;
  /** Whose chat it is. */
  maya: ConsolePage;
  /** A colleague in a browser of her own. */
  priya: ConsolePage;
  ada: SimulatedVisitor;
  accounts: { priya: Account };
}

/** Maya chats with Ada; Priya sits at a console of her own. */
async function startDesks(t: TestContext, options: Parameters<typeof openConsole>[3] = {}): Promise<Desks> {
  const shop = await startShop(t);
  const accounts = { priya: await shop.addOperator("priya", "Priya Rao") };
  const maya = await openConsole(t, shop, shop.owner, options);
  const priya = await openConsole(t, shop, accounts.priya, options);
  const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
  await ada.say("Does the 2P fit two pads?");
  await maya.row("Requesting").dblclick();
  await maya.composer.waitFor();
  await priya.row("Chatting").getByText("Maya Okafor").waitFor();
  return { shop, maya, priya, ada, accounts };
}

const button = (desk: ConsolePage, name: string | RegExp) => desk.page.getByRole("button", { name, exact: true });
const words = (ada: SimulatedVisitor): string =>
  ada.messages.map(({ body, author }) => JSON.stringify([author, body])).join("\n");

/** What stands at the foot of a chat that Maya offers. */
const offered = (desk: ConsolePage) => desk.page.getByRole("tabpanel").getByText("Maya Okafor offers you this chat.");

/** Until what the operator said last has its number, without which it cannot be changed. */
async function acknowledged({ log }: ConsolePage): Promise<void> {
  await log
    .getByText(/^(.*· )?(Sent|Delivered|Read)$/)
    .last()
    .waitFor();
}

/** Waits until so many of the desktop's notifications are of a chat that is offered. */
async function untilPopups(page: Page, count: number): Promise<void> {
  await untilTrue(
    page,
    async (wanted) => {
      const shown = (await (await navigator.serviceWorker.getRegistration())?.getNotifications()) ?? [];
      return shown.filter(({ title }) => /is offered to you/.test(title)).length === wanted;
    },
    count,
  );
}

/** Priya looks at Maya's chat. */
async function lookOn(priya: ConsolePage): Promise<void> {
  await priya.row("Chatting").dblclick();
  await priya.page.getByText("Maya Okafor has this chat. You are reading along.").waitFor();
}

test("V7: a colleague takes a chat over; the former operator is told at once, reads along, and may join again", async (t) => {
  const { shop, maya, priya, ada } = await startDesks(t);
  await lookOn(priya);
  await button(priya, "Take over").click();
  await priya.composer.waitFor();
  await maya.page
    .getByText(/Priya Rao has taken over your chat with/)
    .first()
    .waitFor();
  await maya.page.getByText("Priya Rao has this chat. You are reading along.").waitFor();
  await maya.log.getByText("taken over by Priya Rao from you").waitFor();
  await priya.log.getByText("taken over by you from Maya Okafor").waitFor();
  await priya.say("Priya here now");
  await shop.until("Ada reads Priya", () => words(ada).includes("Priya here now"));
  await button(maya, "Join").click();
  await maya.say("And I listen");
  await shop.until("Ada reads Maya", () => words(ada).includes("And I listen"));
  assert.deepEqual(ada.conversation?.others, ["Maya Okafor"]);
  await priya.page.getByText("Maya Okafor has joined").waitFor();
});

test("V7: of two colleagues who take over at the same moment one gets the chat, the other is told who", async (t) => {
  const { shop, priya, ada } = await startDesks(t);
  const sam = shop.operator(await shop.addOperator("sam", "Sam Lee"));
  await shop.until("Sam is there", () => sam.line.state.kind === "online");
  await lookOn(priya);
  const conversation = ada.conversation?.id ?? "";
  const begun = priya.page.waitForEvent("console", { predicate: (message) => message.text() === "about to press" });
  // While her browser is busy nothing reaches Priya's screen: she presses what stands there, and Sam has been first.
  const pressed = priya.page.evaluate((busyMs) => {
    const takeOver = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Take over");
    // oxlint-disable-next-line no-console -- the only word a busy page can still say
    console.log("about to press");
    for (const end = performance.now() + busyMs; performance.now() < end;);
    takeOver?.click();
  }, 6_000);
  await begun;
  await sam.line.ask({ type: "take-over", id: "take-over-by-sam", conversation, from: shop.owner.me.id });
  await pressed;
  await priya.page.getByText("Sam Lee was first and has this chat now.").first().waitFor();
  await priya.page.getByText("Sam Lee has this chat. You are reading along.").waitFor();
  assert.equal(await priya.composer.count(), 0);
  assert.equal(ada.conversation?.operator, "Sam Lee");
});

test("V7: a chat is transferred with a word that the visitor never sees; until it is accepted it stays", async (t) => {
  const { shop, maya, priya, ada } = await startDesks(t);
  await maya.composer.press("Alt+r");
  const dialog = maya.page.getByRole("dialog", { name: /^Transfer the chat with/ });
  await dialog.getByRole("radio", { name: /Priya Rao.*Online · no chats/ }).waitFor();
  await dialog.getByRole("textbox", { name: "A word to the colleague" }).fill("Impatient, be quick");
  await dialog.getByRole("textbox").press("Enter");
  await maya.page.getByText("Offered to Priya Rao. Until somebody accepts it is yours.").waitFor();
  await maya.say("A colleague knows better");
  await shop.until("Ada reads it", () => words(ada).includes("A colleague knows better"));

  await offered(priya).waitFor();
  await priya.page.getByText("“Impatient, be quick”").first().waitFor();
  await button(priya, "Hand back").click();
  await maya.page
    .getByText(/Priya Rao has handed back the chat with/)
    .first()
    .waitFor();
  await button(maya, "Transfer to…").click();
  await dialog.getByRole("button", { name: /^Transfer/ }).click();
  await button(priya, "Accept").last().click();
  await priya.composer.waitFor();
  await maya.page
    .getByText(/Priya Rao has accepted your chat with/)
    .first()
    .waitFor();
  await shop.until("Ada is told kindly", () => ada.conversation?.operator === "Priya Rao");
  await shop.until("Ada has the entry", () => words(ada).includes("transferred"));
  assert.doesNotMatch(words(ada), /Impatient|transfer-offered|handed-back/);
});

test("V7: a chat is offered to a department, and is accepted by one of it", async (t) => {
  const { shop, maya, priya, ada, accounts } = await startDesks(t);
  const queue = { rule: "off", mostChats: 4, answerMs: 30_000 };
  const made = await shop.request("POST", "/departments", { name: "Tents", sites: "all", queue }, shop.owner.cookie);
  const { id } = (await made.json()) as { id: string };
  const change = { name: "Priya Rao", role: "operator", sites: "all", departments: [id] };
  await shop.request("PATCH", `/operators/${accounts.priya.me.id}`, change, shop.owner.cookie);
  await button(maya, "Transfer to…").click();
  const dialog = maya.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Tents.*1 online/ }).check();
  await dialog.getByRole("button", { name: /^Transfer/ }).click();
  await maya.page.getByText("Offered to Tents. Until somebody accepts it is yours.").waitFor();
  await priya.page.getByText("Maya Okafor offers this chat to Tents.").waitFor();
  assert.equal(await button(priya, "Hand back").count(), 0, "it is not one operator's to refuse");
  await button(priya, "Accept").last().click();
  await priya.composer.waitFor();
  await shop.until("Ada is told", () => ada.conversation?.operator === "Priya Rao");
});

test("N1: a transferred chat rings, flashes and pops up at the colleague, by a switch of its own, until it is answered", async (t) => {
  const { maya, priya } = await startDesks(t);
  await priya.page.context().grantPermissions(["notifications"]);
  await putEarsOn(priya.page);
  await priya.page.getByText(/^Live/).click();
  const offer = async () => {
    await button(maya, "Transfer to…").click();
    await maya.page
      .getByRole("dialog")
      .getByRole("button", { name: /^Transfer/ })
      .click();
    await maya.page.getByText(/^Offered to Priya Rao/).waitFor();
  };
  await offer();
  await priya.page.getByRole("button", { name: /^Silence: The chat with .* is offered to you/ }).waitFor();
  await untilHeard(priya.page, ({ strikes, ringing }) => strikes > 0 && ringing === 1);
  await priya.page.waitForFunction(() => /The chat with .* is offered to you/.test(document.title));
  await untilPopups(priya.page, 1);
  await button(maya, "Take back").click();
  await untilPopups(priya.page, 0);
  await priya.page.waitForFunction(() => !document.title.includes("offered"));
  await untilHeard(priya.page, ({ ringing }) => ringing === 0);
  await priya.page.getByRole("button", { name: /^Silence/ }).waitFor({ state: "detached" });

  await priya.page.getByRole("link", { name: /Settings/ }).click();
  await priya.page.getByRole("link", { name: "Preferences" }).click();
  await priya.page.getByRole("checkbox", { name: "Chat transferred to me: sound" }).uncheck();
  await priya.page.getByRole("link", { name: /Visitors/ }).click();
  const before = await heardOn(priya.page);
  await offer();
  await priya.page.getByRole("button", { name: /^Silence: The chat with/ }).waitFor();
  assert.deepEqual(await heardOn(priya.page), before, "what is switched off is silent");
});

test("V7: who joins writes as well until stepping out; who has the chat in front is seen by name", async (t) => {
  const { shop, maya, priya, ada } = await startDesks(t);
  await lookOn(priya);
  await maya.page.getByText("Priya Rao is looking on").waitFor();
  await priya.page.keyboard.press("Alt+j");
  await priya.composer.waitFor();
  await maya.page.getByText("Priya Rao has joined").waitFor();
  assert.equal(
    await maya.page.getByText("Priya Rao is looking on").count(),
    0,
    "who has joined does more than look on",
  );
  await priya.composer.pressSequentially("I know that tent");
  await maya.page.getByText("Priya Rao is writing to the visitor…").waitFor();
  await priya.composer.press("Enter");
  await shop.until("Ada reads Priya", () => words(ada).includes("I know that tent"));
  assert.equal(await button(priya, "End chat").count(), 0, "who has joined does not end it");
  await button(priya, "Step out").click();
  await priya.page.getByText("Maya Okafor has this chat. You are reading along.").waitFor();
  await button(priya, "Close").click();
  await maya.page.getByText("Priya Rao is looking on").waitFor({ state: "detached" });
});

test("C2: Up fetches the last message to be changed, and the visitor's screen follows; Escape leaves it", async (t) => {
  const { shop, maya, priya, ada } = await startDesks(t);
  await lookOn(priya);
  await maya.say("It costs 39");
  await acknowledged(maya);
  await maya.composer.press("ArrowUp");
  assert.equal(await maya.composer.inputValue(), "It costs 39");
  await maya.page.getByText("Editing", { exact: true }).waitFor();
  await maya.composer.press("Escape");
  assert.equal(await maya.composer.inputValue(), "");
  await maya.composer.press("ArrowUp");
  await maya.composer.fill("It costs 93");
  await maya.composer.press("Enter");
  await maya.log.getByText("It costs 93").waitFor();
  await maya.log.getByText("edited").waitFor();
  await shop.until("Ada reads the new price", () => /"It costs 93"/.test(words(ada)));
  assert.doesNotMatch(words(ada), /It costs 39/);
  await priya.log.getByText("It costs 93").waitFor();
  assert.equal(await priya.log.getByText("It costs 39").count(), 0);
  assert.equal(await maya.composer.inputValue(), "");
});

test("C2: a message is deleted from its menu by the keyboard, and is nowhere afterwards", async (t) => {
  const { shop, maya, ada } = await startDesks(t);
  await maya.say("Oops, wrong window");
  const message = maya.log.getByText("Oops, wrong window");
  await message.waitFor();
  const menu = maya.log.getByRole("button", { name: "What to do with this message" });
  await menu.last().focus();
  await maya.page.keyboard.press("Enter");
  await maya.page.getByRole("menuitem", { name: "Delete" }).waitFor();
  await maya.page.keyboard.press("End");
  await maya.page.keyboard.press("Enter");
  const dialog = maya.page.getByRole("dialog", { name: "Delete this message?" });
  await dialog.getByRole("button", { name: "Delete" }).click();
  await maya.log.getByText("Message deleted").waitFor();
  await shop.until("it is gone at Ada's", () => !words(ada).includes("Oops"));
  await maya.page.reload();
  await maya.log.getByText("Message deleted").waitFor();
  assert.equal(await maya.page.getByText("Oops, wrong window").count(), 0);
});

test("what a visitor is writing is shown where the site's setting says so, until it is sent", async (t) => {
  const { shop, maya, ada } = await startDesks(t);
  await maya.page.getByRole("link", { name: /Settings/ }).click();
  await maya.page.getByRole("link", { name: "Sites" }).click();
  await maya.page
    .getByRole("button", { name: /Edit|Change/ })
    .first()
    .click();
  await maya.page.getByRole("checkbox", { name: /Show operators what visitors write/ }).check();
  await maya.page.getByRole("button", { name: "Save" }).click();
  await maya.page.getByRole("dialog").waitFor({ state: "detached" });
  const conversation = ada.conversation?.id ?? "";
  ada.line.tell({ type: "typing", conversation, typing: true, text: "And does it come in gr" });
  await maya.page.getByText("And does it come in gr").waitFor();
  await ada.say("And does it come in green?");
  await maya.log.getByText("And does it come in green?").waitFor();
  assert.equal(await maya.page.getByText("And does it come in gr", { exact: true }).count(), 0);
  assert.ok(shop.site.id !== "");
});

test("W1 V7: the visitor reads kindly who is there, sees what was changed, and is told that typing is seen", async (t) => {
  const shop = await startShop(t);
  const { name, origins } = shop.site;
  await shop.request("PATCH", `/sites/${shop.site.id}`, { name, origins, typingPreviews: true }, shop.owner.cookie);
  const priya = shop.operator(await shop.addOperator("priya", "Priya Rao"));
  const maya = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await ada.open();
  await ada.page.getByText("We can see what you write before you send it.").waitFor();
  await ada.say("Does the 2P fit two pads?");
  await maya.row("Requesting").dblclick();
  await maya.say("It costs 39");
  await acknowledged(maya);
  await maya.composer.press("ArrowUp");
  await maya.composer.fill("It costs 93");
  await maya.composer.press("Enter");
  await ada.log.getByText("It costs 93").waitFor();
  assert.equal(await ada.log.getByText("It costs 39").count(), 0);

  await ada.composer.pressSequentially("And in gr");
  await maya.page.getByText("And in gr").waitFor();
  await ada.composer.press("Enter");
  await maya.log.getByText("And in gr").waitFor();

  const conversation = await shop.until("the chat", () => [...priya.conversations.keys()][0]);
  const from = shop.owner.me.id;
  await priya.line.ask({ type: "take-over", id: "take-over-by-priya", conversation, from });
  await ada.page.getByText("Priya is with you now").waitFor();
  await button(maya, "Join").click();
  await ada.page.getByText("Priya Rao and Maya Okafor").first().waitFor();
});

test("taking over, transferring and changing messages are accessible, light and dark", async (t) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { maya, priya } = await startDesks(t, { ...INSPECTED, colorScheme });
    await lookOn(priya);
    await assertAccessible(priya.page, `a colleague's chat, ${colorScheme}`);
    await maya.say("It costs 39");
    await maya.log.getByText("It costs 39").waitFor();
    await button(maya, "Transfer to…").click();
    await maya.page.getByRole("dialog").getByRole("radio").first().waitFor();
    await assertAccessible(maya.page, `the Transfer window, ${colorScheme}`);
    await maya.page
      .getByRole("dialog")
      .getByRole("button", { name: /^Transfer/ })
      .click();
    await offered(priya).waitFor();
    await assertAccessible(priya.page, `an offered chat, ${colorScheme}`);
    await acknowledged(maya);
    await maya.composer.press("ArrowUp");
    await maya.page.getByText("Editing", { exact: true }).waitFor();
    await maya.log.getByRole("button", { name: "What to do with this message" }).last().click();
    await maya.page.getByRole("menuitem", { name: "Delete" }).waitFor();
    await assertAccessible(maya.page, `a message that is being changed, ${colorScheme}`);
    await maya.page.getByRole("menuitem", { name: "Delete" }).click();
    await maya.page.getByRole("dialog", { name: "Delete this message?" }).waitFor();
    await assertAccessible(maya.page, `deleting, ${colorScheme}`);
    await maya.page.context().close();
    await priya.page.context().close();
  }
});

test("O2: whoever loses a site has its chats closed, with a sentence that says why, and the others stay", async (t) => {
  const shop = await startShop(t);
  const made = await shop.request("POST", "/sites", { name: "Northwind Kids", origins: [] }, shop.owner.cookie);
  const second = (await made.json()) as { id: string; key: string };
  const priya = await shop.addOperator("priya", "Priya Rao");
  const reach = (sites: "all" | string[]) =>
    shop.request(
      "PATCH",
      `/operators/${priya.me.id}`,
      { name: "Priya Rao", role: "operator", sites, departments: [] },
      shop.owner.cookie,
    );
  const desk = await openConsole(t, shop, priya);
  const ada = shop.visitor({ url: "https://shop.example/tents" });
  await ada.say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.log.getByText("Hello?").waitFor();

  await reach([second.id]);
  await desk.page
    .getByText(/^The chat with .* was closed here: its site is no longer one of yours\.$/)
    .first()
    .waitFor();
  await desk.page.getByText("No chats open").waitFor();
  assert.equal(await desk.page.getByText("Hello?").count(), 0);
  assert.equal(await desk.page.getByRole("tab").count(), 0);

  // Given back, the visitor waits there for whoever accepts first.
  await reach("all");
  await desk.page.getByRole("button", { name: "Site: Northwind Kids" }).click();
  await desk.page.getByRole("menuitemradio", { name: "Northwind Outdoor" }).click();
  await desk.row("Requesting").dblclick();
  await desk.log.getByText("Hello?").waitFor();
  await desk.log.getByText("no longer with you: may not have it any more").waitFor();
  await desk.composer.waitFor();
});
