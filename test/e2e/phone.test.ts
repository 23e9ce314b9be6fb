import assert from "node:assert/strict";
import { after } from "node:test";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("on a phone the chats and the pages stand one at a time, and nothing covers the settings", async (t) => {
  const shop = await startShop(t);
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await openConsole(t, shop, shop.owner, { bypassCSP: true, colorScheme, ...PHONE });
    const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
    await ada.say("Hello?");
    const log = page.getByRole("log");
    const list = page.getByRole("grid", { name: "Visitors" });
    await page.getByRole("button", { name: "Accept", exact: true }).first().tap();
    await log.getByText("Hello?").waitFor();
    await list.waitFor({ state: "hidden" });
    await assertAccessible(page, `a chat on a phone, ${colorScheme}`);

    await page.getByRole("link", { name: "Settings" }).tap();
    await page.getByRole("link", { name: "Preferences" }).tap();
    const theme = page.getByRole("combobox", { name: "Theme" });
    await theme.waitFor();
    await log.waitFor({ state: "hidden" });
    await theme.tap({ trial: true }); // nothing lies over it
    await assertAccessible(page, `the preferences on a phone, ${colorScheme}`);

    await page.getByRole("button", { name: /^Chats/ }).tap();
    await log.getByText("Hello?").waitFor();
    await page.getByRole("link", { name: /^Visitors/ }).tap();
    await list.waitFor();
    await log.waitFor({ state: "hidden" });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, "nothing is wider than the phone");
    await list.getByRole("row").filter({ hasText: "Chatting" }).waitFor();
    ada.leave();
    await page.context().close();
  }
});
