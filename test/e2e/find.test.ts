import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

/** Waits until the search has marked what is on the screen and the hit in front is there, in view. */
async function inFront(page: Page, text: string, message: RegExp): Promise<void> {
  await page.waitForFunction(
    ({ wanted, within }) => {
      const [range] = [...(CSS.highlights.get("found-here") ?? [])] as Range[];
      const log = document.querySelector("[data-scroller]")?.getBoundingClientRect();
      const place = range?.getBoundingClientRect();
      const said = range?.startContainer.parentElement?.closest("[data-said]")?.textContent ?? "";
      if (range?.toString() !== wanted || !new RegExp(within).test(said) || log === undefined || place === undefined)
        return false;
      return place.top >= log.top && place.bottom <= log.bottom;
    },
    { wanted: text, within: message.source },
  );
}

test("C1: what was said is found in a chat of hundreds of messages, by the keyboard alone", async (t) => {
  const shop = await startShop(t, { config: { visitorBurst: 1_000 } });
  const light = await openConsole(t, shop, shop.owner, { colorScheme: "light", bypassCSP: true });
  const ada = shop.visitor();
  await ada.say("The TENT is wet.");
  for (let number = 1; number <= 250; number += 1) await ada.say(`message ${number}`);
  await ada.say("A tent, and tents.");
  await light.row("Requesting").dblclick();
  await light.log.waitFor();
  const dark = await openConsole(t, shop, shop.owner, { colorScheme: "dark", bypassCSP: true });
  await dark.page.getByRole("tab").first().click();
  for (const [colorScheme, desk] of Object.entries({ light, dark })) {
    const { page } = desk;
    await desk.log.getByText("A tent, and tents.").waitFor();
    await desk.composer.click();
    await page.keyboard.press("Control+Shift+F");
    await page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
    await page.keyboard.type("tent");
    await page.getByText("3 of 3").waitFor();
    await inFront(page, "tent", /A tent, and tents/);
    await assertAccessible(page, `the search in a chat, ${colorScheme}`);
    await page.keyboard.press("Enter");
    await page.getByText("2 of 3").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("1 of 3").waitFor();
    await inFront(page, "TENT", /The TENT is wet/);
    await page.keyboard.press("Shift+Enter");
    await page.getByText("2 of 3").waitFor();
    await inFront(page, "tent", /A tent, and tents/);
    await page.getByRole("textbox", { name: "Search in this chat" }).fill("nowhere");
    await page.getByText("Nothing found").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    assert.equal(await page.evaluate(() => CSS.highlights.get("found")?.size ?? 0), 0);
  }
});

test("C1: a long message is folded; it opens by its button, and by itself for what is found in it", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const ada = shop.visitor();
  const long = `${"A long story about a tent in the rain.\n".repeat(30)}The end is a zebra.`;
  await ada.say(long);
  await ada.say("Short.");
  const { page } = desk;
  await desk.row("Requesting").dblclick();
  const more = page.getByRole("button", { name: "Show all" });
  await more.waitFor();
  const height = async () => (await desk.log.locator("[data-said]").first().boundingBox())?.height ?? 0;
  const folded = await height();
  assert.ok(folded < 300, `${folded}`);
  await assertAccessible(page, "a folded message");
  await more.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Show less" }).waitFor();
  assert.ok((await height()) > 2 * folded);
  await page.keyboard.press("Enter");
  await more.waitFor();
  await desk.choose("Search in this chat");
  await page.getByRole("textbox", { name: "Search in this chat" }).fill("zebra");
  await page.getByRole("button", { name: "Show less" }).waitFor();
  await inFront(page, "zebra", /The end is a zebra/);
});
