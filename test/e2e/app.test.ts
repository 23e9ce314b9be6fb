import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { must } from "../../chat/error.ts";
import { root } from "../../scripts/prepare.mjs";
import { assertAccessible, AWAY, closeBrowser, person } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { atEnd } from "../harness/endings.ts";
import { startPushService } from "../harness/push-service.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("the console can be installed: its manifest and icons are there, and the browser finds nothing missing", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop);
  const cdp = await page.context().newCDPSession(page);
  const { errors, data = "" } = await cdp.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { icons, start_url: start } = JSON.parse(data) as {
    icons: { src: string; sizes: string; purpose: string }[];
    start_url: string;
  };
  assert.equal(start, "/console/");
  for (const { src, sizes } of icons.filter(({ src }) => src.endsWith(".png"))) {
    const picture = Buffer.from(await (await fetch(`${shop.url}/console/${src}`)).arrayBuffer());
    assert.equal(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`, sizes, src);
  }
  assert.ok(icons.some(({ purpose }) => purpose === "maskable"));
  const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
  // What a test's window is: not a person's own.
  const missing = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito");
  assert.deepEqual(missing, []);
});

test("after an upgrade a reload shows the new console, and without a server a page that says so and comes back by itself", async (t) => {
  const { distFolder, build } = await ownBuild(t);
  await build("one");
  const shop = await startShop(t, { distFolder });
  const context = await person(t, AWAY);
  const page = await context.newPage();
  await page.goto(`${shop.url}/console/`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  assert.equal(await buildOf(page), "one");

  await shop.stop();
  await build("two");
  await shop.start();
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  assert.equal(await buildOf(page), "two", "the worker has kept nothing of the old one");

  await shop.stop();
  await page.reload();
  await page.getByRole("heading", { name: "Shopbell cannot be reached" }).waitFor();
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Shopbell cannot be reached" }).waitFor();
  await shop.start();
  await page.waitForFunction(() => document.querySelector("meta[name=build]") !== null);
});

test("a console that was open during an upgrade says that there is a new one, and loads it", async (t) => {
  const { distFolder, build } = await ownBuild(t);
  await build("one");
  const shop = await startShop(t, { distFolder });
  const { page } = await openConsole(t, shop, shop.owner, { bypassCSP: true, ...AWAY });
  const notice = page.getByRole("status").filter({ hasText: "There is a new version." });
  await shop.stop();
  await page.getByText(/^Reconnecting/).waitFor();
  await shop.start();
  await page.getByText(/^Live/).waitFor();
  assert.equal(await notice.count(), 0, "the same console as before");

  await shop.stop();
  await build("two");
  await shop.start();
  await notice.waitFor();
  await assertAccessible(page, "the notice of a new version");
  await notice.getByRole("button", { name: "Load new version" }).click();
  await page.getByText(/^Live/).waitFor();
  assert.equal(await buildOf(page), "two");
  assert.equal(await notice.count(), 0);
});

test("N1: a call of the server's shows a notification while the console is closed, in the operator's language", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop);
  const context = page.context();
  await context.grantPermissions(["notifications"], { origin: shop.url });
  const [registration] = await Promise.all([registrationOf(page), page.evaluate(() => navigator.serviceWorker.ready)]);
  await page.waitForFunction(() => Notification.permission === "granted");
  const cdp = await context.newCDPSession(page);
  await cdp.send("ServiceWorker.enable");
  // An open console takes away what it knows to be over.
  await page.goto(`${shop.url}/health`);
  const word = { conversation: "c1", visitor: 10_001, site: "Northwind Outdoor", language: "en" };
  const called = [
    { kind: "request", language: "de-AT", tag: "waiting-c1", title: "#10001 bittet um einen Chat" },
    { kind: "left", tag: "left-c1", title: "#10001 has left a message" },
    { kind: "transfer", language: "de", tag: "waiting-c1", title: "Der Chat mit #10001 wird Ihnen angeboten" },
    { kind: "message", tag: "message-c1", title: "#10001 has written to you" },
  ];
  // One after the other: a system shows few at a time.
  for (const { tag, title, ...more } of called) {
    await cdp.send("ServiceWorker.deliverPushMessage", {
      origin: shop.url,
      registrationId: registration,
      data: JSON.stringify({ ...word, ...more }),
    });
    assert.deepEqual(await shownBy(page, title), { tag, body: "Northwind Outdoor" });
  }
});

test("N1: the switch has this browser called when no window is open, until it is switched off or signed out", async (t) => {
  const service = await startPushService(t);
  const contact = { pushContact: "mailto:admin@northwind.example", pushServices: [service.host] };
  const shop = await startShop(t, { config: { ...contact, pushDelayMs: 20, operatorGraceMs: 20 } });
  const colleague = shop.operator(await shop.addOperator("priya", "Priya Raman"));
  await shop.until("Priya is there", () => colleague.line.state.kind === "online");
  const { page } = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  await page.context().grantPermissions(["notifications"], { origin: shop.url });
  const subscription = service.browser("/maya");
  // The browser's maker cannot be reached from a test; the rest of the way is real.
  await page.context().addInitScript((given) => {
    let current: object | null = null;
    const made = { toJSON: () => given, options: { applicationServerKey: null }, unsubscribe: async () => true };
    PushManager.prototype.getSubscription = async () => current as PushSubscription | null;
    PushManager.prototype.subscribe = async () => (current = made) as unknown as PushSubscription;
  }, subscription);
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  await page.reload();
  const box = page.getByRole("checkbox", { name: /^Call me/ });
  await box.click();
  await page.getByRole("checkbox", { name: /^Call me/, checked: true }).waitFor();
  await assertAccessible(page, "the preferences of this browser");
  await page.reload();
  await page.getByRole("checkbox", { name: /^Call me/, checked: true }).waitFor();
  await page.close();
  await shop.visitor().say("Hello?");
  await service.until("the call", () => service.calls.length === 1);
  assert.equal(service.calls[0]?.word["kind"], "request");
});

test("where the browser does not let itself be called, and where the server calls nobody, the preferences say so", async (t) => {
  const shop = await startShop(t, { config: { pushContact: "mailto:admin@northwind.example" } });
  const { page } = await openConsole(t, shop, shop.owner, { allow: /incognito/ });
  await page.context().grantPermissions(["notifications"], { origin: shop.url });
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  await page.reload();
  await page.getByRole("checkbox", { name: /^Call me/ }).click();
  await page.getByRole("alert").getByText("The browser does not let itself be called").waitFor();
  const quiet = await openConsole(t, await startShop(t));
  await quiet.page.getByRole("link", { name: "Settings" }).click();
  await quiet.page.getByRole("link", { name: "Preferences" }).click();
  await quiet.page.getByText("This server calls nobody yet").waitFor();
  assert.ok(await quiet.page.getByRole("checkbox", { name: /^Call me/ }).isDisabled());
});

/** A folder with the built console, whose builds are told apart by a name in the page. */
async function ownBuild(t: TestContext): Promise<{ distFolder: URL; build(name: string): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-dist-"));
  atEnd(t, () => rm(folder, { recursive: true, force: true }));
  await cp(`${root}dist/console`, join(folder, "console"), { recursive: true });
  const page = join(folder, "console/index.html");
  for (const end of ["gz", "br"]) await rm(`${page}.${end}`, { force: true });
  const built = await readFile(page, "utf8");
  const build = (name: string): Promise<void> =>
    writeFile(page, built.replace("<head>", `<head><meta name="build" content="${name}">`));
  return { distFolder: pathToFileURL(`${folder}/`), build };
}

function buildOf(page: Page): Promise<string | null> {
  return page.locator("meta[name=build]").getAttribute("content");
}

/** By which the browser's tools know the worker of the page's origin. */
async function registrationOf(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith("/console/"));
      if (ours !== undefined) resolve(ours.registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  return must(await found, "a registration");
}

/** The notification with this title, once it is shown; then it is closed. */
async function shownBy(page: Page, title: string): Promise<{ tag: string; body: string }> {
  return page.evaluate(async (title) => {
    const registration = await navigator.serviceWorker.getRegistration("/console/");
    const until = Date.now() + 60_000;
    for (;;) {
      const all = (await registration?.getNotifications()) ?? [];
      const shown = all.find((one) => one.title === title);
      if (shown !== undefined) {
        const { tag, body } = shown;
        shown.close();
        return { tag, body };
      }
      if (Date.now() > until)
        throw new Error(`Not “${title}” is shown, but ${all.map((one) => one.title).join(", ")}.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, title);
}
