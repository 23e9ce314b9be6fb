import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { must } from "../../chat/error.ts";
import { assertAccessible, closeBrowser, untilTrue } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { heardOn, putEarsOn, untilHeard } from "../harness/ears.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

/** A console whose operator has pressed something in it, as browsers want before they let it sound. */
async function desk(t: TestContext, shop: Shop): Promise<ConsolePage> {
  const desk = await openConsole(t, shop);
  await desk.page.context().grantPermissions(["notifications"]);
  await putEarsOn(desk.page);
  await press(desk.page);
  return desk;
}

async function press(page: Page): Promise<void> {
  await page.getByText(/^Live/).click();
}

/** One more window of the same operator in the same browser. */
async function anotherWindow(page: Page): Promise<Page> {
  const window = await page.context().newPage();
  await window.goto(page.url());
  await putEarsOn(window);
  await press(window);
  return window;
}

/** Waits until exactly this stands on the desktop; a second window's may just be taking its place. */
async function untilPopup(page: Page, wanted: { title: string; body: string; actions: string[] }): Promise<void> {
  await untilTrue(
    page,
    async (text) => {
      const shown = (await (await navigator.serviceWorker.getRegistration())?.getNotifications()) ?? [];
      const told = shown.map((popup) => {
        const { actions } = popup as Notification & { actions: { action: string }[] };
        return { title: popup.title, body: popup.body, actions: actions.map(({ action }) => action) };
      });
      return JSON.stringify(told) === text;
    },
    JSON.stringify([wanted]),
  );
}

/** Waits until the desktop's notifications have these titles. */
async function untilPopups(page: Page, ...titles: string[]): Promise<void> {
  await untilTrue(
    page,
    async (wanted) => {
      const shown = (await (await navigator.serviceWorker.getRegistration())?.getNotifications()) ?? [];
      return shown.map(({ title }) => title).join() === wanted;
    },
    titles.join(),
  );
}

/** A press on a button of the one notification, as the system tells the worker of it. */
async function pressOnPopup(page: Page, action: string): Promise<void> {
  // The browser stops a worker that has nothing to do; a system would start it again.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.postMessage("wake"));
  const worker = must(page.context().serviceWorkers().at(-1), "a worker for notifications");
  await worker.evaluate(async (pressed) => {
    const scope = globalThis as unknown as EventTarget & { registration: ServiceWorkerRegistration };
    const Event = Reflect.get(globalThis, "NotificationEvent") as new (type: string, init: object) => Event;
    const [notification] = await scope.registration.getNotifications();
    if (notification === undefined) throw new Error("There is no notification to press on.");
    scope.dispatchEvent(new Event("notificationclick", { notification, action: pressed }));
  }, action);
}

const icon = (page: Page) => page.locator('link[rel="icon"]').getAttribute("href");
const untilTitle = (page: Page, text: string) => page.waitForFunction((part) => document.title.includes(part), text);

test("N1: a request rings in one of two windows, goes on in the other when that is closed, and stops when a colleague answers", async (t) => {
  const shop = await startShop(t);
  const first = (await desk(t, shop)).page;
  const second = await anotherWindow(first);
  const colleague = shop.operator(await shop.addOperator("jonas", "Jonas Weber"));
  const ada = shop.visitor();
  await ada.say("Is anybody there?");
  await untilHeard(first, ({ strikes, ringing }) => strikes > 0 && ringing === 1);
  await second.getByRole("button", { name: /^Silence: Chat request/ }).waitFor();
  assert.deepEqual((await heardOn(second)).begun, [], "the other window is silent");

  await first.close();
  await untilHeard(second, ({ strikes, ringing }) => strikes > 0 && ringing === 1);
  await colleague.accept(must(ada.conversation?.id, "a conversation"));
  await untilHeard(second, ({ ringing }) => ringing === 0);
  await second.getByRole("button", { name: /^Silence/ }).waitFor({ state: "detached" });
});

test("N1: a request stops ringing when its visitor has left", async (t) => {
  const shop = await startShop(t, { config: { graceMs: 100, missAfterGoneMs: 1_000 } });
  const { page } = await desk(t, shop);
  const ada = shop.visitor();
  await ada.say("Hello?");
  await untilHeard(page, ({ ringing }) => ringing === 1);
  await untilTitle(page, `Chat request from #${ada.visitor}`);
  ada.line.stop();
  await untilHeard(page, ({ ringing }) => ringing === 0);
  await untilTitle(page, "visitors");
});

