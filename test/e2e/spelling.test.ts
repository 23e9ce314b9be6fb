import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import type { OwnWord } from "../../protocol/rest.ts";
import { assertAccessible, AWAY, closeBrowser } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

/** An operator with a chat in front and the cursor in its text box. */
async function inChat(
  t: TestContext,
  options: Parameters<typeof openConsole>[3] = {},
): Promise<{ shop: Shop; desk: ConsolePage; page: Page }> {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, options);
  await shop.visitor().say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.click();
  return { shop, desk, page: desk.page };
}

/** Waits until exactly these words are underlined, in this order. */
async function underlined(page: Page, words: string[]): Promise<void> {
  await page.waitForFunction((wanted) => {
    const ranges = [...(CSS.highlights.get("misspelled") ?? [])];
    return ranges.map((range) => (range as Range).toString()).join(" ") === wanted;
  }, words.join(" "));
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Spell Checker" });
const changeTo = (page: Page) => dialogOf(page).getByRole("combobox", { name: "Change to" });

/** Waits until the Spell Checker has come to a word and shows what it may be changed to. */
async function cameTo(page: Page, word: string, suggestion?: string): Promise<void> {
  await dialogOf(page).locator("mark", { hasText: word }).waitFor();
  if (suggestion !== undefined)
    await dialogOf(page).getByRole("option", { name: suggestion, exact: true, selected: true }).waitFor();
}

test("C5: misspelled words get a wavy line while one types; addresses, codes and words with digits are left alone", async (t) => {
  const { desk, page } = await inChat(t);
  await page.keyboard.type(
    "Helo, see https://shop.exampel/tentts or write to ada@exampel.com about SO-22x, `npm instal` and teh wrold",
  );
  await underlined(page, ["Helo", "teh", "wrold"]);
  assert.equal(await desk.composer.getAttribute("spellcheck"), "false", "the browser does not underline them as well");

  await page.keyboard.type("! Agian");
  await underlined(page, ["Helo", "teh", "wrold", "Agian"]);
  await desk.composer.fill("The tent is fine.");
  await underlined(page, []);
  await desk.composer.fill("<p clas='x'>Helo</p>");
  await underlined(page, ["clas", "Helo"]);
  await page.getByRole("checkbox", { name: "as HTML" }).check();
  await underlined(page, ["Helo"]);
});

test("C5: the lines stand below the words, also in a long text that is scrolled, and in one from right to left", async (t) => {
  const { desk, page } = await inChat(t);
  const places = () =>
    desk.composer.evaluate((box: HTMLTextAreaElement) => {
      const copy = box.nextElementSibling;
      if (!(copy instanceof HTMLElement)) return undefined;
      return [
        box.scrollHeight - copy.scrollHeight,
        box.scrollTop - copy.scrollTop,
        copy.textContent?.replace("\u200B", "") === box.value,
      ];
    });
  for (const text of [
    "Helo ".repeat(300),
    `${"a-very-long-word-without-a-space".repeat(20)} helo`,
    "one\n\n\nhelo\n",
    "שלום helo ".repeat(200),
    "\tTab helo  two  spaces",
  ]) {
    await desk.composer.fill(text);
    await page.waitForFunction(() => (CSS.highlights.get("misspelled")?.size ?? 0) > 0);
    await desk.composer.press("Control+End");
    await page.waitForFunction(() => {
      const box = document.querySelector("textarea");
      return box?.scrollTop === box?.nextElementSibling?.scrollTop;
    });
    assert.deepEqual(await places(), [0, 0, true], text.slice(0, 20));
  }
});

test("C5: the Spell Checker walks through the text by the keyboard alone, and the cursor is where it was", async (t) => {
  const { desk, page } = await inChat(t, { bypassCSP: true });
  const text = "Helo, teh tent and teh bag, teh shopp of Fjellrev, wrold wrold.";
  await page.keyboard.type(text);
  for (let index = 0; index < " wrold wrold.".length; index += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Alt+p");
  await cameTo(page, "Helo", "Hello");
  await assertAccessible(page, "the Spell Checker, light");
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  await assertAccessible(page, "the Spell Checker, dark");

  await page.keyboard.press("Enter");
  await cameTo(page, "teh", "the");
  await page.keyboard.press("Alt+m");
  await cameTo(page, "shopp", "shop");
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await changeTo(page).inputValue(), "shop");
  await changeTo(page).fill("store");
  await page.keyboard.press("Alt+r");
  await cameTo(page, "Fjellrev");
  await page.keyboard.press("Alt+i");
  await cameTo(page, "wrold", "world");
  await page.keyboard.press("Alt+g");
  await page.getByText("The spelling check is complete.").waitFor();
  await page.keyboard.press("Enter");
  await dialogOf(page).waitFor({ state: "detached" });
  const after = "Hello, the tent and the bag, the store of Fjellrev, wrold wrold.";
  await page.waitForFunction((wanted) => document.querySelector("textarea")?.value === wanted, after);
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  await page.keyboard.type("|");
  assert.equal(await desk.composer.inputValue(), after.replace("Fjellrev,", "Fjellrev,|"));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.equal(await desk.composer.inputValue(), text, "all changes are undone as one");
  await underlined(page, ["Helo", "teh", "teh", "teh", "shopp", "Fjellrev"]);
});

test("C5: a text without mistakes is said to be one, and Escape leaves what is done so far", async (t) => {
  const { desk, page } = await inChat(t);
  await page.keyboard.type("The tent is fine.");
  await page.getByRole("button", { name: "Spell check", exact: true }).click();
  await page.getByText("No misspelled words were found.").waitFor();
  await page.keyboard.press("Enter");
  await dialogOf(page).waitFor({ state: "detached" });
  await desk.composer.fill("Helo wrold");
  await page.keyboard.press("Alt+p");
  await cameTo(page, "Helo", "Hello");
  await page.keyboard.press("Enter");
  await cameTo(page, "wrold", "world");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "Hello wrold");
});

