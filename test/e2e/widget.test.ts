import assert from "node:assert/strict";
import { after } from "node:test";
import type { SimulatedOperator } from "../../bench/simulated-operator.ts";
import { newId } from "../../client/id.ts";
import type { FromOperator } from "../../protocol/operator-to-server.ts";
import { assertAccessible, AWAY, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { type Account, type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

const INSPECTED = { bypassCSP: true };

async function at(shop: Shop, account?: Account, heard: (text: string) => void = () => {}): Promise<SimulatedOperator> {
  const operator = shop.operator(account, {
    onFrame: (frame) => frame.type === "typing" && heard(JSON.stringify(frame)),
  });
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  return operator;
}

const requested = (shop: Shop, operator: SimulatedOperator): Promise<string> =>
  shop.until(
    "the request",
    () => [...operator.conversations.values()].find(({ status }) => status === "requesting")?.id,
  );

const ask = (operator: SimulatedOperator, wish: DistributiveOmit<FromOperator & { id: string }, "id">) =>
  operator.line.ask({ ...wish, id: newId() });
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

test("W1 V7: the visitor sees in a kind form who joins, takes over and leaves, and who says what", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const maya = await at(shop);
  const her = await at(shop, priya);
  const ada = await visit(t, shop, "/demo/tents", INSPECTED);
  await ada.open();
  await ada.say("Hello?");
  const conversation = await requested(shop, maya);
  await maya.accept(conversation);
  await ada.log.getByText("Maya joined the chat").waitFor();
  await maya.say(conversation, "Hello Ada");
  await ask(her, { type: "join", conversation });
  await ada.log.getByText("Priya joined the chat").waitFor();
  await ada.page.getByText("Maya Okafor and Priya Rao").waitFor();
  await her.say(conversation, "I know this tent well");
  await ada.log.getByText(/^Priya Rao · /).waitFor();
  await ask(her, { type: "take-over", conversation, from: shop.owner.me.id });
  await ada.log.getByText("Priya is with you now").waitFor();
  await assertAccessible(ada.page, "a chat with two operators");
});

test("W1: what an operator edits and deletes follows on the visitor's screen, also after a page change", async (t) => {
  const shop = await startShop(t);
  const maya = await at(shop);
  const ada = await visit(t, shop, "/demo/tents");
  await ada.open();
  await ada.say("How wide is it?");
  const conversation = await requested(shop, maya);
  await maya.accept(conversation);
  const wrong = await maya.say(conversation, "123 cm");
  const slip = await maya.say(conversation, "Lunch at one?");
  await ada.log.getByText("Lunch at one?").waitFor();
  const draft = { kind: "text", text: "132 cm" } as const;
  await ask(maya, { type: "edit", conversation, seq: wrong.seq ?? 0, draft });
  await ask(maya, { type: "delete", conversation, seq: slip.seq ?? 0 });
  for (let page = 0; page < 2; page++) {
    await ada.log.getByText("132 cm").waitFor();
    await ada.log.getByText("edited").waitFor();
    await ada.log.getByText("Message deleted").waitFor();
    assert.equal(await ada.log.getByText(/123 cm|Lunch/).count(), 0);
    await ada.page.reload();
  }
});

test("W1: where operators see what is being written, the visitor is told, and nowhere else is it sent", async (t) => {
  const shop = await startShop(t);
  const heard: string[] = [];
  const maya = await at(shop, undefined, (text) => heard.push(text));
  const ada = await visit(t, shop, "/demo/tents", INSPECTED);
  await ada.open();
  await ada.say("Hello?");
  await maya.accept(await requested(shop, maya));
  await ada.composer.fill("a secret");
  await shop.until("writing shows", () => heard.length > 0);
  await shop.request("PATCH", `/sites/${shop.site.id}`, { typingPreviews: true }, shop.owner.cookie);
  await ada.composer.fill("");
  await ada.page.reload();
  await ada.page.getByText("We can see what you write before you send it.").waitFor();
  assert.doesNotMatch(heard.join(), /secret/);
  await assertAccessible(ada.page, "the notice");
  await ada.composer.fill("is it waterproof");
  await shop.until("the preview", () => heard.join().includes("is it waterproof"));
});

test("W1 V5: the visitor sees the place in the queue", async (t) => {
  const shop = await startShop(t);
  await shop.request("PUT", "/queue", { rule: "in-turn", mostChats: 1, answerMs: 600_000 }, shop.owner.cookie);
  const maya = await at(shop);
  const ben = shop.visitor();
  await ben.say("I was first");
  await requested(shop, maya);
  const ada = await visit(t, shop, "/demo/tents");
  await ada.open();
  await ada.say("Hello?");
  await ada.log.getByText("You are number 2 in the queue").waitFor();
  await maya.accept(must(ben.conversation?.id));
  await ada.log.getByText("You are next").waitFor();
});

test("W1: where there are several departments the visitor may choose, and leaves a message for one that is closed", async (t) => {
  const shop = await startShop(t);
  const queue = { rule: "off", mostChats: 5, answerMs: 60_000 } as const;
  const closed = { timeZone: "UTC", days: Array.from({ length: 7 }, () => []) };
  const { cookie } = shop.owner;
  await shop.request("POST", "/departments", { name: "Sales", sites: "all", queue }, cookie);
  await shop.request("POST", "/departments", { name: "Repairs", sites: "all", queue, hours: closed }, cookie);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents", INSPECTED);
  await ada.open();
  const whom = ada.page.getByRole("combobox", { name: "Whom would you like to reach?" });
  await whom.waitFor();
  await assertAccessible(ada.page, "the choice of a department");
  await whom.selectOption("Repairs (leave a message)");
  await ada.page.getByRole("textbox", { name: "Your name" }).waitFor();
  await whom.selectOption("Sales");
  await ada.say("Is there a discount?");
  await whom.waitFor({ state: "hidden" });
  await desk.row("Requesting").waitFor();
});

test("W1: who is banned sees nothing any more, and does not come back", async (t) => {
  const shop = await startShop(t);
  const maya = await at(shop);
  const ada = await visit(t, shop, "/demo/tents", { allow: /WebSocket/ });
  await ada.open();
  await ada.say("Rude words");
  const conversation = await requested(shop, maya);
  const { site, visitor } = must(maya.conversations.get(conversation));
  await ask(maya, { type: "ban", site, visitor, by: "visitor" });
  await ada.composer.waitFor({ state: "hidden" });
  await ada.button.waitFor({ state: "hidden" });
  await ada.page.reload();
  await ada.page.waitForLoadState("networkidle");
  assert.equal(await ada.button.isVisible(), false);
});

test("W1: a message that was refused outlives the page, and can be sent again", async (t) => {
  const shop = await startShop(t);
  const maya = await at(shop);
  const ada = await visit(t, shop, "/demo/tents", AWAY);
  await ada.open();
  await ada.say("Hello?");
  const conversation = await requested(shop, maya);
  await maya.accept(conversation);
  await ada.page.context().setOffline(true);
  await ada.composer.fill("Are you still there?");
  await ada.composer.press("Enter");
  await ada.log.getByText("Are you still there?").waitFor();
  await ada.page.getByText(/^Reconnecting/).waitFor();
  await ask(maya, { type: "end", conversation });
  await ada.page.context().setOffline(false);
  await ada.page.getByText("Not sent. The chat has ended. Try again").waitFor();
  await ada.page.reload();
  await ada.page.getByText(/^Not sent\./).waitFor();
  await ada.page.getByRole("button", { name: "Try again" }).click();
  await requested(shop, maya);
  assert.equal(await ada.log.getByText("Are you still there?").count(), 1);
});

test("W1: the form says what is missing until it is filled in, and no longer", async (t) => {
  const shop = await startShop(t);
  const ada = await visit(t, shop, "/demo/tents");
  await ada.button.click();
  const email = ada.page.getByRole("textbox", { name: "E-mail" });
  await ada.page.getByRole("textbox", { name: "Your name" }).fill("Ada King");
  await ada.page.getByRole("button", { name: "Send message" }).click();
  await ada.page.getByRole("alert").getByText("Please fill this in.").waitFor();
  assert.equal(await email.getAttribute("aria-invalid"), "true");
  await email.fill("ada@example.org");
  await ada.page.getByText("Please fill this in.").waitFor({ state: "hidden" });
  assert.equal(await email.getAttribute("aria-invalid"), null);
});

test("W1: on a phone a page's own bar, however high it lies, does not hide the way out of the panel", async (t) => {
  const shop = await startShop(t);
  await at(shop);
  const ada = await visit(t, shop, "/demo/tents", { viewport: { width: 390, height: 844 } });
  await ada.page.evaluate(() => {
    const bar = document.body.appendChild(document.createElement("div"));
    bar.style.cssText = "position: fixed; inset: 0 0 auto; height: 90px; background: gold; z-index: 99999999999";
  });
  await ada.open();
  await ada.page.getByRole("button", { name: "Close the chat window" }).click();
  await ada.composer.waitFor({ state: "hidden" });
});

function must<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}
