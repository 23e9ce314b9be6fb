import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { root } from "../../scripts/prepare.mjs";
import { assertAccessible, AWAY, closeBrowser, hasFocus } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { atEnd } from "../harness/endings.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

/** What is asked for in vain stands in the browser's log. axe needs the policy out of the way, and the worker would hide what is blocked. */
const BLOCKED = { ...AWAY, bypassCSP: true, serviceWorkers: "block" } as const;
const SENTENCE = {
  "en-GB": { missing: "This part of the console could not be loaded", again: "Try again", close: "Close" },
  "de-DE": {
    missing: "Dieser Teil der Konsole konnte nicht geladen werden",
    again: "Noch einmal versuchen",
    close: "Schließen",
  },
} as const;

test("a page of the console that does not come says so in its place, the chat beside it goes on, and a press tries again", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, BLOCKED);
  const { page } = desk;
  const ada = shop.visitor();
  await ada.say("Does the 2P fit two pads?");
  await desk.row("Requesting").dblclick();
  await desk.composer.waitFor();
  const isAskedFor = await block(page, /\/assets\/history-[^/]+\.js$/);

  await page.getByRole("link", { name: "History" }).click();
  const main = page.getByRole("main");
  await main.getByRole("heading", { name: SENTENCE["en-GB"].missing }).waitFor();
  await main.getByRole("alert").getByText("The server is there, but this part did not come.").waitFor();
  await assertAccessible(page, "a page that did not come");
  await ada.say("And is it heavy?");
  await desk.log.getByText("And is it heavy?").waitFor();
  await desk.say("Two kilos.");
  await shop.until("the answer", () => ada.messages.some(({ body }) => JSON.stringify(body).includes("Two kilos.")));

  const again = main.getByRole("button", { name: "Try again" });
  await again.focus();
  const before = isAskedFor.count;
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-disabled") === "false");
  assert.ok(isAskedFor.count > before, "a press asks the server");
  assert.equal(await focused(page), "Try again");
  await page.unrouteAll();
  await page.keyboard.press("Enter");
  await main.getByRole("heading", { name: "History" }).waitFor();
  await page.waitForFunction(() => document.querySelector("main")?.contains(document.activeElement));
});

for (const [locale, words] of Object.entries(SENTENCE))
  test(`a window that does not come says so in a window, and what closes it or comes instead has the focus, ${locale}`, async (t) => {
    const shop = await startShop(t);
    const { page } = await openConsole(t, shop, shop.owner, { ...BLOCKED, locale });
    await block(page, /\/assets\/filter-dialog-[^/]+\.js$/);
    const opener = page.getByRole("button", { name: /Save a filter|Filter speichern/ });
    await opener.focus();
    await page.keyboard.press("Enter");
    const told = page.getByRole("dialog", { name: words.missing });
    await told.waitFor();
    await assertAccessible(page, `a window that did not come, ${locale}`);
    await page.keyboard.press("Escape");
    await told.waitFor({ state: "detached" });
    await hasFocus(opener);

    // Opened again it tries again, and once more at a press.
    await page.keyboard.press("Enter");
    await told.getByRole("button", { name: words.again }).focus();
    await page.unrouteAll();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).waitFor();
    await told.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.querySelector("[role=dialog]")?.contains(document.activeElement));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await hasFocus(opener);
  });

test("what did not come while the server was away comes by itself when it is back", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop, shop.owner, BLOCKED);
  await shop.stop();
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("alert").getByText("The server cannot be reached.").waitFor();
  await shop.start();
  await page.getByRole("heading", { name: "History" }).waitFor();
});

test("a part of a version that the server no longer has asks for a reload", async (t) => {
  const { distFolder, upgrade } = await ownBuild(t);
  const shop = await startShop(t, { distFolder });
  const desk = await openConsole(t, shop, shop.owner, {
    ...BLOCKED,
    allow: new RegExp(`${AWAY.allow.source}|status of 404`),
  });
  const { page } = desk;
  await shop.stop();
  await upgrade();
  await shop.start();
  await page.getByText(/^Live/).waitFor();
  await page.getByRole("link", { name: "History" }).click();
  const main = page.getByRole("main");
  await main.getByRole("alert").getByText("The server has a new version").waitFor();
  assert.equal(await main.getByRole("button", { name: "Try again" }).count(), 0);
  await main.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("heading", { name: "History" }).waitFor();
});

/** Lets nothing through that matches, until `unrouteAll`. */
async function block(page: Page, files: RegExp): Promise<{ readonly count: number }> {
  const asked = { count: 0 };
  await page.route(files, async (route) => {
    asked.count += 1;
    await route.abort();
  });
  return asked;
}

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

/** A folder with the built console; `upgrade` gives its files other names, as another version has them. */
async function ownBuild(t: TestContext): Promise<{ distFolder: URL; upgrade(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-dist-"));
  atEnd(t, () => rm(folder, { recursive: true, force: true }));
  const to = join(folder, "console");
  await cp(`${root}dist/console`, to, { recursive: true, filter: (file) => !/\.(?:gz|br)$/.test(file) });
  const upgrade = async (): Promise<void> => {
    const files = (await readdir(join(to, "assets"))).filter((file) => /\.(?:js|css)$/.test(file));
    const newName = (file: string): string => file.replace(/\.(?=[a-z]+$)/, "2.");
    const renamed = (text: string): string => files.reduce((all, file) => all.replaceAll(file, newName(file)), text);
    const change = async (path: string, into: string): Promise<void> => {
      await writeFile(join(to, path), renamed(await readFile(join(to, path), "utf8")));
      await rename(join(to, path), join(to, into));
    };
    await change("index.html", "index.html");
    for (const file of files) await change(`assets/${file}`, `assets/${newName(file)}`);
  };
  return { distFolder: pathToFileURL(`${folder}/`), upgrade };
}