test("C5: on send, Enter checks first and sends when nothing is left, or when the operator says so", async (t) => {
  const { desk, page } = await inChat(t);
  await page.getByRole("button", { name: "Spell check options" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Check on send" }).click();
  await page.keyboard.press("Escape");
  await desk.composer.click();
  await desk.say("All is well.");
  await desk.log.getByText("All is well.").waitFor();

  await desk.say("Teh tent");
  await cameTo(page, "Teh", "The");
  assert.equal(await desk.log.getByText("Teh tent").count(), 0);
  await page.keyboard.press("Enter");
  await desk.log.getByText("The tent").waitFor();
  assert.equal(await desk.composer.inputValue(), "");

  await desk.say("Wrold peace");
  await cameTo(page, "Wrold");
  await page.keyboard.press("Escape");
  await dialogOf(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  assert.equal(await desk.composer.inputValue(), "Wrold peace", "it is not sent");
  await page.keyboard.press("Enter");
  await cameTo(page, "Wrold");
  await page.keyboard.press("Alt+p");
  await desk.log.getByText("Wrold peace").waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
});

test("C5: a message is not held up by a dictionary that does not come", async (t) => {
  const { desk, page } = await inChat(t, { allow: /dic|ERR_FAILED/ });
  await page.route(/\.dic$/, (route) => route.abort());
  await page.getByRole("button", { name: "Spell check options" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Check on send" }).click();
  await page.keyboard.press("Escape");
  await desk.composer.click();
  await desk.say("Teh tent");
  await desk.log.getByText("Teh tent").waitFor();
  await desk.composer.fill("Teh tent");
  await page.keyboard.press("Alt+p");
  await page.getByRole("alert").getByText("could not be loaded").waitFor();
  await page.unroute(/\.dic$/);
  await page.getByRole("button", { name: "Try again" }).click();
  await cameTo(page, "Teh", "The");
});

test("C5: an underlined word has a menu of suggestions, by the mouse and by the keyboard", async (t) => {
  const { desk, page } = await inChat(t, { bypassCSP: true });
  await page.keyboard.type("Teh tent is agian here. ");
  await underlined(page, ["Teh", "agian"]);
  await desk.composer.click({ button: "right", position: { x: 20, y: 18 } });
  await page.getByRole("menuitem", { name: "The", exact: true }).waitFor();
  await assertAccessible(page, "the suggestions");
  await page.getByRole("menuitem", { name: "The", exact: true }).click();
  await page.waitForFunction(() => document.querySelector("textarea")?.value.startsWith("The tent"));
  await underlined(page, ["agian"]);
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  await page.keyboard.press("Home");
  for (let index = 0; index < "The tent is aga".length; index += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F8");
  await page.getByRole("menuitem", { name: "again", exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "again");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "The tent is again here. ");
});

test("C5: the operator's own dictionary is kept on the server, and holds in every browser", async (t) => {
  const { shop, desk, page } = await inChat(t, { bypassCSP: true });
  await page.keyboard.type("The Fjellrev tent, Fjellrev's best. ");
  await underlined(page, ["Fjellrev", "Fjellrev's"]);
  const other = await openConsole(t, shop);
  await other.page.getByRole("tab").first().click();
  await other.composer.fill("Fjellrev and wrold. ");
  await underlined(other.page, ["Fjellrev", "wrold"]);
  await desk.composer.press("Alt+p");
  await cameTo(page, "Fjellrev");
  await page.keyboard.press("Alt+w");
  await page.getByText("The spelling check is complete.").or(dialogOf(page).locator("mark")).first().waitFor();
  await page.keyboard.press("Escape");
  await underlined(page, []);
  await underlined(other.page, ["wrold"]);
  const answer = await shop.request("GET", "/me/words", undefined, shop.owner.cookie);
  assert.deepEqual((await answer.json()) as OwnWord[], [{ word: "Fjellrev" }]);

  await page.goto(`${shop.url}/console/#/settings/spelling`);
  await page.getByLabel("New word").fill("wrold");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await underlined(other.page, []);
  await page.getByRole("button", { name: "Take out Fjellrev" }).waitFor();
  await assertAccessible(page, "Preferences, Spelling");
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  await assertAccessible(page, "Preferences, Spelling, dark");
  await page.getByRole("button", { name: "Take out Fjellrev" }).click();
  await underlined(other.page, ["Fjellrev"]);
});

test("C5: what was loaded once is kept by the browser, and checks without the server", async (t) => {
  const { shop, desk, page } = await inChat(t, AWAY);
  await page.keyboard.type("Teh tent ");
  await underlined(page, ["Teh"]);
  const context = page.context();
  const next = await context.newPage();
  await next.goto(`${shop.url}/console/`);
  await next.getByText(/^Live/).waitFor();
  await next.getByRole("tab").first().click();
  const asked: string[] = [];
  next.on("request", (request) => asked.push(request.url()));
  await context.setOffline(true);
  await next.getByRole("textbox", { name: /^Message to/ }).fill("Wrold of tents ");
  await underlined(next, ["Wrold"]);
  await next.keyboard.press("Alt+p");
  await cameTo(next, "Wrold", "World");
  assert.ok(asked.length > 0, "it was asked for, and came from the browser's own store");
  await context.setOffline(false);
  await desk.composer.fill("");
});

test("C5: nothing of the spelling checker is loaded before somebody writes", async (t) => {
  const asked: string[] = [];
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  desk.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await desk.page.reload();
  await desk.page.getByText(/^Live/).waitFor();
  await shop.visitor().say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.click();
  assert.deepEqual(
    asked.filter((path) => /workers|checker|\.dic|\.aff|wasm|dictionaries/.test(path)),
    [],
  );
  await desk.page.keyboard.type("Teh tent ");
  await underlined(desk.page, ["Teh"]);
  assert.ok(asked.some((path) => path.startsWith("/console/workers/")));
});

test("C5: an administrator adds a Hunspell pair in another encoding, and everybody can check by it", async (t) => {
  const { shop, desk, page } = await inChat(t, { bypassCSP: true });
  await page.goto(`${shop.url}/console/#/settings/dictionaries`);
  await page.getByRole("heading", { name: "British English" }).waitFor();
  await assertAccessible(page, "the dictionaries");
  await page.getByRole("button", { name: "Add a dictionary" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a dictionary" });
  const latin1 = (text: string) => Buffer.from(text, "latin1");
  const choose = async (label: string, name: string, content: string) =>
    dialog.getByLabel(label).setInputFiles({ name, mimeType: "text/plain", buffer: latin1(content) });
  await choose(
    "Rules (.aff)",
    "de_DE.aff",
    "SET ISO8859-1\nTRY esianrtolcdugmphbyfvkwqxzäüöß\nSFX N Y 1\nSFX N 0 n .\n",
  );
  await choose("Words (.dic)", "de_DE.dic", "<html>");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.getByText("Hunspell cannot read these files.").waitFor();
  await assertAccessible(page, "a dictionary being added");
  await choose("Words (.dic)", "de_DE.dic", "4\nSchlafsack\nSchlafsäcke/N\nZelt\nund\n");
  assert.equal(await dialog.getByLabel("Language").inputValue(), "de-DE");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("heading", { name: "German (Germany)" }).waitFor();

  await page.goto(`${shop.url}/console/#/`);
  await page.getByRole("tab").first().click();
  await desk.composer.fill("Zelt und Schlafsäcken, Schlafsäke ");
  await page.getByRole("button", { name: "Spell check options" }).click();
  await page.getByRole("menuitemradio", { name: "German (Germany)" }).click();
  await underlined(page, ["Schlafsäke"]);
  await desk.composer.press("Alt+p");
  await cameTo(page, "Schlafsäke", "Schlafsäcke");
  await page.keyboard.press("Escape");
  await page.goto(`${shop.url}/console/#/settings/dictionaries`);
  await page.getByRole("button", { name: "Remove German (Germany)" }).click();
  await page.getByRole("button", { name: "Really remove" }).click();
  await page.getByRole("heading", { name: "German (Germany)" }).waitFor({ state: "detached" });
});
