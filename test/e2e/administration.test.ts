import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, closeBrowser, hasFocus, person } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { PASSWORD, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

// axe works by scripts of its own, which the console's policy rightly forbids.
const INSPECTED = { bypassCSP: true };

async function openSettings(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: /^Settings/ }).click();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
}

async function addDepartment(page: Page, name: string): Promise<void> {
  await openSettings(page, "Departments");
  await page.getByRole("button", { name: "Add a department" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a department" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("heading", { level: 3, name }).waitFor();
}

async function actOn(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("a window with a form begins in its first field, leads to the first that is wrong, and stays where one is when it is refused", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop, shop.owner, { allow: /status of 400/ });
  await openSettings(page, "Sites");
  await page.getByRole("button", { name: "Add a site" }).press("Enter");
  const name = page.getByRole("dialog").getByRole("textbox", { name: "Site name" });
  const addresses = page.getByRole("dialog").getByRole("textbox", { name: "Addresses" });
  await hasFocus(name);
  await name.fill("Northwind Kids");
  await addresses.fill("nonsense");
  await name.press("Enter");
  await hasFocus(addresses);
  await page.getByText("“nonsense” is not the address of a site.").waitFor();
  await page.keyboard.press("Escape");

  await openSettings(page, "Bans");
  await page.getByRole("button", { name: "Ban an address" }).press("Enter");
  const ban = page.getByRole("dialog").getByRole("button", { name: "Ban", exact: true });
  await ban.press("Enter");
  await hasFocus(page.getByRole("textbox", { name: "Address" }));
  await page.getByRole("textbox", { name: "Address" }).fill("not an address");
  await ban.press("Enter");
  await page.getByRole("alert").getByText("This is not an address").waitFor();
  await hasFocus(ban);
});

test("A1, V11: a colleague joins by a link for a department, and the main window says who they are", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  await addDepartment(desk.page, "Sales");
  await openSettings(desk.page, "Operators");
  await desk.page.getByRole("button", { name: "Invite a colleague" }).click();
  const dialog = desk.page.getByRole("dialog", { name: "Invite a colleague" });
  await hasFocus(dialog.getByLabel("Role"));
  await dialog.getByLabel("Sales").check();
  await dialog.getByLabel("Only these sites").check();
  await dialog.getByLabel("Northwind").uncheck();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await hasFocus(dialog.getByLabel("Northwind"));
  await dialog.getByLabel("All sites").check();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await hasFocus(dialog.getByRole("button", { name: "Copy link" }));
  const link = await dialog.getByRole("status").innerText();
  await desk.page.keyboard.press("Escape");

  const priya = await (await person(t)).newPage();
  await priya.goto(link);
  await priya.getByLabel("Operator ID").fill("priya");
  await priya.getByLabel("Screen name").fill("Priya Rao");
  await priya.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await priya.getByRole("button", { name: "Join" }).click();
  const foot = priya.getByRole("contentinfo");
  await foot.getByText("priya @ Northwind [Sales]").waitFor();
  await foot.getByText("Priya Rao").waitFor();
  const row = desk.page.getByRole("row").filter({ hasText: "Priya Rao" });
  await row.getByText("All sites · Sales").waitFor();
  await row.getByText("Online").waitFor();

  // What she is changes under her hands, and her window says so.
  await actOn(desk.page, "Priya Rao", "Change…");
  const change = desk.page.getByRole("dialog", { name: "Change Priya Rao" });
  await change.getByLabel("Screen name").fill("Priya R.");
  await change.getByLabel("Role").selectOption({ label: "Supervisor" });
  await change.getByLabel("Sales").uncheck();
  await change.getByRole("button", { name: "Save" }).click();
  await foot.getByText("priya @ Northwind", { exact: true }).waitFor();
  await foot.getByText("Priya R.").waitFor();
  await desk.page.getByRole("row").filter({ hasText: "Priya R." }).getByText("Supervisor").waitFor();
});

test("A1: an operator of only these sites, and of none of them, is not saved, and the window says what to do", async (t) => {
  const shop = await startShop(t);
  await shop.addOperator("priya", "Priya Rao");
  const { page } = await openConsole(t, shop);
  await openSettings(page, "Operators");
  await actOn(page, "Priya Rao", "Change…");
  const dialog = page.getByRole("dialog", { name: "Change Priya Rao" });
  await dialog.getByLabel("Only these sites").check();
  await dialog.getByLabel("Northwind").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Tick at least one site.").waitFor();
  await hasFocus(dialog.getByLabel("Northwind"));
  await dialog.getByLabel("Northwind").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row").filter({ hasText: "Priya Rao" }).getByText("Northwind").waitFor();
});

