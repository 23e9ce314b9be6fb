import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startNameServer } from "../harness/name-server.ts";
import { atEnd } from "../harness/endings.ts";
import { makeMmdb } from "../harness/mmdb.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

test("V2: the country is guessed from the browser's time zone, and marked as a guess", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  await visit(t, shop, "/demo/tents", { timezoneId: "Asia/Calcutta" });
  await visit(t, shop, "/demo/boots", { timezoneId: "UTC" });
  const row = desk.row("/demo/tents");
  await row.getByRole("img", { name: "India, guessed from the time zone" }).waitFor();
  await desk.row("/demo/boots").waitFor();
  assert.equal(await desk.row("/demo/boots").getByRole("img").count(), 0);
});

test("V2: the country comes from the administrator's file where it has the address, and is no guess then", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-"));
  atEnd(t, () => rm(folder, { recursive: true, force: true }));
  const geoipFile = join(folder, "countries.mmdb");
  await writeFile(geoipFile, makeMmdb({ "127.0.0.0/8": "NZ", "::1/128": "NZ" }));
  const shop = await startShop(t, { config: { geoipFile } });
  const ada = shop.visitor({ url: "https://shop.example/tents", timeZone: "Europe/Berlin" });
  await shop.until("Ada is here", () => ada.visitor > 0);
  const desk = await openConsole(t, shop);
  await desk.row("/tents").getByRole("img", { name: "New Zealand", exact: true }).waitFor();
});

test("V2: a visitor's host name is resolved from the menu, and stands after the address for everybody", async (t) => {
  const server = await startNameServer(t, { "2.0.0.127.in-addr.arpa": "dsl-17.provider.example" });
  const shop = await startShop(t, { config: { nameServers: [server.at] } });
  const priya = await shop.addOperator("priya", "Priya Rao");
  const [desk, colleague] = [await openConsole(t, shop), await openConsole(t, shop, priya)];
  shop.visitor({ url: "https://shop.example/known", title: "Known", address: "127.0.0.2" });
  shop.visitor({ url: "https://shop.example/nameless", title: "Nameless", address: "127.0.0.3" });
  await desk.row("/known").click({ button: "right" });
  assert.equal(server.asked.length, 0, "nobody is looked up unasked");
  await desk.page.getByRole("menuitem", { name: /Resolve host name/ }).click();
  for (const each of [desk, colleague]) await each.row(/127\.0\.0\.2\s*\(dsl-17\.provider\.example\)/).waitFor();
  await desk.row("/nameless").click();
  await desk.page.keyboard.press("d");
  await desk.page.getByText("No host name is known for this address.").first().waitFor();
});

test("V2: an operator prefers to see everybody's host name, the filter finds it, and the colleagues see none", async (t) => {
  const server = await startNameServer(t, { "2.0.0.127.in-addr.arpa": "dsl-17.provider.example" });
  const shop = await startShop(t, { config: { nameServers: [server.at], hostNames: "all" } });
  const priya = await shop.addOperator("priya", "Priya Rao");
  const [desk, colleague] = [await openConsole(t, shop), await openConsole(t, shop, priya)];
  shop.visitor({ url: "https://shop.example/nameless", title: "Nameless", address: "127.0.0.3" });
  shop.visitor({ url: "https://shop.example/known", title: "Known", address: "127.0.0.2" });
  for (const each of [desk, colleague]) await each.row("/known").waitFor();
  assert.equal(server.asked.length, 0, "off at first");
  const open = async (path: string) => desk.page.goto(`${shop.url}/console/#${path}`);
  await open("/settings/preferences");
  await desk.page.getByRole("checkbox", { name: /Host names in the visitor list/ }).check();
  await open("/");
  await desk.row(/127\.0\.0\.2\s*\(dsl-17\.provider\.example\)/).waitFor();
  await desk.page.getByRole("searchbox", { name: "Filter visitors" }).fill("provider.example");
  await desk.row("/nameless").waitFor({ state: "detached" });
  await desk.row("/known").waitFor();
  await colleague.page.getByRole("searchbox", { name: "Filter visitors" }).fill("provider.example");
  await colleague.page.getByText("Nobody matches").waitFor();

  await open("/settings/preferences");
  await desk.page.getByRole("checkbox", { name: /Host names in the visitor list/ }).uncheck();
  await open("/");
  await desk.page.getByRole("button", { name: "Show everybody" }).click();
  await desk.row("/nameless").waitFor();
  assert.doesNotMatch(await desk.row("/known").innerText(), /provider/);
});

test("V2: a server set to look up one at a time says so in the preferences", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop);
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  const wish = page.getByRole("checkbox", { name: /Host names in the visitor list.*one visitor at a time/ });
  await wish.waitFor();
  assert.equal(await wish.isDisabled(), true);
});

