import assert from "node:assert/strict";
import { after } from "node:test";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("C2: an emoji is put in from the picker, by the keyboard alone, in the skin tone that was chosen", async (t) => {
  const shop = await startShop(t);
  for (const colorScheme of ["light", "dark"] as const) {
    const desk = await openConsole(t, shop, shop.owner, { colorScheme, bypassCSP: true });
    const { page } = desk;
    const ada = shop.visitor();
    await ada.say("Hello?");
    await desk.row("Requesting").dblclick();
    await desk.facing(ada.visitor);
    await desk.composer.fill("Great!");
    await page.keyboard.press("F9");
    const field = page.getByRole("combobox", { name: "Find an emoji" });
    await page.getByRole("option", { name: "grinning face", exact: true }).first().waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
    // Not all two thousand: axe takes a minute and a half for them.
    await field.fill("hand");
    await page.getByRole("option", { name: "grinning face", exact: true }).waitFor({ state: "detached" });
    await assertAccessible(page, `the emoji, ${colorScheme}`);
    await field.fill("");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
    await page.keyboard.press("F9");
    await page.getByRole("radio", { name: "Medium", exact: true }).check();
    await field.fill("thumbs");
    await page.getByRole("option", { name: "thumbs up", selected: true }).waitFor();
    await field.press("Enter");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    assert.equal(await desk.composer.inputValue(), "Great!👍🏽");
    await page.keyboard.press("Enter");
    await desk.log.getByText("Great!👍🏽").waitFor();
    await page.keyboard.press("F9");
    await page.getByRole("group", { name: "Recent" }).getByRole("option", { name: "thumbs up" }).click();
    await page.waitForFunction(() => document.querySelector("textarea")?.value === "👍🏽");
    await page.keyboard.press("Alt+q");
    await page.getByRole("dialog").getByRole("button", { name: "End chat" }).click();
    await page.close();
  }
});

test("C2: a colon and some letters find an emoji, and :name: is one", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const { page } = desk;
  await shop.visitor().say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.click();
  await page.keyboard.type("At 10:30, https://shop.example :ta");
  await page.getByRole("option", { name: /taco/ }).first().waitFor();
  await page.keyboard.type("da");
  await page.getByRole("option", { name: /party popper/, selected: true }).waitFor();
  await assertAccessible(page, "the emoji found by their names");
  await page.keyboard.press("Enter");
  assert.equal(await desk.composer.inputValue(), "At 10:30, https://shop.example 🎉");
  await page.keyboard.press("Control+z");
  assert.equal(await desk.composer.inputValue(), "At 10:30, https://shop.example :tada");
  await desk.composer.fill("");
  await page.keyboard.type(":tent: and :nothing:");
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "⛺ and :nothing:");
  await desk.composer.fill("");
  await page.keyboard.type(":smi");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("option").first().waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await desk.log.getByText(":smi", { exact: true }).waitFor();
});
