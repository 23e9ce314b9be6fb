import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("C9: the palette finds commands, chats, visitors and settings by a few letters, the latest first, without the mouse", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const { page } = desk;
  const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
  await ada.say("Hello?");
  await desk.row("Requesting").waitFor();
  await desk.list.focus();
  await page.keyboard.press("Home");

  await choose(page, "acc", new RegExp(`^Accept: .*#${ada.visitor}`));
  await desk.composer.waitFor();
  await focusIs(page, "TEXTAREA");
  await choose(page, "short key", /^Shortcut keys/);
  await page.getByRole("heading", { name: "Shortcut keys" }).waitFor();
  await choose(page, `${ada.visitor}`, new RegExp(`#${ada.visitor}.*Chats$`, "s"));
  await focusIs(page, "TEXTAREA");
  await choose(page, "theme dark", /^Theme: Dark/);
  await page.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
  await choose(page, "boots", /^Show the visitors with “boots”/);
  await page.getByText("Nobody matches").or(page.getByRole("searchbox")).first().waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "boots");
  await choose(page, `#${ada.visitor}`, /visitors with/);

  await page.keyboard.press("Control+k");
  const [first] = await page.getByRole("option").allInnerTexts();
  assert.match(first ?? "", /visitors with|Theme|Recent/, "what was chosen last stands first");
  await page.keyboard.type("no such thing at all");
  assert.equal(await page.getByRole("option").count(), 1, "the filter is always there");
  await page.keyboard.press("Escape");
  await page.getByRole("combobox").waitFor({ state: "detached" });
});

test("C9: keys are changed for this operator, in the titles, the menus, on the sheet and at work; and given back", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const { page } = desk;
  const ada = shop.visitor();
  await ada.say("Hello?");
  await desk.row("Requesting").waitFor();
  await record(page, "Accept", ["q"]);
  await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await page.getByRole("row", { name: /^Accept Q/ }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await desk.row("Requesting").waitFor();
  await desk.list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+F10");
  const entry = page.getByRole("menuitem", { name: "Accept" });
  assert.match(await entry.innerText(), /Q$/);
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.keyboard.press("?");
  assert.match(await page.getByRole("dialog").innerText(), /Accept\s+Q/);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await desk.list.focus();
  await page.keyboard.press("a");
  await page.keyboard.press("q");
  await desk.composer.waitFor();
  assert.match((await page.getByRole("button", { name: "End chat" }).getAttribute("title")) ?? "", /\(Alt\+Q\)$/);

  const elsewhere = await openConsole(t, shop, await shop.signIn("maya"));
  await elsewhere.page.keyboard.press("g");
  await elsewhere.page.keyboard.press("k");
  await elsewhere.page.getByRole("row", { name: /^Accept Q/ }).waitFor();
  await page.reload();
  await desk.composer.waitFor();
  await page.goto(`${shop.url}/console/#/settings/shortcuts`);
  await page.getByRole("row", { name: /^Accept Q/ }).waitFor();
  await page.getByRole("button", { name: "Back to the first keys: Accept" }).press("Enter");
  await page.getByRole("row", { name: /^Accept A/ }).waitFor();
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  assert.equal(focused, "Change: Accept", "the focus is not lost with the button");
});

test("C9: whose keys are taken is said before they are saved, and keys of the browser, of screen readers and of texts are refused", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop);
  const told = page.getByRole("dialog").getByRole("status");
  await record(page, "Set remark", ["a"]);
  await told.getByText("A already does this: Accept.").waitFor();
  await page.getByRole("button", { name: "Take the keys over" }).press("Enter");
  await page.getByRole("row", { name: /^Accept none/ }).waitFor();
  await page.getByRole("row", { name: /^Set remark A/ }).waitFor();

  await record(page, "Accept", ["Control+w"]);
  await told.getByText("Ctrl+W is the browser’s").waitFor();
  const save = page.getByRole("button", { name: "Save", exact: true });
  assert.equal(await save.getAttribute("aria-disabled"), "true");
  await page.keyboard.press("Enter");
  await told.getByText("Enter").or(told.getByText("↵ is needed")).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await record(page, "Client notes (chat)", ["k"]);
  await told.getByText("K would be written into the text").waitFor();
  await assertFieldIsLeftByTab(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await record(page, "Go to the visitors", ["g", "x"]);
  await save.press("Enter");
  await page.getByRole("row", { name: /^Go to the visitors G X/ }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("x");
  await page.getByRole("grid", { name: "Visitors" }).waitFor();
});

