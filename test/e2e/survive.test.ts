import assert from "node:assert/strict";
import { after } from "node:test";
import { must } from "../../chat/error.ts";
import { newId } from "../../client/id.ts";
import { AWAY, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { startStrictShop } from "../harness/strict-shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

test("nothing is lost or doubled when the server is killed in the middle of a chat and comes back", async (t) => {
  const shop = await startShop(t, { process: true });
  const desk = await openConsole(t, shop, shop.owner, AWAY);
  const ada = await visit(t, shop, "/demo/tents", AWAY);
  await ada.open();
  await ada.say("Before the plug is pulled");
  await desk.row("Requesting").dblclick();
  await desk.say("I am here.");
  await ada.log.getByText("I am here.").waitFor();
  await shop.kill();
  await ada.composer.fill("Written by Ada while it was dark");
  await ada.composer.press("Enter");
  await desk.say("Written by Maya while it was dark");
  await ada.page
    .getByText(/Reconnecting/)
    .first()
    .waitFor();
  await shop.start();
  for (const log of [ada.log, desk.log]) {
    for (const text of [
      "Before the plug is pulled",
      "I am here.",
      "Written by Ada while it was dark",
      "Written by Maya while it was dark",
    ]) {
      await log.getByText(text).waitFor({ timeout: 45_000 });
    }
  }
  await desk.row("Chatting").waitFor();
  await desk.say("All there?");
  await ada.log.getByText("All there?").waitFor();
  for (const log of [ada.log, desk.log]) {
    for (const text of [
      "Before the plug is pulled",
      "I am here.",
      "Written by Ada while it was dark",
      "Written by Maya while it was dark",
      "All there?",
    ]) {
      assert.equal(await log.getByText(text).count(), 1, text);
    }
  }
});

test("a message sent while offline is kept over a page load, and goes out by itself", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, AWAY);
  const ada = await visit(t, shop, "/demo/tents", AWAY);
  await ada.open();
  await ada.say("Anybody there?");
  await desk.row("Requesting").dblclick();
  await ada.page.getByText("Maya joined the chat").waitFor();
  await ada.page.context().setOffline(true);
  await shop.stop();
  await ada.composer.fill("From the tunnel");
  await ada.composer.press("Enter");
  await ada.log.getByText("From the tunnel").waitFor();
  await ada.page.context().setOffline(false);
  await shop.start();
  await desk.log.getByText("From the tunnel").waitFor({ timeout: 45_000 });
  await ada.page.reload();
  await ada.log.getByText("From the tunnel").waitFor();
  assert.equal(await ada.log.getByText("From the tunnel").count(), 1);
  assert.equal(await desk.log.getByText("From the tunnel").count(), 1);
});

test("what an operator wrote while the line was down outlives a reload, and is shown if it is refused after it", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, AWAY);
  const { page } = desk;
  let hangUp = (): unknown => undefined;
  let isDown = false;
  await page.routeWebSocket(/ws\/operator/, (socket) => {
    if (isDown) return void socket.close();
    socket.connectToServer();
    hangUp = () => socket.close();
  });
  await page.reload();
  const ada = shop.visitor();
  await ada.say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.log.getByText("Hello?").waitFor();
  /** Written with the line down, and the page loaded anew before it is up again. */
  const sayInTheDark = async (text: string, meanwhile: () => unknown = () => {}) => {
    isDown = true;
    await hangUp();
    await page
      .getByText(/Reconnecting/)
      .first()
      .waitFor();
    await desk.say(text);
    await desk.log.getByText(text).waitFor();
    await meanwhile();
    page.once("domcontentloaded", () => (isDown = false));
    await page.reload();
  };
  const heard = () => ada.messages.map(({ body }) => (body.kind === "text" ? body.text : body.kind));

  await sayInTheDark("Yes, I am here.");
  await desk.log.getByText("Yes, I am here.").waitFor();
  await shop.until("the visitor", () => heard().includes("Yes, I am here."));
  const conversation = must(ada.conversation?.id, "a conversation");
  await sayInTheDark("Too late", () => ada.line.ask({ type: "end", id: newId(), conversation }));
  await page
    .getByText(/Too late/)
    .first()
    .waitFor();
  assert.deepEqual(
    heard().filter((text) => text === "Yes, I am here." || text === "Too late"),
    ["Yes, I am here."],
  );
});

test("with nobody online a message can be left, and stands in the console", async (t) => {
  const shop = await startShop(t);
  const ada = await visit(t, shop, "/demo/tents");
  await ada.button.click();
  await ada.page.getByRole("textbox", { name: "Your name" }).fill("Ada King");
  await ada.page.getByRole("textbox", { name: "E-mail" }).fill("ada@example.org");
  await ada.page.getByRole("textbox", { name: "How can we help?" }).fill("Do you ship to Austria?");
  await ada.page.getByRole("button", { name: "Send message" }).click();
  await ada.page
    .getByText(/your message has arrived|Thank you/i)
    .first()
    .waitFor();
  const desk = await openConsole(t, shop);
  await desk.page.getByRole("link", { name: /Left messages/ }).click();
  await desk.page.getByText("Do you ship to Austria?").waitFor();
  await desk.page.getByRole("link", { name: "ada@example.org" }).waitFor();
});

test("the widget works under the strictest policy, on an origin of its own", async (t) => {
  const shop = await startShop(t, { origins: [] });
  const strict = await startStrictShop(t, () => ({ server: shop.url, siteKey: shop.site.key }));
  await shop.request(
    "PATCH",
    `/sites/${shop.site.id}`,
    { name: shop.site.name, origins: [strict.origin] },
    shop.owner.cookie,
  );
  const desk = await openConsole(t, shop);
  // Whatever the policy refuses is said on the console, and fails the test.
  const ada = await visit(t, shop, `${strict.origin}/start`, { allow: /favicon/ });
  await desk.row("Strict /start").waitFor();
  await ada.open();
  await ada.say("Strictly speaking");
  await desk.row("Requesting").dblclick();
  await desk.page.getByRole("checkbox", { name: "as HTML" }).check();
  await desk.say("<b>Rich</b> answer");
  await ada.log.locator("b, strong").getByText("Rich").waitFor();
  await desk.pop("/next");
  await ada.page.waitForURL(`${strict.origin}/next`);
  await ada.log.getByText("Strictly speaking").waitFor();
});

test("on an origin that the site does not name the widget stays away, and the log says what to do", async (t) => {
  const shop = await startShop(t, { process: true, origins: [] });
  const foreign = await startStrictShop(t, () => ({ server: shop.url, siteKey: shop.site.key }));
  const desk = await openConsole(t, shop);
  const eve = await visit(t, shop, `${foreign.origin}/start`, { allow: /favicon/ });
  const line = await shop.until("the log line", () => shop.logLines.find((text) => text.includes(foreign.origin)));
  assert.match(line, /add this origin to the site/);
  await desk.page.getByText("No visitors yet").waitFor();
  assert.equal(await eve.button.count(), 0);
});