test("N1: what is dismissed is silent in all of the operator's windows, and the next request rings again", async (t) => {
  const shop = await startShop(t);
  const { page } = await desk(t, shop);
  const other = await anotherWindow(page);
  const ada = shop.visitor();
  await ada.say("Hello?");
  await untilHeard(page, ({ ringing }) => ringing === 1);
  await other.getByRole("button", { name: /^Silence/ }).click();
  await untilHeard(page, ({ ringing }) => ringing === 0);
  await page.getByRole("button", { name: /^Silence/ }).waitFor({ state: "detached" });
  await page.reload();
  await page.getByText(/^Live/).click();
  const ben = shop.visitor();
  await ben.say("And I?");
  await page.getByRole("button", { name: `Silence: Chat request from #${ben.visitor}`, exact: true }).waitFor();
  await untilHeard(other, ({ ringing }) => ringing === 1);
});

test("N1: a tab whose timers have all stopped rings for a request, and rings again and again", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop);
  // Worse than what a browser does to a tab that was idle for an hour: there a timer comes once a minute.
  await page.addInitScript(() => {
    const { setTimeout: later, setInterval: often } = globalThis;
    const unless = (act: unknown) => () => {
      if (document.documentElement.dataset["idle"] === undefined && typeof act === "function") act();
    };
    Reflect.set(globalThis, "setTimeout", (act: unknown, ms: number) => later(unless(act), ms));
    Reflect.set(globalThis, "setInterval", (act: unknown, ms: number) => often(unless(act), ms));
    Reflect.set(globalThis, "requestAnimationFrame", (act: (at: number) => void) => later(unless(act), 16));
  });
  await putEarsOn(page);
  await press(page);
  const colleague = shop.operator(await shop.addOperator("jonas", "Jonas Weber"));
  const ada = shop.visitor();
  await shop.until("the visitor", () => ada.visitor !== 0);
  await page.evaluate(() => (document.documentElement.dataset["idle"] = "yes"));
  await ada.say("Hello?");
  const heard = async (look: (ears: Awaited<ReturnType<typeof heardOn>>) => boolean) => {
    while (!look(await heardOn(page))) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  await heard(({ strikes }) => strikes >= 3);
  assert.match(await page.title(), /Chat request from/);
  await colleague.accept(must(ada.conversation?.id, "a conversation"));
  await heard(({ ringing }) => ringing === 0);
});

test("N1: a browser that lets no sound through is found out, and the button in the console mends it", async (t) => {
  const shop = await startShop(t);
  const { page } = await openConsole(t, shop);
  await putEarsOn(page);
  const ada = shop.visitor();
  await ada.say("Hello?");
  // What cannot be heard can be seen.
  await page.getByRole("button", { name: /^Silence: Chat request/ }).waitFor();
  await page.getByText("The browser blocks sound.").waitFor();
  assert.deepEqual((await heardOn(page)).begun, []);
  await page.getByRole("button", { name: "Turn on sound" }).click();
  await untilHeard(page, ({ strikes }) => strikes > 0);
  await page.getByText("The browser blocks sound.").waitFor({ state: "detached" });
});

test("N1: a popup has Accept, which starts the chat, and goes when somebody answers", async (t) => {
  const shop = await startShop(t);
  const { page, log } = await desk(t, shop);
  await anotherWindow(page);
  const ada = shop.visitor();
  await ada.say("Do you ship to Norway?");
  const title = `Chat request from #${ada.visitor}`;
  await untilPopup(page, { title, body: "Northwind Outdoor", actions: ["accept", "dismiss"] });
  await pressOnPopup(page, "accept");
  await shop.until("the operator", () => ada.conversation?.status === "open");
  await log.getByText("Do you ship to Norway?").waitFor();
  await untilPopups(page);
  await untilHeard(page, ({ ringing }) => ringing === 0);
});

test("N1: Dismiss on a popup silences the request for this operator", async (t) => {
  const shop = await startShop(t);
  const { page } = await desk(t, shop);
  const ada = shop.visitor();
  await ada.say("Hello?");
  await untilPopups(page, `Chat request from #${ada.visitor}`);
  await untilHeard(page, ({ ringing }) => ringing === 1);
  await pressOnPopup(page, "dismiss");
  await untilHeard(page, ({ ringing }) => ringing === 0);
  await untilPopups(page);
  assert.equal(ada.conversation?.status, "requesting");
});

test("N1: title, icon and badge flash with the number that wait, and are as before when all are answered", async (t) => {
  const shop = await startShop(t);
  const { page } = await desk(t, shop);
  await page.evaluate(() => {
    navigator.setAppBadge = async (count) => void (document.body.dataset["badge"] = String(count));
    navigator.clearAppBadge = async () => void delete document.body.dataset["badge"];
  });
  const resting = await icon(page);
  const colleague = shop.operator(await shop.addOperator("jonas", "Jonas Weber"));
  const visitors = [shop.visitor(), shop.visitor()];
  for (const visitor of visitors) await visitor.say("Hello?");
  await untilTitle(page, "(2) Chat request from");
  await untilTitle(page, "visitors");
  await untilTitle(page, "(2) Chat request from");
  assert.match((await icon(page)) ?? "", /^data:image\/svg\+xml,.*%3E2%3C%2Ftext/);
  await page.locator('body[data-badge="2"]').waitFor();
  for (const { conversation } of visitors) await colleague.accept(must(conversation?.id, "a conversation"));
  await page.locator("body:not([data-badge])").waitFor();
  await untilTitle(page, "visitors");
  assert.equal(new URL((await icon(page)) ?? "", shop.url).href, new URL(resting ?? "", shop.url).href);
});