test("A1: a suspended operator is out at once, is told why, and is taken back", async (t) => {
  const shop = await startShop(t);
  const account = await shop.addOperator("priya", "Priya Rao");
  const desk = await openConsole(t, shop);
  const priya = await openConsole(t, shop, account, { allow: /401|403/ });
  await openSettings(desk.page, "Operators");
  await actOn(desk.page, "Priya Rao", "Suspend…");
  await desk.page.getByRole("dialog", { name: "Suspend Priya Rao?" }).getByRole("button", { name: "Suspend" }).click();
  const row = desk.page.getByRole("row").filter({ hasText: "Priya Rao" });
  await row.getByText("Suspended").waitFor();

  const signIn = async (password: string) => {
    await priya.page.getByLabel("Operator ID").fill("priya");
    await priya.page.getByLabel("Password", { exact: true }).fill(password);
    await priya.page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn(PASSWORD);
  await priya.page.getByText("Your account is suspended. Ask the owner or an administrator.").waitFor();
  await actOn(desk.page, "Priya Rao", "Take back");
  await row.getByText("Suspended").waitFor({ state: "detached" });

  // A forgotten password: a link to a new one.
  await actOn(desk.page, "Priya Rao", "New password…");
  const dialog = desk.page.getByRole("dialog", { name: /new password/ });
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByRole("status").innerText();
  await desk.page.keyboard.press("Escape");
  await priya.page.goto(link);
  await priya.page.getByLabel("Password", { exact: true }).fill("another long sentence");
  await priya.page.getByRole("button", { name: "Set the password" }).click();
  await priya.page.getByRole("grid", { name: "Visitors" }).waitFor();
  await row.getByText("Online").waitFor();
});

test("A1: the only owner cannot be demoted or suspended, and an operator administers nothing", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  await openSettings(desk.page, "Operators");
  await desk.page.getByRole("button", { name: "Actions for Maya Okafor" }).click();
  assert.equal(await desk.page.getByRole("menuitem", { name: "Suspend…" }).getAttribute("aria-disabled"), "true");
  await desk.page.getByRole("menuitem", { name: "Change…" }).click();
  await desk.page.getByText("This is the only owner who can sign in.").waitFor();
  assert.equal(await desk.page.getByLabel("Role").isDisabled(), true);

  const account = await shop.addOperator("priya", "Priya Rao");
  const priya = await openConsole(t, shop, account);
  await openSettings(priya.page, "Operators");
  await priya.page.getByRole("row").filter({ hasText: "Maya Okafor" }).waitFor();
  assert.equal(await priya.page.getByRole("button", { name: /Actions for|Invite/ }).count(), 0);
  const menu = priya.page.getByRole("navigation", { name: "Settings" });
  assert.equal(await menu.getByRole("link", { name: /Bans|Retention/ }).count(), 0);
});

test("A1: a request for a department reaches its operators, and a closed department is nobody's", async (t) => {
  const shop = await startShop(t);
  const account = await shop.addOperator("priya", "Priya Rao");
  const desk = await openConsole(t, shop);
  await addDepartment(desk.page, "Sales");
  await addDepartment(desk.page, "Service");
  await openSettings(desk.page, "Operators");
  await actOn(desk.page, "Priya Rao", "Change…");
  await desk.page.getByLabel("Service").check();
  await desk.page.getByRole("button", { name: "Save" }).click();
  const row = desk.page.getByRole("row").filter({ hasText: "Priya Rao" });
  await row.getByText("Service").waitFor();
  const frames: string[] = [];
  const priya = shop.operator(account, {
    onFrame: (frame) => frame.type === "conversation" && frames.push(frame.conversation.id),
  });
  await shop.until("her line", () => priya.line.state.kind === "online");

  // Outside its hours there is nobody for the department, whoever is online.
  await openSettings(desk.page, "Departments");
  await desk.page.getByRole("button", { name: "Change Sales" }).click();
  const dialog = desk.page.getByRole("dialog", { name: "Change Sales" });
  await dialog.getByLabel("Only within these hours").check();
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    await dialog.getByLabel(day, { exact: true }).uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await desk.page.getByText(/^Closed \(/).waitFor();
  let offered: readonly { name: string; online: boolean; id: string }[] = [];
  const ada = shop.visitor({
    onFrame: (frame) => {
      if (frame.type === "welcome" || frame.type === "online") offered = frame.departments ?? [];
    },
  });
  await shop.until("the choice", () => offered.length === 2 && offered);
  assert.deepEqual(
    offered.map(({ name, online }) => `${name} ${online}`),
    ["Sales false", "Service true"],
  );
  const send = (department: string | undefined, text: string) =>
    ada.line.ask({ type: "send", id: `message-${text}`, text, ...(department === undefined ? {} : { department }) });
  await assert.rejects(send(offered[0]?.id, "to-sales"), { code: "nobody-online" });
  const { conversation } = await send(offered[1]?.id, "to-service");
  await shop.until("her department's request", () => frames.includes(conversation ?? ""));
  // A colleague of no department sees the visitor, and nothing to accept.
  const jonas = await openConsole(t, shop, await shop.addOperator("jonas", "Jonas Weber"));
  const waiting = jonas.row("Requesting");
  await waiting.waitFor();
  assert.equal(await waiting.getByRole("button", { name: "Accept" }).count(), 0);
  await waiting.dblclick();
  await jonas.page.getByText("This request is for a department that you are not in.").first().waitFor();
});

test("A1: a banned visitor is gone at once, and comes back when the ban is lifted", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").waitFor();
  await openSettings(desk.page, "Bans");
  await desk.page.getByText("Nobody is banned").waitFor();
  await desk.page.getByRole("button", { name: "Ban an address" }).click();
  const dialog = desk.page.getByRole("dialog", { name: "Ban an address" });
  await dialog.getByLabel("Address", { exact: true }).fill("127.0.0.1");
  await dialog.getByLabel("Reason").fill("Spam");
  await dialog.getByLabel("For how long").selectOption({ label: "A week" });
  await dialog.getByRole("button", { name: "Ban", exact: true }).click();
  const row = desk.page.getByRole("row").filter({ hasText: "127.0.0.1" });
  await row.getByText("Spam").waitFor();
  // The shop's page shows no chat any more.
  await ada.button.waitFor({ state: "hidden" });
  await desk.page.getByRole("link", { name: /^Visitors/ }).click();
  await desk.row("/demo/tents").waitFor({ state: "detached" });
  await openSettings(desk.page, "Bans");
  await desk.page.getByRole("button", { name: "Lift the ban of 127.0.0.1" }).click();
  await desk.page.getByText("Nobody is banned").waitFor();
  await ada.page.reload();
  await ada.button.waitFor();
});

