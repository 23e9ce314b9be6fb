import assert from "node:assert/strict";
import { after } from "node:test";
import { assertAccessible, closeBrowser, person } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { PASSWORD, startShop } from "../harness/shop.ts";
import { startStrictShop } from "../harness/strict-shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

// axe works by scripts of its own, which the console's policy rightly forbids.
const INSPECTED = { bypassCSP: true };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test("from the set-up link to the first visitor, and signing in again", async (t) => {
  const shop = await startShop(t, { setUp: false });
  const context = await person(t, { ...INSPECTED, allow: /401/ });
  const page = await context.newPage();
  await page.goto(shop.setUpLink ?? "");
  await page.getByLabel("Account", { exact: true }).fill("Northwind");
  await assertAccessible(page, "the set-up page");
  await page.getByLabel("Operator ID").fill("maya");
  await page.getByLabel("Screen name").fill("Maya Okafor");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Site name").fill("Northwind Outdoor");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByText("Waiting for your first visitor").waitFor();
  await page.getByText(/^<script>.*"http.*widget\.js".*<\/script>$/).waitFor();
  await page.getByText("Another tag, for pages that allow no script in their text").click();
  await page.getByText(/^<script src="http.*widget\.js" data-site=".+" async><\/script>$/).waitFor();
  await assertAccessible(page, "the tag");
  await visit(t, shop, "/demo/");
  await page.getByText("There they are!").waitFor();
  await page.getByRole("link", { name: "Go to the visitors" }).click();
  await page.getByRole("grid", { name: "Visitors" }).getByText("/demo/").waitFor();

  await page.getByRole("button", { name: /your menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await page.getByLabel("Operator ID").fill("maya");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").first().waitFor();
  await assertAccessible(page, "the sign-in page with its complaint");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("grid", { name: "Visitors" }).waitFor();
});

test("the chat, the notes, the settings and the left messages are accessible, light and dark", async (t) => {
  const shop = await startShop(t);
  for (const colorScheme of ["light", "dark"] as const) {
    const desk = await openConsole(t, shop, shop.owner, { ...INSPECTED, colorScheme });
    const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
    await ada.say("Hello https://shop.example/boots");
    await desk.row("Requesting").dblclick();
    await desk.facing(ada.visitor);
    await desk.say("Hello Ada");
    await desk.log.getByText("Hello Ada").waitFor();
    await assertAccessible(desk.page, `a chat, ${colorScheme}`);
    await desk.choose("Client notes");
    await desk.page.getByRole("dialog", { name: /Client notes/ }).waitFor();
    await assertAccessible(desk.page, `the notes, ${colorScheme}`);
    await desk.page.keyboard.press("Escape");
    for (const name of [/Left messages/, /Settings/]) {
      await desk.page.getByRole("link", { name }).click();
      await desk.page.getByRole("heading", { level: 1 }).or(desk.page.getByRole("heading")).first().waitFor();
      await assertAccessible(desk.page, `${name}, ${colorScheme}`);
    }
    ada.leave();
    await desk.page.context().close();
  }
});

test("W1: the widget is accessible: the button, a chat, the message form, and on a phone", async (t) => {
  const shop = await startShop(t);
  const phone = await visit(t, shop, "/demo/tents", { ...INSPECTED, ...PHONE });
  await phone.button.click();
  await phone.page.getByRole("textbox", { name: "Your name" }).waitFor();
  await assertAccessible(phone.page, "the message form on a phone");
  const size = await phone.page
    .getByRole("textbox", { name: "Your name" })
    .evaluate((field) => parseFloat(getComputedStyle(field).fontSize));
  assert.ok(size >= 16, "iOS zooms into smaller fields");
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const ada = await visit(t, shop, "/demo/boots", INSPECTED);
  await assertAccessible(ada.page, "the shop with the button");
  await ada.open();
  await ada.say("Do you ship to Austria?");
  await assertAccessible(ada.page, "a chat");
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, "nothing is wider than the phone");
});

test("in German both sides speak German", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { locale: "de-DE" });
  await desk.page.getByText("Noch keine Besucher").waitFor();
  const ada = await visit(t, shop, "/demo/tents", { locale: "de-DE" });
  await desk.page.getByRole("grid", { name: "Besucher" }).getByText("/demo/tents").waitFor();
  // The shop's pages say that they are English, and the chat goes with the page.
  await ada.page.getByRole("button", { name: "Chat with us" }).waitFor();
  const german = await startStrictShop(t, () => ({ server: shop.url, siteKey: shop.site.key }));
  await shop.request(
    "PATCH",
    `/sites/${shop.site.id}`,
    { name: "Nordwind", origins: [german.origin] },
    shop.owner.cookie,
  );
  const ben = await visit(t, shop, `${german.origin}/de/zelte`, { allow: /favicon/ });
  await ben.page.getByRole("button", { name: "Mit uns chatten" }).click();
  await ben.page.getByRole("textbox", { name: /^Nachricht schreiben/ }).fill("Passt das?");
  await ben.page.keyboard.press("Enter");
  await ben.page.getByText("Gleich ist jemand für Sie da").first().waitFor();
});