test("N1: sound, popup and flash of each kind are switched in Preferences, General, and stay so", async (t) => {
  const shop = await startShop(t);
  const { page } = await desk(t, shop);
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  await page.getByRole("heading", { name: "General" }).waitFor();
  await page.getByRole("checkbox", { name: "Chat request: sound" }).uncheck();
  await page.getByRole("checkbox", { name: "Chat request: flash icon" }).uncheck();
  await page.reload();
  await press(page);
  await page.getByRole("checkbox", { name: "Chat request: popup" }).and(page.locator(":checked")).waitFor();
  await page.getByRole("checkbox", { name: "Chat request: sound" }).and(page.locator(":not(:checked)")).waitFor();
  await assertAccessible(page, "the preferences");
  const ada = shop.visitor();
  await ada.say("Hello?");
  await untilPopups(page, `Chat request from #${ada.visitor}`);
  assert.doesNotMatch(await page.title(), /Chat request/);
  assert.deepEqual((await heardOn(page)).begun, []);
  // And at once when they are changed.
  await page.getByRole("checkbox", { name: "Chat request: sound" }).check();
  await untilHeard(page, ({ ringing }) => ringing === 1);
  await page.getByRole("checkbox", { name: "Chat request: popup" }).uncheck();
  await untilPopups(page);
});

test("N1: an accepted invitation has an alert of its own", async (t) => {
  const shop = await startShop(t);
  const { page, row } = await desk(t, shop).then((desk) => ({ page: desk.page, row: desk.row.bind(desk) }));
  const ada = await visit(t, shop, "/demo/tents");
  await row("/demo/tents").click();
  await page.keyboard.press("r");
  await page
    .getByRole("dialog", { name: /Request a chat/ })
    .getByRole("textbox")
    .press("Enter");
  await ada.page.getByRole("button", { name: "Chat now" }).click();
  await untilTitle(page, "accepted your invitation");
  await page.getByRole("button", { name: /^Silence: .* accepted your invitation/ }).waitFor();
  await untilTrue(
    page,
    async (end) => {
      const shown = (await (await navigator.serviceWorker.getRegistration())?.getNotifications()) ?? [];
      return shown.length === 1 && shown[0]?.title.endsWith(end) === true;
    },
    "accepted your invitation",
  );
  await untilHeard(page, ({ ringing, strikes }) => ringing === 1 && strikes > 0);
});

test("N1: Test my alerts plays, pops up, flashes, and says what came of each", async (t) => {
  const shop = await startShop(t);
  const { page } = await desk(t, shop);
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  await page.getByRole("checkbox", { name: "Chat request: flash icon" }).uncheck();
  await page.getByRole("button", { name: "Test my alerts" }).click();
  for (const sentence of ["Sound: played.", "Popup: shown.", "Flash icon: switched off for chat requests."])
    await page.getByText(sentence).waitFor();
  await untilHeard(page, ({ strikes }) => strikes > 0);
  await untilPopups(page, "A test of your alerts");
  await untilPopups(page);
});

test("N2: a message sounds once, in one window, unless its chat's sound is turned off", async (t) => {
  const shop = await startShop(t);
  const console = await desk(t, shop);
  const { page } = console;
  const other = await anotherWindow(page);
  const [ada, ben] = [shop.visitor({ url: "https://shop.example/a" }), shop.visitor({ url: "https://shop.example/b" })];
  for (const [visitor, text] of [
    [ada, "I am Ada"],
    [ben, "I am Ben"],
  ] as const) {
    await visitor.say(text);
    await console.row(`${visitor.visitor}`).getByRole("button", { name: "Accept" }).click();
    await console.log.getByText(text).waitFor();
  }
  await untilHeard(page, ({ ringing }) => ringing === 0);
  const sounded = async () => (await heardOn(page)).begun.filter(({ repeats }) => !repeats).length;
  assert.equal(await sounded(), 0, "what is read while a chat opens is no news");

  await ada.say("Are you there?");
  await untilHeard(page, ({ begun }) => begun.filter(({ repeats }) => !repeats).length === 1);
  await page.getByRole("tab", { name: new RegExp(`${ada.visitor}`) }).click();
  await console.log.getByText("Are you there?").waitFor();
  const panel = page.getByRole("tabpanel", { name: new RegExp(`${ada.visitor}`) });
  await panel.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Sound on message receive", checked: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "Sound on message receive", checked: false }).waitFor();
  await page.keyboard.press("Escape");
  await panel.getByRole("img", { name: "This chat’s messages make no sound" }).waitFor();
  await ada.say("Silently");
  await console.log.getByText("Silently").waitFor();
  // The other chat has kept its sound; by the time it is heard, the silent one would have been.
  await ben.say("Aloud");
  await untilHeard(page, ({ begun }) => begun.filter(({ repeats }) => !repeats).length >= 2);
  assert.equal(await sounded(), 2);
  assert.deepEqual((await heardOn(other)).begun, []);
});

