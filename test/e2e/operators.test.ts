import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

const operators = (page: Page) => page.getByRole("grid", { name: "Operators" });
const line = (page: Page, name: string) => operators(page).getByRole("row").filter({ hasText: name });
const talk = ({ page }: ConsolePage, name: string) =>
  page.getByRole("log", { name: `Chat with your colleague ${name}` });
const box = ({ page }: ConsolePage, name: string) =>
  page.getByRole("textbox", { name: `Message to your colleague ${name}` });

test("O1: the list of operators shows ID, screen name, department and status, live, with its counts", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  await shop.addOperator("ben", "Ben Adeyemi");
  const mine = await openConsole(t, shop);
  await mine.page.getByRole("link", { name: /^Operators 1.1: 1 online of 1 logged in/ }).click();
  await mine.page.getByRole("heading", { name: /1 online of 1 logged in/ }).waitFor();
  await line(mine.page, "Maya Okafor").getByText("(you)").waitFor();
  assert.deepEqual(await operators(mine.page).getByRole("columnheader").allInnerTexts(), [
    "ID",
    "Screen name",
    "Department",
    "Status",
    "Chat",
  ]);
  await line(mine.page, "Priya Rao").getByText("Logged out").waitFor();

  const hers = await openConsole(t, shop, priya);
  await line(mine.page, "Priya Rao").getByText("Online").waitFor();
  await mine.page.getByRole("heading", { name: /2 online of 2 logged in/ }).waitFor();
  await hers.page.getByRole("button", { name: "Your status: Online" }).click();
  await hers.page.getByRole("menuitemradio", { name: "Away" }).click();
  await line(mine.page, "Priya Rao").getByText("Away").waitFor();
  await mine.page.getByRole("link", { name: /^Operators 1.2: 1 online of 2 logged in/ }).waitFor();
  await assertAccessible(mine.page, "the operators");
  await mine.page.emulateMedia({ colorScheme: "dark" });
  await mine.page.locator("html[data-theme=dark]").waitFor();
  await assertAccessible(mine.page, "the operators, dark");
});

test("O2: a double-click opens a chat with a colleague, apart from visitors' chats, in all windows, and not with oneself", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const mine = await openConsole(t, shop);
  const hers = await openConsole(t, shop, priya);
  await mine.page.getByRole("link", { name: /^Operators/ }).click();
  await line(mine.page, "Maya Okafor").dblclick();
  await line(mine.page, "Priya Rao").dblclick();
  await box(mine, "Priya Rao").waitFor();
  assert.equal(await mine.page.getByRole("tab").count(), 1);

  await box(mine, "Priya Rao").fill("Can you take the next one?");
  await box(mine, "Priya Rao").press("Enter");
  // It comes to her as a tab of its own.
  await hers.page.getByRole("tab", { name: /^Maya Okafor ?, Colleague/ }).click();
  await talk(hers, "Maya Okafor").getByText("Can you take the next one?").waitFor();
  await talk(mine, "Priya Rao").getByText("read").waitFor();
  await hers.page.getByRole("tab", { name: /^Maya Okafor ?, Colleague$/ }).waitFor();

  await box(hers, "Maya Okafor").pressSequentially("Ye");
  await mine.page.getByText("Priya Rao is typing").waitFor();
  await box(hers, "Maya Okafor").fill("Yes, with https://shop.example/tents");
  await box(hers, "Maya Okafor").press("Enter");
  await talk(mine, "Priya Rao").getByRole("link", { name: "https://shop.example/tents" }).waitFor();
  const second = await openConsole(t, shop, await shop.signIn("maya"));
  await second.page.getByRole("link", { name: /^Operators/ }).click();
  await line(second.page, "Priya Rao").dblclick();
  await talk(second, "Priya Rao").getByText("Yes, with").waitFor();
  await assertAccessible(mine.page, "the operators");
  assert.equal(await hers.page.getByRole("tab").count(), 1);
});

test("O2: by the keyboard alone; a colleague who is not there reads it later, after a reload too", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const mine = await openConsole(t, shop);
  await mine.page.getByRole("link", { name: /^Operators/ }).press("Enter");
  await line(mine.page, "Priya Rao").waitFor();
  await operators(mine.page).focus();
  await mine.page.keyboard.press("End");
  await mine.page.keyboard.press("Shift+F10");
  await mine.page.getByRole("menuitem", { name: "Chat with Priya Rao" }).waitFor();
  await mine.page.keyboard.press("Enter");
  await box(mine, "Priya Rao").and(mine.page.locator(":focus")).waitFor();
  await mine.page.getByText("Priya Rao is not logged in and will read it later.").waitFor();
  for (const words of ["one", "two"]) {
    await mine.page.keyboard.type(words);
    await mine.page.keyboard.press("Enter");
    await talk(mine, "Priya Rao").getByText(words).waitFor();
  }
  await talk(mine, "Priya Rao").getByText("sent").waitFor();
  const hers = await openConsole(t, shop, priya);
  await hers.page.getByRole("tab", { name: /^Maya Okafor ?, Colleague/ }).click();
  await talk(hers, "Maya Okafor").getByText("two").waitFor();
  await talk(mine, "Priya Rao").getByText("read").waitFor();
  await hers.page.reload();
  await hers.page.getByRole("tab", { name: /^Maya Okafor ?, Colleague$/ }).waitFor();
});
