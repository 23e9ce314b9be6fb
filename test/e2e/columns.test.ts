import assert from "node:assert/strict";
import { after } from "node:test";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

const wide = { viewport: { width: 1900, height: 900 } };

const head = (desk: ConsolePage, name: string) => desk.list.getByRole("columnheader", { name, exact: true });
const heads = (desk: ConsolePage) => desk.list.getByRole("columnheader").allInnerTexts();
const widthOf = async (desk: ConsolePage, name: string) => (await head(desk, name).boundingBox())?.width ?? 0;

/** Waits until the columns stand so. */
async function standSo(desk: ConsolePage, ...wanted: string[]): Promise<void> {
  await desk.page.waitForFunction(
    (names) =>
      [...document.querySelectorAll("[role=columnheader]")].map((cell) => cell.textContent.trim()).join() === names,
    wanted.join(),
  );
}

test("V2: columns are hidden, shown, moved, made wider and sorted by, and all of that follows the operator", async (t) => {
  const shop = await startShop(t);
  const ada = shop.visitor({
    url: "https://shop.example/?utm_source=news&utm_campaign=spring",
    timeZone: "Europe/Berlin",
  });
  await shop.until("Ada is here", () => ada.visitor > 0);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true, ...wide });
  await desk.row(String(ada.visitor)).waitFor();
  const first = ["Status", "ID", "Client IP", "Location", "Online time", "Pages", "Came from", "Browser", "Device"];
  assert.deepEqual(await heads(desk), first);

  await head(desk, "ID").click({ button: "right" });
  await assertAccessible(desk.page, "a column's menu");
  await desk.page.getByRole("menuitem", { name: "Hide this column" }).click();
  await desk.page.getByRole("button", { name: "Columns" }).click();
  await desk.page.getByRole("menuitemcheckbox", { name: "Campaign" }).click();
  await desk.page.getByRole("menuitemcheckbox", { name: "Country" }).click();
  await desk.page.getByRole("menuitemcheckbox", { name: "Browser" }).click();
  await desk.page.keyboard.press("Escape");
  await standSo(
    desk,
    "Status",
    "Client IP",
    "Location",
    "Online time",
    "Pages",
    "Came from",
    "Country",
    "Device",
    "Campaign",
  );
  await desk.row("news · spring").getByText("Germany ?").waitFor();

  // With the mouse: the head is taken to where another stands, the edge is drawn.
  await head(desk, "Pages").dragTo(head(desk, "Client IP"));
  await standSo(
    desk,
    "Status",
    "Pages",
    "Client IP",
    "Location",
    "Online time",
    "Came from",
    "Country",
    "Device",
    "Campaign",
  );
  assert.equal(await head(desk, "Pages").getAttribute("aria-sort"), "none", "what is taken elsewhere is not pressed");
  const before = await widthOf(desk, "Pages");
  const box = await head(desk, "Pages").boundingBox();
  assert.ok(box);
  await desk.page.mouse.move(box.x + box.width, box.y + 10);
  await desk.page.mouse.down();
  await desk.page.mouse.move(box.x + box.width + 30, box.y + 10, { steps: 3 });
  await desk.page.mouse.move(box.x + box.width + 60, box.y + 10, { steps: 3 });
  await desk.page.mouse.up();
  const drawn = await widthOf(desk, "Pages");
  assert.ok(Math.abs(drawn - before - 60) <= 1, `from ${before} to ${drawn}`);

  // With the keyboard.
  await head(desk, "Pages").getByRole("button").focus();
  await desk.page.keyboard.press("Control+ArrowRight");
  const moved = [
    "Status",
    "Client IP",
    "Pages",
    "Location",
    "Online time",
    "Came from",
    "Country",
    "Device",
    "Campaign",
  ];
  await standSo(desk, ...moved);
  await desk.page.keyboard.press("Shift+ArrowLeft");
  await desk.page
    .getByRole("status")
    .getByText(`Pages is ${Math.round(drawn) - 16} pixels wide.`)
    .waitFor({ state: "attached" });
  await desk.page.keyboard.press("Enter");
  await desk.list
    .getByRole("columnheader", { name: "Pages", exact: true })
    .and(desk.page.locator("[aria-sort=ascending]"))
    .waitFor();
  await desk.page.keyboard.press("Shift+F10");
  await desk.page.getByRole("menuitem", { name: "Sort downwards" }).waitFor();
  await desk.page.keyboard.press("ArrowDown");
  await desk.page.keyboard.press("Enter");
  await desk.page.locator("[role=columnheader][aria-sort=descending]").waitFor();

  // Another browser of the same operator, and a colleague.
  const home = await openConsole(t, shop, await shop.signIn("maya"), wide);
  await standSo(home, ...moved);
  await home.page.locator("[role=columnheader][aria-sort=descending]").waitFor();
  assert.equal(await head(home, "Pages").getAttribute("aria-sort"), "descending");
  assert.equal(Math.round(await widthOf(home, "Pages")), Math.round(drawn) - 16);
  const priya = await openConsole(t, shop, await shop.addOperator("priya", "Priya Rao"), wide);
  await standSo(priya, ...first);

  // As at first: in the other window at once.
  await desk.page.getByRole("button", { name: "Columns" }).click();
  await desk.page.getByRole("menuitem", { name: "As at first" }).click();
  await standSo(desk, ...first);
  await standSo(home, ...first);
});

test("V2: on a narrow screen the columns that matter stay, and nothing scrolls sideways", async (t) => {
  const shop = await startShop(t);
  const ada = shop.visitor({ url: "https://shop.example/tents" });
  await shop.until("Ada is here", () => ada.visitor > 0);
  const desk = await openConsole(t, shop, shop.owner, { viewport: { width: 760, height: 800 } });
  await ada.say("Hello");
  await desk.list.getByRole("button", { name: "Accept" }).waitFor();
  assert.deepEqual(await heads(desk), ["Status", "Location", "Online time"]);
  const room = await desk.list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  assert.equal(room, 0);
  await desk.page.getByRole("button", { name: "Columns" }).click();
  await desk.page.getByRole("menuitemcheckbox", { name: "Client IP (no room)" }).waitFor();
});