test("V9: a remark is set by a key, stands before the address, is found by the filter, and is one's own", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const colleague = await openConsole(t, shop, priya);
  const ada = await visit(t, shop, "/demo/tents");
  await visit(t, shop, "/demo/boots");
  await desk.row("/demo/tents").click();
  await desk.page.keyboard.press("m");
  const dialog = desk.page.getByRole("dialog", { name: /Remark on/ });
  await dialog.waitFor();
  await assertAccessible(desk.page, "the remark window");
  await desk.page.keyboard.type("wants the red one");
  await desk.page.keyboard.press("Enter");
  await desk.row("[wants the red one]").waitFor();
  assert.match((await desk.cells("/demo/tents"))[2] ?? "", /\[wants the red one\]\s*(127\.0\.0\.1|::1)/);

  await desk.page.getByRole("searchbox", { name: "Filter visitors" }).fill("RED ONE");
  await desk.row("/demo/boots").waitFor({ state: "detached" });
  await desk.row("/demo/tents").waitFor();
  await colleague.page.getByRole("searchbox", { name: "Filter visitors" }).fill("red one");
  await colleague.page.getByText("Nobody matches").waitFor();
  await colleague.page.getByRole("button", { name: "Show everybody" }).click();
  await colleague.row("/demo/tents").waitFor();
  assert.equal(await colleague.page.getByText("wants the red one").count(), 0);

  // In the chat, and in another window, as it changes.
  await ada.open();
  await ada.say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.waitFor();
  await desk.page.getByTitle("Your remark: wants the red one").waitFor();
  const second = await openConsole(t, shop, await shop.signIn("maya"));
  await second.row("/demo/tents").click({ button: "right" });
  await second.page.getByRole("menuitem", { name: /Set remark/ }).click();
  await second.page.getByRole("textbox", { name: "Remark" }).fill("");
  await second.page.getByRole("button", { name: "Set remark" }).click();
  await desk.page.getByTitle("Your remark: wants the red one").waitFor({ state: "detached" });
  await desk.page.getByText("Nobody matches").waitFor();
});

test("V10: whoever touches no window is away by itself, and back at a touch of any, or not, as preferred", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const second = await desk.page.context().newPage();
  await second.goto(`${shop.url}/console/#/settings/preferences`);
  await second.getByRole("combobox", { name: "Away by itself" }).selectOption("After 5 minutes");
  await second.getByRole("checkbox", { name: /Back by itself/ }).waitFor();
  await assertAccessible(second, "the preferences");
  // Nobody waits for five minutes here; every window follows what the server keeps.
  const prefer = (value: object) => shop.request("PUT", "/me/preferences/preferences", { value }, shop.owner.cookie);
  await prefer({ awayMinutes: 0.05 });
  const ada = await visit(t, shop, "/demo/tents");
  const status = (word: string) =>
    Promise.all(
      [desk.page, second].map((page) => page.getByRole("button", { name: `Your status: ${word}` }).waitFor()),
    );
  await status("Away");
  await ada.page.getByRole("button", { name: /Leave us a message/ }).waitFor();
  await desk.page.mouse.move(300, 300);
  await status("Online");
  await ada.page.getByRole("button", { name: /Chat with us/ }).waitFor();

  await prefer({ awayMinutes: 0.05, backByItself: false });
  await status("Away");
  await second.mouse.move(300, 300);
  await second.getByText("You are still away").first().waitFor();
  await status("Away");
  await second.getByRole("button", { name: "Your status: Away" }).click();
  await second.getByRole("menuitemradio", { name: "Online" }).click();
  await status("Online");
});

test("V9: beside a chat at 1440 pixels a remark and a long address can both be read, and whoever points at one reads all of it", async (t) => {
  const shop = await startShop(t, { config: { trustedProxies: ["127.0.0.0/8", "::1"] } });
  const address = "2001:db8:85a3:1234:5678:8a2e:370:7334";
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, "/demo/tents", { extraHTTPHeaders: { "x-forwarded-for": address } });
  await desk.row("/demo/tents").click();
  await desk.page.keyboard.press("m");
  await desk.page.keyboard.type("asked about the return of the stove");
  await desk.page.keyboard.press("Enter");
  await ada.open();
  await ada.say("Hello?");
  await desk.row("Requesting").dblclick();
  await desk.composer.waitFor();
  const row = desk.row("/demo/tents");
  const cell = row.getByRole("gridcell").nth(2);
  const [whole, remark, ip] = await Promise.all(
    [cell, cell.getByTitle("asked about the return of the stove"), cell.getByTitle(address)].map((it) =>
      it.boundingBox(),
    ),
  );
  assert.ok(whole && remark && ip);
  assert.ok(remark.width >= 55 && ip.width >= 50, `${remark.width} and ${ip.width} pixels`);
  assert.ok(remark.x + remark.width <= ip.x && ip.x + ip.width <= whole.x + whole.width, "neither is cut by the cell");
});