test("V7, A1: a visitor is banned from the popup menu, also by its key, and the list shows why", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").click({ button: "right" });
  await desk.page.getByRole("menuitem", { name: /^Ban…/ }).click();
  const dialog = desk.page.getByRole("dialog", { name: /^Ban #/ });
  await dialog.getByLabel("Whom").waitFor();
  await desk.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await desk.row("/demo/tents").click();
  await desk.page.keyboard.press("b");
  await dialog.getByLabel("Whom").selectOption({ label: "The visitor only" });
  await dialog.getByLabel("Reason").fill("Rude");
  await dialog.getByRole("button", { name: "Ban", exact: true }).click();
  await ada.button.waitFor({ state: "hidden" });
  await desk.row("/demo/tents").waitFor({ state: "detached" });
  await openSettings(desk.page, "Bans");
  await desk.page
    .getByRole("row")
    .filter({ hasText: "Rude" })
    .getByText(/^Visitor \d+$/)
    .waitFor();
});

test("A1: how much would be deleted is said before anything is", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  await openSettings(desk.page, "Retention");
  await desk.page.getByText("Kept for good.").first().waitFor();
  assert.equal(await desk.page.getByText("Kept for good.").count(), 3);
  await desk.page.getByLabel("Delete ended chats").check();
  await desk.page.getByText("0 are older than that now.").waitFor();
  await desk.page.getByLabel("After days").fill("0");
  await desk.page.getByText("A number of days from 1 to 3,650.").waitFor();
  assert.equal(await desk.page.getByRole("button", { name: "Save" }).isDisabled(), true);
  await desk.page.getByLabel("After days").fill("90");
  await desk.page.getByText("0 are older than that now.").waitFor();
  await desk.page.getByRole("button", { name: "Save" }).click();
  await desk.page.getByText("Saved.").waitFor();
  await desk.page.reload();
  await desk.page.getByLabel("After days").waitFor();
  assert.equal(await desk.page.getByLabel("After days").inputValue(), "90");
});

test("the administration is accessible, light and dark", async (t) => {
  const shop = await startShop(t);
  await shop.addOperator("priya", "Priya Rao");
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await openConsole(t, shop, shop.owner, { ...INSPECTED, colorScheme });
    const check = (what: string) => assertAccessible(page, `${what}, ${colorScheme}`);
    await openSettings(page, "Departments");
    if (colorScheme === "light") {
      await page.getByText("No departments yet").waitFor();
      await check("no departments");
    }
    await addDepartment(page, `Sales ${colorScheme}`);
    await check("the departments");
    await page.getByRole("button", { name: `Change Sales ${colorScheme}` }).click();
    await page.getByLabel("Only within these hours").check();
    await page.getByLabel("Monday, opens").waitFor();
    await check("the hours");
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByText(/Mon–Fri 09:00–17:00/)
      .first()
      .waitFor();
    await openSettings(page, "Operators");
    await page.getByRole("row").filter({ hasText: "Priya Rao" }).waitFor();
    await check("the operators");
    await actOn(page, "Priya Rao", "Change…");
    await page.getByLabel("Screen name").waitFor();
    await check("an operator");
    await page.keyboard.press("Escape");
    await openSettings(page, "Bans");
    await page.getByRole("button", { name: "Ban an address" }).waitFor();
    await check("the bans");
    await page.getByRole("button", { name: "Ban an address" }).click();
    await page.getByLabel("Address", { exact: true }).fill(`192.0.2.${colorScheme.length}`);
    await check("a ban");
    await page.getByRole("button", { name: "Ban", exact: true }).click();
    await page.getByRole("row").filter({ hasText: "192.0.2" }).first().waitFor();
    await check("the bans there are");
    await openSettings(page, "Retention");
    await page.getByLabel("Delete client notes").check();
    await page.getByText("0 are older than that now.").waitFor();
    await check("the retention");
    await page.context().close();
  }
});
