import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { closeBrowser, untilTrue } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { PASSWORD, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

const themeOf = (page: Page) => page.locator("html").getAttribute("data-theme");
const themeIs = (page: Page, theme: string) => page.locator(`html[data-theme=${theme}]`).waitFor();

test("Preferences: what an operator prefers is there in every window and every browser, and is nobody else's", async (t) => {
  const shop = await startShop(t);
  await shop.addOperator("priya", "Priya Rao");
  const desk = await openConsole(t, shop);
  const home = await openConsole(t, shop, await shop.signIn("maya"));
  await home.page.goto(`${shop.url}/console/#/settings/preferences`);
  await home.page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  await themeIs(home.page, "dark");
  await themeIs(desk.page, "dark");
  await home.page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
  await desk.page.getByRole("grid", { name: "Besucher" }).waitFor();
  await home.page.getByRole("slider", { name: "Lautstärke" }).fill("25");
  await desk.page.goto(`${shop.url}/console/#/settings/preferences`);
  await desk.page.locator('input[type=range][value="25"], input[aria-valuetext="25 %"]').waitFor();

  // Another operator on the same browser: the language is chosen before signing in, the rest is as it is at first.
  const { page } = desk;
  await page.context().clearCookies();
  await page.goto(`${shop.url}/console/#/`);
  await page.reload();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("textbox", { name: "Operator ID" }).fill("priya");
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await desk.list.waitFor();
  await themeIs(page, "light");
  await home.page.getByRole("combobox", { name: "Sprache" }).waitFor();
  assert.equal(await themeOf(home.page), "dark");
});

test("Preferences: the console looks as it did while the server cannot be reached, and keeps what is changed meanwhile", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop, shop.owner, { allow: /ERR_FAILED/ });
  const isKept = (name: string, value: unknown) =>
    untilTrue(
      page,
      async ([key, wanted]) => {
        const { preferences } = (await (await fetch("/api/v1/me/preferences")).json()) as {
          preferences?: Record<string, unknown>;
        };
        return preferences?.[String(key)] === wanted;
      },
      [name, value],
    );
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  await isKept("theme", "dark");
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await themeIs(page, "dark");
  await page.unroute("**/api/v1/**");
  await page.getByRole("button", { name: "Try again" }).click();

  await page.route("**/me/preferences/**", (route) => route.abort());
  await page.getByRole("checkbox", { name: /Single-key s/ }).uncheck();
  await page.reload();
  await page.getByRole("checkbox", { name: /Single-key s/, checked: false }).waitFor();
  await isKept("singleKeys", true);
  await page.unroute("**/me/preferences/**");
  await page.reload();
  await isKept("singleKeys", false);
  await page.getByRole("checkbox", { name: /Single-key s/, checked: false }).waitFor();
});