test("C9: keys stand back from input methods, from AltGr, from texts, and from a key that is held", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const { page } = desk;
  const ada = shop.visitor();
  await ada.say("Hello?");
  await desk.row("Requesting").waitFor();
  await desk.list.focus();
  await page.keyboard.press("Home");
  const press = (init: { key: string; code: string; isComposing?: true; ctrlKey?: true; repeat?: true }) =>
    desk.list.evaluate(
      (list, init) => !list.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })),
      init,
    );
  assert.equal(await press({ key: "a", code: "KeyA", isComposing: true }), false, "an input method is at work");
  assert.equal(await press({ key: "a", code: "KeyA", ctrlKey: true }), false, "Ctrl+A is the browser's");
  assert.equal(await press({ key: "a", code: "KeyA", repeat: true }), true, "ours, but not again and again");
  await desk.row("Requesting").waitFor();
  assert.equal(await desk.composer.count(), 0, "none of these accepted the chat");
  assert.equal(await press({ key: "ф", code: "KeyA" }), true, "a Russian keyboard");
  await desk.composer.waitFor();
  await focusIs(page, "TEXTAREA");
  await page.keyboard.type("gv?/a");
  assert.equal(await desk.composer.inputValue(), "gv?/a", "letters are written where somebody writes");
  await desk.composer.fill("");
  await page.keyboard.press("Alt+u");
  await page.getByRole("textbox", { name: /^Address of/ }).waitFor();
});

test("C9: single keys can be switched off outside of the list", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const { page } = desk;
  const ada = shop.visitor();
  await ada.say("Hello?");
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  await page.getByRole("checkbox", { name: /^Single/ }).uncheck();
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await page.keyboard.press("?");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.getByRole("link", { name: /^Visitors/ }).press("Enter");
  await desk.row("Requesting").waitFor();
  await desk.list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await desk.composer.waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
});

test("C9: the palette, the sheet and the shortcut keys are accessible, light and dark", async (t) => {
  const shop = await startShop(t);
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await openConsole(t, shop, shop.owner, { bypassCSP: true, colorScheme });
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").waitFor();
    await assertAccessible(page, `the palette, ${colorScheme}`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await assertAccessible(page, `the sheet, ${colorScheme}`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await record(page, "Go to the visitors", ["a"]);
    await assertAccessible(page, `the recorder, ${colorScheme}`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await assertAccessible(page, `the shortcut keys, ${colorScheme}`);
    await page.context().close();
  }
});

/** Opens the palette, writes, and takes the entry that says so, by keys. */
async function choose(page: Page, query: string, entry: RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await focusIs(page, "INPUT");
  await page.keyboard.type(query);
  const wanted = page.getByRole("option").filter({ hasText: entry });
  await wanted.waitFor();
  const chosen = page.getByRole("option", { selected: true });
  for (let steps = 0; steps < 12; steps += 1) {
    if (entry.test(await chosen.innerText())) break;
    await page.keyboard.press("ArrowDown");
  }
  assert.match(await chosen.innerText(), entry);
  await page.keyboard.press("Enter");
  await page.getByRole("combobox").waitFor({ state: "detached" });
}

/** Opens the window for a command's keys and presses some. */
async function record(page: Page, command: string, keys: string[]): Promise<void> {
  if (!page.url().endsWith("/settings/shortcuts")) {
    await page.keyboard.press("g");
    await page.keyboard.press("k");
  }
  const inChat = command.endsWith(" (chat)");
  const buttons = page.getByRole("button", { name: `Change: ${command.replace(" (chat)", "")}`, exact: true });
  await (inChat ? buttons.last() : buttons.first()).press("Enter");
  await page.getByRole("textbox", { name: "Press the keys" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Press the keys");
  for (const key of keys) await page.keyboard.press(key);
}

async function assertFieldIsLeftByTab(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  const label = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(label, "No keys");
}

async function focusIs(page: Page, tag: string): Promise<void> {
  await page.waitForFunction((tag) => document.activeElement?.tagName === tag, tag);
}