test("N2: the sound of a message is chosen among at least six, or is the operator's own file", async (t) => {
  const shop = await startShop(t);
  const { page } = await desk(t, shop);
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  const sounds = page.getByRole("combobox", { name: "Message: which sound" });
  const listen = page.getByRole("button", { name: "Listen: Message" });
  await sounds.waitFor();
  const names = await sounds.getByRole("option").allTextContents();
  assert.ok(names.length >= 6, names.join());
  await sounds.selectOption({ label: "Shop bell" });
  await listen.click();
  await untilHeard(page, ({ begun }) => (begun.at(-1)?.seconds ?? 0) > 3);

  const file = page.getByLabel("Your own sound");
  await file.setInputFiles({ name: "notes.wav", mimeType: "audio/wav", buffer: Buffer.from("not a sound at all") });
  await page.getByText("The browser cannot play this file as sound.").waitFor();
  await file.setInputFiles({ name: "opera.wav", mimeType: "audio/wav", buffer: Buffer.alloc(1_000_001) });
  await page.getByText("This file is larger than 1 MB.").waitFor();
  await file.setInputFiles({ name: "long.wav", mimeType: "audio/wav", buffer: wav(16) });
  await page.getByText("This sound is longer than 15 seconds.").waitFor();
  await file.setInputFiles({ name: "dog.wav", mimeType: "audio/wav", buffer: wav(0.75) });
  await sounds.selectOption({ label: "My own: dog.wav" });

  await page.reload();
  await press(page);
  await sounds.getByRole("option", { name: "My own: dog.wav" }).waitFor({ state: "attached" });
  await listen.click();
  await untilHeard(page, ({ begun, strikes }) => strikes > 0 && Math.abs((begun.at(-1)?.seconds ?? 0) - 0.75) < 0.01);
});

test("N2: an administrator's sound can be chosen by every operator, and rings as the bell when it is taken out", async (t) => {
  const shop = await startShop(t);
  const admin = (await openConsole(t, shop, shop.owner, { bypassCSP: true })).page;
  await admin.goto(`${shop.url}/console/#/settings/sounds`);
  await admin.getByText("No sounds have been added yet").waitFor();
  const file = admin.locator("input[type=file]");
  await file.setInputFiles({ name: "notes.wav", mimeType: "audio/wav", buffer: Buffer.from("not a sound at all") });
  await admin.getByText("The browser cannot play this file as sound.").waitFor();
  await file.setInputFiles({ name: "Gong.wav", mimeType: "audio/wav", buffer: wav(0.75) });
  await admin.getByRole("button", { name: "Remove Gong" }).waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await admin.emulateMedia({ colorScheme });
    await assertAccessible(admin, `the sounds, ${colorScheme}`);
  }

  const { page } = await openConsole(t, shop, await shop.addOperator("priya", "Priya Rao"));
  await putEarsOn(page);
  await press(page);
  await page.goto(`${shop.url}/console/#/settings/preferences`);
  const sounds = page.getByRole("combobox", { name: "Chat request: which sound" });
  await sounds.getByRole("option", { name: "Gong" }).waitFor({ state: "attached" });
  await sounds.selectOption("Gong");
  await page.getByRole("button", { name: "Listen: Chat request" }).click();
  await untilHeard(page, ({ begun, strikes }) => strikes > 0 && Math.abs((begun.at(-1)?.seconds ?? 0) - 0.75) < 0.01);

  await admin.getByRole("button", { name: "Remove Gong" }).click();
  await admin.getByRole("button", { name: "Really delete" }).click();
  await sounds.getByRole("option", { name: "Gong" }).waitFor({ state: "detached" });
  await shop.visitor().say("Hello?");
  await untilHeard(page, ({ ringing, begun }) => ringing === 1 && (begun.at(-1)?.seconds ?? 0) > 3);
});

/** A tone of so many seconds as a WAV file, 16 bits, one channel. */
function wav(seconds: number): Buffer {
  const rate = 8_000;
  const samples = Int16Array.from({ length: seconds * rate }, (_, index) => 20_000 * Math.sin(index / 3));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}
