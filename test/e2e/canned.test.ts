import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after } from "node:test";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { CannedItem, Department } from "../../protocol/rest.ts";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

const QUEUE_OFF = { rule: "off", mostChats: 4, answerMs: 30_000 };
const DEPARTMENT = { name: "Sales", sites: "all", queue: QUEUE_OFF };

const item = (title: string, text: string, more: Partial<CannedItem> = {}) => {
  return { kind: "message", shared: true, folder: "", title, text, ...more };
};

test("C8: a canned message is put in by / and some letters, with the visitor's name or its fall-back", async (t) => {
  const shop = await startShop(t);
  const items = [
    item("Greeting", "Hello {visitor.name|there}, {operator.name} of {site.name} here. You see {page.title|our shop}."),
    item("Shipping times", "We ship in 5–7 days.", { folder: "Delivery" }),
    item("Shipping abroad", "We ship to all of Europe.", { folder: "Delivery" }),
  ];
  await shop.request("POST", "/canned", { items }, shop.owner.cookie);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
  await ada.say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.click();
  const { keyboard } = desk.page;
  const options = desk.page.getByRole("option");

  await keyboard.type("and/or ");
  assert.equal(await options.count(), 0, "a slash within a word is only a slash");
  await desk.composer.fill("");
  await keyboard.type("/gre");
  await options.filter({ hasText: "Greeting" }).waitFor();
  assert.equal(await options.count(), 1);
  await assertAccessible(desk.page, "the type-ahead");
  await keyboard.press("Enter");
  assert.equal(await desk.composer.inputValue(), "Hello there, Maya Okafor of Northwind Outdoor here. You see Tents.");
  await keyboard.press("Enter");
  await desk.log.getByText("Hello there, Maya Okafor").waitFor();

  await keyboard.type("Well: /del");
  await options.filter({ hasText: "Shipping abroad" }).waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("Tab");
  assert.equal(await desk.composer.inputValue(), "Well: We ship in 5–7 days.");
  await keyboard.press("Control+z");
  assert.equal(await desk.composer.inputValue(), "Well: /del", "undone as if it had been typed");

  await desk.composer.fill("");
  await keyboard.type("/ship");
  await options.first().waitFor();
  await keyboard.press("Escape");
  await options.first().waitFor({ state: "detached" });
  await keyboard.type("s");
  assert.equal(await options.count(), 0, "who has given up is not asked again for the same slash");
  await keyboard.press("Enter");
  await desk.log.getByText("/ships", { exact: true }).waitFor();
});

test("C8: an input method's keys choose its own candidates, not ours", async (t) => {
  const shop = await startShop(t);
  await shop.request("POST", "/canned", { items: [item("かな", "Kana")] }, shop.owner.cookie);
  const desk = await openConsole(t, shop);
  const ada = shop.visitor();
  await ada.say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.click();
  const devTools = await desk.page.context().newCDPSession(desk.page);
  await desk.page.keyboard.type("/");
  await desk.page.getByRole("option").waitFor();
  await devTools.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
  await desk.page.getByRole("option").waitFor({ state: "detached" });
  await devTools.send("Input.insertText", { text: "か" });
  await desk.page.getByRole("option", { name: /^かな/ }).waitFor();
  await desk.page.keyboard.press("Enter");
  assert.equal(await desk.composer.inputValue(), "Kana");
});

test("C8: the drop-down holds what fits the input type, is found by the keyboard, and counts its uses", async (t) => {
  const shop = await startShop(t);
  const items = [
    item("Times", "We ship in 5–7 days.", { folder: "Delivery" }),
    item("Abroad", "To all of Europe.", { folder: "Delivery" }),
    item("Tents", "/tents?for={visitor.name|dear guest}", { kind: "url" }),
  ];
  await shop.request("POST", "/canned", { items }, shop.owner.cookie);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const ada = shop.visitor();
  await ada.say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.fill("First. ");
  const { keyboard } = desk.page;
  await keyboard.press("Control+/");
  await desk.page.getByRole("combobox", { name: /^Find/ }).waitFor();
  await desk.page.getByRole("option", { name: /^Times\s*Delivery/ }).waitFor();
  assert.equal(await desk.page.getByRole("option").count(), 2);
  await assertAccessible(desk.page, "the drop-down");
  await keyboard.type("5–7");
  await desk.page.getByRole("option", { name: /^Abroad/ }).waitFor({ state: "detached" });
  await keyboard.press("Enter");
  await desk.page.getByRole("combobox", { name: /^Find/ }).waitFor({ state: "detached" });
  assert.equal(await desk.composer.inputValue(), "First. We ship in 5–7 days.");
  await keyboard.press("Enter");
  await desk.log.getByText("First. We ship in 5–7 days.").waitFor();

  await desk.page.getByRole("button", { name: "URL", exact: true }).click();
  await desk.composer.fill("anything");
  await desk.page.getByRole("button", { name: /^Canned/ }).click();
  await desk.page.getByRole("option", { name: /^Tents/ }).click();
  assert.equal(await desk.composer.inputValue(), "/tents?for=dear%20guest");
  await desk.page.getByRole("button", { name: /^Canned/ }).click();
  await keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");

  // Counted beside the writing, which does not wait for it.
  const wanted = { Times: 1, Abroad: 0, Tents: 1 };
  let uses = {};
  for (let tries = 0; tries < 100 && !isDeepStrictEqual(uses, wanted); tries++) {
    const answer = await shop.request("GET", "/canned", undefined, shop.owner.cookie);
    uses = Object.fromEntries(((await answer.json()) as CannedItem[]).map((one) => [one.title, one.uses]));
    await setTimeout(50);
  }
  assert.deepEqual(uses, wanted);
});

