import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

test("V8, C1: on a phone one place is shown at a time, with a way back and the focus in it", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, PHONE);
  const { page, list, composer } = desk;
  await list.waitFor();
  await page.getByRole("button", { name: "Chats" }).tap();
  await page.getByText("No chats open").waitFor();
  await page.getByRole("button", { name: "Back" }).tap();
  await list.waitFor();
  const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
  await ada.say("Hello?");
  await desk.row("Requesting").getByRole("button", { name: "Accept" }).tap();
  await focused(page, "TEXTAREA");
  await list.waitFor({ state: "hidden" });
  await fitsTheScreen(page);

  await page.getByRole("button", { name: "Back" }).tap();
  await list.waitFor();
  await composer.waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");

  // What comes while the list is shown has not been seen.
  await ada.say("Are you there?");
  const chats = page.getByRole("button", { name: "Chats, 1 unread" });
  await chats.tap();
  await desk.log.getByText("Are you there?").waitFor();
  await focused(page, "TEXTAREA");
  await page.getByRole("button", { name: "Chats", exact: true }).waitFor();

  await page.getByRole("link", { name: "Settings" }).tap();
  await page.getByRole("heading", { name: "Sites", exact: true }).waitFor();
  await composer.waitFor({ state: "hidden" });
  await fitsTheScreen(page);
  // The browser's own Back leads through the same places.
  await page.goBack();
  await composer.waitFor();
  await page.goBack();
  await list.waitFor();
  await composer.waitFor({ state: "hidden" });

  await page.setViewportSize({ width: 1280, height: 780 });
  await composer.waitFor();
  await list.waitFor();
});

test("on a phone the row of the settings' pages shows which one is open", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop, shop.owner, PHONE);
  for (const path of ["saving", "sites", "shortcuts"]) {
    await page.goto(`${shop.url}/console/#/settings/${path}`);
    await page.waitForFunction(
      (wished) => {
        const link = document.querySelector(`nav [aria-current=page][href$="/${wished}"]`)?.getBoundingClientRect();
        return link !== undefined && link.left >= 0 && link.right <= innerWidth;
      },
      path,
      { polling: 50 },
    );
  }
});

test("on a phone the list, a chat and the settings are accessible, light and dark, and everything can be touched", async (t) => {
  const shop = await startShop(t);
  const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
  const desk = await openConsole(t, shop, shop.owner, { ...PHONE, bypassCSP: true });
  await ada.say("Hello?");
  await desk.row("Requesting").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await desk.page.emulateMedia({ colorScheme });
    for (const place of ["list", "chat", "settings"] as const) {
      await show[place](desk.page);
      await assertAccessible(desk.page, `${place} on a phone, ${colorScheme}`);
      await fitsTheScreen(desk.page);
      assert.deepEqual(await tooSmall(desk.page), [], `too small for a finger in ${place}`);
    }
  }
});

test("O1: on a phone the table of operators shows everything of each, and nothing scrolls sideways", async (t) => {
  const shop = await startShop(t);
  await shop.addOperator("priya.rao.northwind", "Priya Rao-Winterbottom", { role: "supervisor" });
  const desk = await openConsole(t, shop, shop.owner, { ...PHONE, bypassCSP: true });
  const { page } = desk;
  await page.goto(`${shop.url}/console/#/settings/operators`);
  const priya = page.getByRole("row", { name: /Priya Rao-Winterbottom/ });
  await priya.waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await assertAccessible(page, `the operators on a phone, ${colorScheme}`);
  }
  for (const words of ["priya.rao.northwind", "Supervisor", "All sites", "Not signed in"]) {
    const box = await priya.getByText(words).boundingBox();
    assert.ok(box !== null && box.x >= 0 && box.x + box.width <= PHONE.viewport.width, `${words} is on the screen`);
  }
  const isSideways = await page.getByRole("table").evaluate((table) => {
    const around = table.parentElement;
    return around !== null && around.scrollWidth > around.clientWidth;
  });
  assert.equal(isSideways, false);
  assert.deepEqual(await tooSmall(page), [], "too small for a finger");
  await priya.getByRole("button", { name: /Priya/ }).tap();
  await page.getByRole("menuitem", { name: "Change" }).waitFor();
});

const show = {
  async list(page: Page) {
    await page.getByRole("link", { name: /^Visitors/ }).tap();
    await page.getByRole("grid", { name: "Visitors" }).waitFor();
  },
  async chat(page: Page) {
    const accept = page.getByRole("button", { name: "Accept" });
    const chats = page.getByRole("button", { name: "Chats", exact: true });
    await ((await accept.count()) > 0 ? accept : chats).tap();
    await page.getByRole("textbox", { name: /^Message to/ }).waitFor();
  },
  async settings(page: Page) {
    await page.getByRole("link", { name: "Settings" }).tap();
    await page.getByRole("heading", { name: "Sites", exact: true }).waitFor();
  },
};

async function focused(page: Page, tagName: string): Promise<void> {
  await page.waitForFunction((name) => document.activeElement?.tagName === name, tagName);
}

async function fitsTheScreen(page: Page): Promise<void> {
  const { page: width, screen } = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    screen: innerWidth,
  }));
  assert.ok(width <= screen, `the page is ${width} px wide on a screen of ${screen}`);
}

/** What one presses and is less than 24 px wide or high (WCAG 2.5.8), but for links within sentences. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, [role=tab], nav a, input:not(label input), select, textarea")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && (width < 24 || height < 24);
      })
      .map((element) => `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent}`),
  );
}
