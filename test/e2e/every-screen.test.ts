import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import type { Ticket } from "../../protocol/rest.ts";
import { assertAccessible, closeBrowser, person } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

type Scheme = "light" | "dark";

for (const scheme of ["light", "dark"] as const) {
  test(`every page of the console that is reached by a link is accessible, ${scheme}`, async (t) => {
    const shop = await startShop(t);
    const desk = await openInspected(t, shop, scheme);
    const { page } = desk;
    const look = (what: string) => assertAccessible(page, `${what}, ${scheme}`);
    await page.getByText("Nobody is on the site").or(page.getByText("No visitors yet")).first().waitFor();
    await look("the empty list");
    // Whatever the menus lead to, also what is added to them one day.
    const main = page.getByRole("navigation", { name: "Main" });
    for (const href of await hrefsOf(main)) {
      await page.goto(`${shop.url}/console/${href}`);
      await settle(page);
      await look(href);
    }
    const settings = page.getByRole("navigation", { name: "Settings" });
    await page.goto(`${shop.url}/console/#/settings`);
    await settings.waitFor();
    const pages = await hrefsOf(settings);
    assert.ok(pages.length >= 8, "the settings have pages");
    for (const href of pages) {
      await page.goto(`${shop.url}/console/${href}`);
      await settle(page);
      await look(href);
    }
    for (const href of ["#/add-tag", "#/no-such-page"]) {
      await page.goto(`${shop.url}/console/${href}`);
      await settle(page);
      await look(href);
    }
  });

  test(`the pages before signing in are accessible, ${scheme}`, async (t) => {
    const shop = await startShop(t, { setUp: false });
    const context = await person(t, { bypassCSP: true, colorScheme: scheme, allow: /40[14]/ });
    const page = await context.newPage();
    await page.goto(`${shop.url}/console/`);
    await page.getByRole("heading").first().waitFor();
    await assertAccessible(page, `the page that waits for the set-up, ${scheme}`);
    await page.goto(shop.setUpLink ?? "");
    await page.getByLabel("Account", { exact: true }).waitFor();
    await assertAccessible(page, `the set-up, ${scheme}`);
    await shop.setUp();
    const made = await shop.request(
      "POST",
      "/operators/tickets",
      { role: "operator", sites: "all", departments: [] },
      shop.owner.cookie,
    );
    const { link } = (await made.json()) as Ticket;
    await page.goto(link);
    await page.getByLabel("Operator ID").waitFor();
    await assertAccessible(page, `joining, ${scheme}`);
    const priya = await shop.addOperator("priya", "Priya Rao");
    const reset = await shop.request("POST", `/operators/${priya.me.id}/reset`, {}, shop.owner.cookie);
    await page.goto(((await reset.json()) as Ticket).link);
    await page.getByLabel("Password", { exact: true }).or(page.getByLabel("New password")).first().waitFor();
    await assertAccessible(page, `a new password, ${scheme}`);
    await page.goto(`${shop.url}/console/#/sign-in`);
    await page.reload();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await assertAccessible(page, `signing in, ${scheme}`);
  });

  test(`menus, dialogs and a chat with everything in it are accessible, ${scheme}`, async (t) => {
    const shop = await startShop(t);
    const ben = shop.visitor({ url: "https://shop.example/boots", title: "Boots" });
    await assert.rejects(ben.say("Anybody?"));
    await ben.line.ask({
      type: "leave",
      id: "left-message-of-ben",
      name: "Ben",
      email: "ben@example.org",
      text: "Call me",
    });
    const desk = await openInspected(t, shop, scheme);
    const { page } = desk;
    const look = (what: string) => assertAccessible(page, `${what}, ${scheme}`);
    const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
    await ada.say("Hello https://shop.example/boots");
    await desk.row("Requesting").waitFor();
    await desk.row("Online").first().waitFor();
    await look("the list with a request");
    await desk.list.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").waitFor();
    await look("the menu of a visitor");
    await closeTop(page, "menu");
    await page.keyboard.press("m");
    await page.getByRole("dialog").waitFor();
    await look("a remark");
    await closeTop(page, "dialog");
    for (const name of [/your menu/, /^Your status/, /^Site:/]) {
      await page.getByRole("button", { name }).click();
      await page.getByRole("menu").waitFor();
      await look(`the menu ${name}`);
      await closeTop(page, "menu");
    }

    await desk.list.focus();
    await page.keyboard.press("a");
    await desk.composer.waitFor();
    await desk.say("Hello Ada");
    await desk.pop("https://shop.example/sale");
    await desk.log.getByText("Hello Ada").waitFor();
    await look("a chat");
    await page.keyboard.press("Control+/");
    await page.getByRole("combobox").waitFor();
    await look("the canned messages of a chat");
    await page.keyboard.press("Escape");
    await page.getByRole("combobox").waitFor({ state: "detached" });
    for (const keys of ["Alt+n", "Alt+q"]) {
      await page.keyboard.press(keys);
      await page.getByRole("dialog").waitFor();
      await look(`what ${keys} opens`);
      await closeTop(page, "dialog");
    }
    const id = await page.evaluate(() => document.querySelector("[role=tabpanel]")?.id ?? "");
    assert.notEqual(id, "");
    await page.goto(`${shop.url}/console/#/left`);
    await page.getByText("Call me").waitFor();
    await look("the left messages");
    await lookAtForms(page, shop, look);
    await lookAtPopOut(desk, look);
  });
}

/** The windows that the settings open. */
async function lookAtForms(page: Page, shop: Shop, look: (what: string) => Promise<void>): Promise<void> {
  const FORMS = [
    ["sites", /^Add a site/],
    ["operators", /^Invite/],
    ["canned-messages", /^Add/],
    ["canned-urls", /^Add/],
    ["shortcuts", /^Change: Accept/],
  ] as const;
  for (const [path, button] of FORMS) {
    await page.goto(`${shop.url}/console/#/settings/${path}`);
    await page.getByRole("main").getByRole("button", { name: button }).first().click();
    await page.getByRole("dialog").waitFor();
    await look(`the window of ${path}`);
    await closeTop(page, "dialog");
  }
}

async function lookAtPopOut({ page }: ConsolePage, look: (what: string) => Promise<void>): Promise<void> {
  const [popped] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Alt+o")]);
  await popped.getByRole("textbox", { name: /^Message to/ }).waitFor();
  await assertAccessible(popped, "a chat in a window of its own");
  await look("the place of a chat that has a window of its own");
  await popped.close();
}

function openInspected(t: TestContext, shop: Shop, colorScheme: Scheme): Promise<ConsolePage> {
  // axe works by scripts of its own, which the console's policy rightly forbids.
  return openConsole(t, shop, shop.owner, { bypassCSP: true, colorScheme });
}

async function hrefsOf(nav: ReturnType<Page["getByRole"]>): Promise<string[]> {
  const links = await nav.getByRole("link").all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  return hrefs.filter((href) => href !== null);
}

/** Until what comes on demand, and what the server is asked for, is on the page. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("heading").or(page.getByRole("grid")).first().waitFor();
  await page.locator("[aria-label='Loading…'], [aria-busy=true]").first().waitFor({ state: "detached" });
}

async function closeTop(page: Page, role: "menu" | "dialog"): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole(role).waitFor({ state: "detached" });
}
