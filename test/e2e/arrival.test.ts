import assert from "node:assert/strict";
import { after } from "node:test";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

test("V1: a visitor with three tabs is one row, which goes when the last tab closes", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  await desk.page.getByText("No visitors yet").waitFor();
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").waitFor();
  const second = await ada.anotherTab(`${shop.url}/demo/boots`);
  await desk.row("/demo/boots").waitFor();
  const third = await ada.anotherTab(`${shop.url}/demo/packs`);
  await desk.row("/demo/packs").waitFor();
  assert.equal(await desk.list.getByRole("row").count(), 2, "the head and one visitor");
  await second.page.close();
  await third.page.close();
  await desk.row("/demo/tents").waitFor();
  await ada.page.close();
  await desk.page.getByText("No visitors yet").waitFor({ timeout: 8_000 });
});

test("V2: the columns tell where the visitor comes from, what browser, how long and how many pages", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { viewport: { width: 1900, height: 900 } });
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").waitFor();
  await ada.page
    .getByRole("link", { name: /Ridge 2P/ })
    .first()
    .click();
  await desk.row("/demo/tents/ridge-2p").waitFor();
  const heads = await desk.list.getByRole("columnheader").allInnerTexts();
  for (const head of ["Status", "ID", "Client IP", "Location", "Online time", "Pages", "Came from"]) {
    assert.ok(
      heads.some((text) => text.includes(head)),
      `the column ${head}`,
    );
  }
  const cells = await desk.cells("/demo/tents/ridge-2p");
  assert.match(cells[0] ?? "", /^Online/);
  assert.match(cells[1] ?? "", /^\d{5,}$/);
  const row = cells.join(" | ");
  assert.match(row, /127\.0\.0\.1|::1/);
  assert.match(row, /Ridge 2P Tent/);
  assert.match(row, /Chrome on Linux/);
  assert.match(row, /direct/);
  assert.match(row, /\| 2 \|/);
});

test("V3: the location changes live, by a new page, within a page, and with the tab that is looked at", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await desk.row("/demo/tents").waitFor();
  await ada.page.goto(`${shop.url}/demo/boots`);
  await desk.row("/demo/boots").waitFor();
  await ada.page.evaluate(() => {
    history.pushState({}, "", "/demo/boots?colour=brown");
    document.title = "Brown boots";
  });
  await desk.row("Brown boots").waitFor();
  assert.equal(await desk.list.getByRole("row").count(), 2, "a page change is not a leaving");
});

test("V4 V6: the status and the counters follow, requests stand first, and the page title says so", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents");
  await visit(t, shop, "/demo/boots");
  await desk.page.getByRole("button", { name: "2 visitors" }).waitFor();
  await ada.open();
  await ada.say("Does the 2P fit two pads?");
  await desk.page.getByRole("button", { name: "1 requesting" }).waitFor();
  const first = desk.list.getByRole("row").nth(1);
  assert.match(await first.innerText(), /Requesting\s+0:\d\d/);
  await desk.page.waitForFunction(() => document.title.startsWith("(1)"));
  await desk.page.getByRole("button", { name: "1 requesting" }).click();
  await desk.row("/demo/boots").waitFor({ state: "detached" });
  await desk.page.getByRole("button", { name: "2 visitors" }).click();
  await desk.row("/demo/boots").waitFor();
});

test("the filter and the sort work on the server, and say so when nothing fits", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  for (const url of ["/a", "/b", "/c"]) shop.visitor({ url: `https://shop.example${url}`, title: `Page ${url}` });
  await desk.page.getByRole("button", { name: "3 visitors" }).waitFor();
  await desk.page.keyboard.press("/");
  await desk.page.keyboard.type("page /b");
  await desk.row("Page /a").waitFor({ state: "detached" });
  assert.equal(await desk.row("Page /b").count(), 1);
  await desk.page.keyboard.type("xyz");
  await desk.page.getByText("Nobody matches").waitFor();
  await desk.page.getByRole("button", { name: "Show everybody" }).click();
  await desk.row("Page /c").waitFor();
  await desk.list.getByRole("columnheader", { name: "Location" }).getByRole("button").click();
  await desk.page.waitForFunction(
    () =>
      [...document.querySelectorAll('[role="row"]')]
        .slice(1)
        .map((row) => /Page \/./.exec(row.textContent ?? "")?.[0])
        .join() === "Page /a,Page /b,Page /c",
  );
  assert.equal(await desk.list.getByRole("columnheader", { name: "Location" }).getAttribute("aria-sort"), "ascending");
});

test("the list and the empty list are accessible, light and dark", async (t) => {
  const shop = await startShop(t);
  for (const colorScheme of ["light", "dark"] as const) {
    const desk = await openConsole(t, shop, shop.owner, { colorScheme, bypassCSP: true });
    await desk.page.getByText("No visitors yet").waitFor();
    await assertAccessible(desk.page, `the empty list, ${colorScheme}`);
    const visitor = shop.visitor();
    const caller = shop.visitor();
    await desk.page.getByRole("button", { name: "2 visitors" }).waitFor();
    await caller.say("Hello");
    await desk.page.getByRole("button", { name: "1 requesting" }).waitFor();
    await assertAccessible(desk.page, `the list, ${colorScheme}`);
    visitor.leave();
    caller.leave();
    await desk.page.getByRole("button", { name: "0 visitors" }).waitFor();
    await desk.page.context().close();
  }
});
