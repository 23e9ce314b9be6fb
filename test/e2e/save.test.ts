import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after } from "node:test";
import type { SimulatedVisitor } from "../../bench/simulated-visitor.ts";
import { closeBrowser } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

const EVIL = `<img src=x onerror="document.title='caught'"><script>document.title="caught"</script> & "quoted"`;

/** A chat in which text, HTML and an image have been sent. */
async function startChat(desk: ConsolePage, shop: Shop): Promise<SimulatedVisitor> {
  const ada = shop.visitor({ url: "https://shop.example/tents", title: "Tents" });
  await ada.say(`Look: ${EVIL}`);
  await desk.row("Requesting").dblclick();
  await desk.say("Hello, see https://shop.example/boots");
  await desk.page.getByLabel("as HTML").check();
  await desk.say('<h1>Big</h1><b>bold</b><img src="https://shop.example/a.png" alt="a tent">');
  await desk.log.getByText("bold").waitFor();
  await desk.page.getByLabel("as HTML").uncheck();
  return ada;
}

/** Chooses what is saved, in the preferences, and comes back. */
async function prefer(desk: ConsolePage, shop: Shop, format: string, place?: string): Promise<void> {
  await desk.page.goto(`${shop.url}/console/#/settings/saving`);
  await desk.page.getByLabel("Format").selectOption(format);
  if (place !== undefined) await desk.page.getByLabel("Where").selectOption(place);
}

async function download(desk: ConsolePage): Promise<{ name: string; content: string; path: string }> {
  const [file] = await Promise.all([desk.page.waitForEvent("download"), desk.choose("Save the chat")]);
  const path = await file.path();
  return { name: file.suggestedFilename(), content: await readFile(path, "utf8"), path };
}

test("C7: a chat is downloaded as text and as JSON", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { allow: /shop\.example/ });
  await startChat(desk, shop);
  await prefer(desk, shop, "text", "download");
  const text = await download(desk);
  assert.match(text.name, /^\d{4}-\d\d-\d\d \d\d-\d\d .?\d+\.txt$/);
  assert.ok(text.content.includes(`: Look: ${EVIL}\n`), text.content);
  assert.match(text.content, /Maya Okafor: Hello, see https:\/\/shop\.example\/boots\n/);
  assert.match(text.content, /Northwind Outdoor · .+\d{4}/, "the day is a date, not today");

  await prefer(desk, shop, "json");
  const json = await download(desk);
  const { format, messages } = JSON.parse(json.content) as { format: string; messages: { body: { text?: string } }[] };
  assert.equal(format, "shopbell-chat");
  assert.ok(messages.some(({ body }) => body.text === `Look: ${EVIL}`));
});

test("C7: as HTML it is one file that looks like the chat, loads nothing and runs nothing", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { allow: /shop\.example/ });
  await startChat(desk, shop);
  await prefer(desk, shop, "html", "download");
  const { content } = await download(desk);
  const page = await desk.page.context().newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.route("https://saved.example/", (route) => route.fulfill({ contentType: "text/html", body: content }));
  await page.goto("https://saved.example/");
  await page.getByText(`Look: ${EVIL}`).waitFor();
  assert.equal(await page.getByText("bold").evaluate((element) => element.tagName), "B");
  assert.equal(await page.getByRole("link", { name: "a tent" }).getAttribute("href"), "https://shop.example/a.png");
  assert.equal(await page.locator("img, script, link, iframe").count(), 0);
  assert.match(await page.title(), /^Chat with #\d+$/);
  assert.deepEqual(asked, ["https://saved.example/"], "nothing is fetched when it is opened");
  const own = await page
    .locator(".own")
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  assert.equal(own, "rgb(15, 107, 92)", "it has its style");
});

test("C7: the directory is chosen once, remembered through a reload, and then one press saves", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { allow: /shop\.example/ });
  // The browser's own dialog cannot be pressed by a program; the directory behind it is a real one, of the page's own.
  await desk.page.addInitScript(() => {
    const picker = async () => {
      sessionStorage.setItem("asked", `${Number(sessionStorage.getItem("asked")) + 1}`);
      return (await navigator.storage.getDirectory()).getDirectoryHandle("Chats", { create: true });
    };
    Object.defineProperty(globalThis, "showDirectoryPicker", { value: picker });
  });
  await desk.page.reload();
  const ada = await startChat(desk, shop);
  const save = async () => {
    await desk.choose("Save the chat");
    await desk.page
      .getByText(/^Saved as .+ in Chats\.$/)
      .first()
      .waitFor();
  };
  await save();
  await desk.page.reload();
  await desk.log.getByText("bold").waitFor();
  await desk.say("One thing more");
  await desk.log.getByText("One thing more").waitFor();
  const last = (): unknown => ada.messages.at(-1)?.body;
  await shop.until("the message", () => JSON.stringify(last())?.includes("One thing more"));
  await desk.log.getByRole("img", { name: "Waiting to be sent" }).waitFor({ state: "detached" });
  await desk.composer.press("Alt+k");
  await desk.page
    .getByText(/^Saved as/)
    .first()
    .waitFor();
  const files = await desk.page.evaluate(async () => {
    const chats = await (await navigator.storage.getDirectory()).getDirectoryHandle("Chats");
    const found: string[] = [];
    for await (const [, file] of chats as unknown as AsyncIterable<[string, FileSystemFileHandle]>)
      found.push(await (await file.getFile()).text());
    return found;
  });
  assert.equal(files.length, 1, "the same chat is the same file");
  assert.match(files[0] ?? "", /One thing more/);
  assert.equal(await desk.page.evaluate(() => sessionStorage.getItem("asked")), "1");
});