test("C8: Preferences: one is written with a preview, changed and deleted, and a colleague's composer follows", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const colleague = await openConsole(t, shop, priya);
  const ada = shop.visitor();
  await ada.say("Hello?");
  await colleague.row("Requesting").dblclick();
  await colleague.composer.fill("");
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const { page } = desk;
  await page.goto(`${shop.url}/console/#/settings/canned-messages`);
  await page.getByText("No canned messages yet").waitFor();
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByLabel("Title").fill("Greeting");
  await page.getByLabel("Folder").fill("Hello");
  await page.getByRole("textbox", { name: "Message" }).fill("Hello ");
  await page.getByRole("button", { name: "{visitor.name}" }).click();
  await page.getByText("Hello Ada", { exact: true }).waitFor();
  await page.getByLabel("For", { exact: true }).selectOption("All operators");
  await assertAccessible(page, "a canned message being written");
  await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Hello {visitor.name|there}").waitFor();
  await page.getByText("not used yet").waitFor();
  await assertAccessible(page, "the canned messages");

  await colleague.composer.pressSequentially("/gre");
  await colleague.page.getByRole("option", { name: /^Greeting/ }).click();
  assert.equal(await colleague.composer.inputValue(), "Hello there");
  await colleague.page.goto(`${shop.url}/console/#/settings/canned-messages`);
  await colleague.page.getByText("used once").waitFor();
  assert.equal(await colleague.page.getByRole("button", { name: /^Change/ }).count(), 0, "it is not hers to change");

  await page.getByRole("button", { name: "Change Greeting" }).click();
  await page.getByRole("textbox", { name: "Message" }).fill("Good day");
  await page.getByRole("button", { name: "Save" }).click();
  await colleague.page.getByText("Good day").waitFor();
  await page.getByRole("button", { name: "Change Greeting" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Really delete" }).click();
  await colleague.page.getByText("No canned messages yet").waitFor();
});

test("C8: a department's canned messages are for its operators, and changed by a supervisor", async (t) => {
  const shop = await startShop(t);
  const made = await shop.request("POST", "/departments", DEPARTMENT, shop.owner.cookie);
  const { id: sales } = (await made.json()) as Department;
  const priya = await shop.addOperator("priya", "Priya Rao", { departments: [sales] });
  const jonas = await shop.addOperator("jonas", "Jonas Weber", { role: "supervisor" });
  const { page } = await openConsole(t, shop, jonas);
  await page.goto(`${shop.url}/console/#/settings/canned-messages`);
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByLabel("Title").fill("Rebate");
  await page.getByRole("textbox", { name: "Message" }).fill("Ten percent, for you.");
  const audience = page.getByLabel("For", { exact: true });
  assert.deepEqual(await audience.getByRole("option").allInnerTexts(), ["Me alone", "Department Sales"]);
  await audience.selectOption("Department Sales");
  await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Sales", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Change Rebate" }).waitFor();

  const seller = await openConsole(t, shop, priya);
  const ada = shop.visitor();
  await ada.say("Hello?");
  await seller.row("Requesting").dblclick();
  await seller.composer.pressSequentially("/reb");
  await seller.page.getByRole("option", { name: /^Rebate/ }).click();
  assert.equal(await seller.composer.inputValue(), "Ten percent, for you.");
  await seller.page.goto(`${shop.url}/console/#/settings/canned-messages`);
  await seller.page.getByText("Sales", { exact: true }).waitFor();
  assert.equal(await seller.page.getByRole("button", { name: /^Change/ }).count(), 0, "it is not hers to change");
});

test("C8: what is exported as JSON or CSV is imported again, and nothing twice", async (t) => {
  const shop = await startShop(t);
  const items = [item("Times", 'We ship in "5–7" days,\nor less.', { folder: "Delivery" }), item("Abroad", "Yes.")];
  await shop.request("POST", "/canned", { items }, shop.owner.cookie);
  const desk = await openConsole(t, shop);
  const { page } = desk;
  await page.goto(`${shop.url}/console/#/settings/canned-messages`);
  const exportAs = async (entry: string) => {
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: entry }).click(),
    ]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const files = [await exportAs("As JSON"), await exportAs("As CSV, for a spreadsheet")];
  assert.deepEqual(
    files.map(({ name }) => name),
    ["canned-messages.json", "canned-messages.csv"],
  );
  for (const { name, content } of files) {
    await page.getByRole("button", { name: "Change Times" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("button", { name: "Really delete" }).click();
    await page.getByRole("button", { name: "Change Times" }).waitFor({ state: "detached" });
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: content });
    await page.getByText("1 is new and will be added. 1 is there already.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Import" }).click();
    await page.getByRole("button", { name: "Change Times" }).waitFor();
  }
  const buffer = Buffer.from("hello");
  await page.locator("input[type=file]").setInputFiles({ name: "other.csv", mimeType: "text/csv", buffer });
  await page.getByText("This file cannot be read.").waitFor();
});
