import assert from "node:assert/strict";
import { after } from "node:test";
import { LOOK_TEXTS, type SiteLook } from "../../protocol/look.ts";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { startStrictShop } from "../harness/strict-shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

async function wear(shop: Shop, look: SiteLook, origins = shop.site.origins): Promise<void> {
  await shop.request("PATCH", `/sites/${shop.site.id}`, { origins, look }, shop.owner.cookie);
}

test("A1 W1: an administrator chooses how the widget looks, sees it at once, and visitors see it on their next page", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const { page } = desk;
  await page.getByRole("link", { name: /Settings/ }).click();
  await page.getByRole("button", { name: `Look: ${shop.site.name}` }).click();
  await page.getByText("Hello! How can we help you?").waitFor();
  await page.getByRole("textbox", { name: "Colour", exact: true }).fill("#ffcc00");
  await page.getByLabel("Corner").selectOption("Left");
  await page.getByLabel("From below, pixels").fill("900");
  await page.getByText("A whole number from 0 to 400.").waitFor();
  assert.ok(await page.getByRole("button", { name: "Save", exact: true }).isDisabled());
  await page.getByLabel("From below, pixels").fill("80");
  await page.getByLabel("Greeting").fill("Welcome to the hut.");
  await page.getByLabel("Button, while somebody is there").fill("Ask the hut");
  await page.getByText("Welcome to the hut.").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await assertAccessible(page, `the look, ${colorScheme}`);
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("The look is saved.").waitFor();

  const ada = await visit(t, shop, "/demo/tents");
  const button = ada.page.getByRole("button", { name: "Ask the hut" });
  await button.waitFor();
  const box = await button.boundingBox();
  assert.deepEqual([box?.x, (box?.y ?? 0) + (box?.height ?? 0)], [24, 900 - 80]);
  const colours = await button.evaluate((it) => [getComputedStyle(it).backgroundColor, getComputedStyle(it).color]);
  assert.deepEqual(colours, ["rgb(255, 204, 0)", "rgb(0, 0, 0)"]);
  await button.click();
  await ada.page.getByText("Welcome to the hut.").waitFor();
});

test("A1 W1: each text that a site says in its own words is what its visitors read", async (t) => {
  const shop = await startShop(t);
  const texts = Object.fromEntries(LOOK_TEXTS.map((name) => [name, `Our ${name}`]));
  await wear(shop, { texts: { en: texts } });
  const ada = await visit(t, shop, "/demo/tents");
  await ada.page.getByRole("button", { name: "Our leave", exact: true }).click();
  for (const name of ["away", "leaveAMessage", "weReply"])
    await ada.page.getByText(`Our ${name}`, { exact: true }).waitFor();
  shop.operator();
  for (const name of ["title", "weAreOnline", "welcome"])
    await ada.page.getByText(`Our ${name}`, { exact: true }).waitFor();
  await ada.page.getByRole("textbox", { name: "Our write" }).waitFor();
  await ada.page.getByRole("button", { name: "Close the chat window" }).click();
  await ada.page.getByRole("button", { name: "Our chat", exact: true }).waitFor();
});

test("W1: the panel that was open stands in its own colours before the server has answered", async (t) => {
  const shop = await startShop(t);
  await wear(shop, { colour: "#7a1f5c", side: "left" });
  const ada = await visit(t, shop, "/demo/tents");
  await ada.button.click();
  await ada.page.getByRole("textbox", { name: "Your name" }).waitFor();
  await ada.page.routeWebSocket(/\/ws\/visitor/, () => {}); // a server that never answers
  await ada.page.goto(`${shop.url}/demo/boots`);
  const layer = ada.page.locator("shopbell-widget .shopbell");
  await ada.page.locator("shopbell-widget .panel:not([hidden])").waitFor();
  assert.match((await layer.getAttribute("class")) ?? "", /\bleft\b/);
  assert.equal(await layer.evaluate((it) => getComputedStyle(it).getPropertyValue("--accent")), "#7a1f5c");
});

test("W1: an element of the page opens the chat and gets the focus back, under the strictest policy", async (t) => {
  const shop = await startShop(t);
  const strict = await startStrictShop(t, () => ({ server: shop.url, siteKey: shop.site.key }));
  await wear(shop, { button: "none", opener: "h1 + a", colour: "#004488" }, [strict.origin]);
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const ada = await visit(t, shop, strict.origin, { allow: /favicon/ });
  await ada.page.waitForFunction(
    () => localStorage.length > 0 && Object.keys(localStorage).some((key) => key.endsWith(":look")),
  );
  assert.equal(await ada.button.isVisible(), false);
  await ada.page.getByRole("link", { name: "Next" }).click();
  await ada.composer.waitFor();
  assert.equal(new URL(ada.page.url()).pathname, "/");
  await ada.page.keyboard.press("Escape");
  await ada.page.waitForFunction(() => document.activeElement?.textContent === "Next");
});

test("W1: a page says who its visitor is and gives attributes, also before the script is there and after a call that is wrong", async (t) => {
  const shop = await startShop(t);
  const ada = await visit(t, shop, "/demo/tents", { allow: /is not a function/ });
  await ada.page.addInitScript(() => {
    const early: unknown[][] = [];
    Object.assign(globalThis, { shopbell: Object.assign((...call: unknown[]) => early.push(call), { q: early }) });
    const { shopbell } = globalThis as unknown as { shopbell(...call: unknown[]): void };
    shopbell("there-is-no-such-call");
    shopbell("identify", { name: "Ada Lovelace", email: "ada@example.org" });
    shopbell("attributes", { plan: "club" });
    shopbell("on", "open", () => (document.title = "It is open"));
    shopbell("open");
  });
  const desk = await openConsole(t, shop);
  await ada.page.goto(`${shop.url}/demo/boots`);
  await ada.composer.waitFor();
  await ada.page.waitForFunction(() => document.title === "It is open");
  await desk.row("Ada Lovelace").waitFor();
  await ada.page.evaluate(() => {
    const { shopbell } = globalThis as unknown as { shopbell(...call: unknown[]): void };
    shopbell("identify", { name: "Ada King" });
    shopbell("close");
  });
  await desk.row("Ada King").waitFor();
  await ada.button.waitFor();
});

test("two tabs that open a first visit at once are one visitor", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, `${shop.url}/health`);
  const pages = await Promise.all([1, 2, 3].map(() => ada.page.context().newPage()));
  await Promise.all(pages.map((page, index) => page.goto(`${shop.url}/demo/?tab=${index}`)));
  await Promise.all(pages.map((page) => page.getByRole("button", { name: /^Chat with us/ }).waitFor()));
  await desk.row("/demo/").first().waitFor();
  assert.equal(await desk.row("/demo/").count(), 1);
});
