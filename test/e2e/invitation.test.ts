import assert from "node:assert/strict";
import { after } from "node:test";
import { must } from "../../chat/error.ts";
import { closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

test("P1: an invitation shows at once, survives a page change, and accepting it makes a request", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").click({ button: "right" });
  await desk.page.getByRole("menuitem", { name: /Request chat/ }).click();
  const dialog = desk.page.getByRole("dialog", { name: /Request a chat/ });
  await dialog.getByRole("textbox").fill("Hi! Comparing tents? Want a hand?");
  await dialog.getByRole("textbox").press("Enter");
  const card = ada.page.getByRole("dialog", { name: /Maya Okafor/ });
  await card.getByText("Hi! Comparing tents? Want a hand?").waitFor();
  await desk.row("Invited").getByText("seen").waitFor();
  await ada.page.goto(`${shop.url}/demo/boots`);
  await card.getByText("Hi! Comparing tents? Want a hand?").waitFor();
  await ada.page.setViewportSize({ width: 320, height: 568 });
  assert.ok(must(await card.boundingBox(), "the card").x >= 0, "the card is whole on the narrowest phone");
  await card.getByRole("button", { name: "Chat now" }).click();
  await desk.row("Requesting").waitFor();
  await ada.log.getByText("Hi! Comparing tents? Want a hand?").waitFor();
  await desk.row("Requesting").getByRole("button", { name: "Accept" }).click();
  await desk.log.getByText("Hi! Comparing tents? Want a hand?").waitFor();
  await ada.page.getByText("Maya joined the chat").waitFor();
});

test("P1: a declined invitation goes away, and the operator sees it", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").click();
  await desk.page.keyboard.press("r");
  await desk.page
    .getByRole("dialog", { name: /Request a chat/ })
    .getByRole("textbox")
    .press("Enter");
  const card = ada.page.getByRole("dialog", { name: /Maya Okafor/ });
  await card.getByRole("button", { name: "No thanks" }).click();
  await desk.page.getByText(/declined/).waitFor();
  await card.waitFor({ state: "detached" });
  await desk.row(/^Online.*\/demo\/tents/).waitFor();
});

test("P1: an unanswered invitation expires on both screens", async (t) => {
  const shop = await startShop(t, { config: { invitationMs: 2_000 } });
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").click();
  await desk.page.keyboard.press("r");
  await desk.page
    .getByRole("dialog", { name: /Request a chat/ })
    .getByRole("textbox")
    .press("Enter");
  const card = ada.page.getByRole("dialog", { name: /Maya Okafor/ });
  await card.waitFor();
  await desk.page.getByText(/did not answer/).waitFor();
  await card.waitFor({ state: "detached" });
});
