import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { patientTag, plainTag } from "../../protocol/script-tag.ts";
import { closeBrowser, person } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { atEnd } from "../harness/endings.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { VisitorPage, visit } from "../harness/visitor-page.ts";

after(closeBrowser);

/** As long as the tag waits for a page. */
const PATIENCE_MS = 4_000;

test("the tags in the documentation are those that the console gives", () => {
  const widget = { url: "https://chat.example.com/widget.js", siteKey: "KEY" };
  const embedding = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  assert.ok(embedding.includes(patientTag(widget)));
  assert.ok(embedding.includes(plainTag(widget)));
  assert.ok(readme.includes(patientTag(widget)));
});

test("W1: the tag fetches the widget when the page has loaded, and its visitor can chat", async (t) => {
  const shop = await startShop(t);
  const origin = await startPages(t, shop, { "/": tagOf(shop) });
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, `${origin}/`, { allow: /favicon/ });
  await desk.row("Page /").waitFor();
  await ada.open();
  await ada.say("Better late than never");
  await desk.row("Requesting").waitFor();
  assert.equal(await ada.log.getByText("Better late than never").count(), 1);
  const { asked, loaded } = await ada.page.evaluate(() => ({
    asked: performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/widget.js"))?.startTime ?? 0,
    loaded: (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).loadEventStart,
  }));
  assert.ok(asked >= Math.min(loaded, PATIENCE_MS), `asked for after ${asked} ms, loaded after ${loaded}`);
});

test("the tag works on a page that has loaded already, and one widget comes of several tags", async (t) => {
  const shop = await startShop(t);
  const origin = await startPages(t, shop, { "/": "" });
  const ada = await visit(t, shop, `${origin}/`, { allow: /favicon/ });
  await addAsTagManager(ada.page, tagOf(shop));
  await ada.button.waitFor();
  await addAsTagManager(ada.page, tagOf(shop));
  assert.equal(await ada.page.locator('script[src$="/widget.js"]').count(), 2);
  assert.equal(await ada.page.locator("shopbell-widget").count(), 1);
});

test("the tag gives a page that never ends to load its widget all the same", async (t) => {
  const shop = await startShop(t);
  const origin = await startPages(t, shop, { "/": `<img src="/never">${tagOf(shop)}` });
  const page = await (await person(t, { allow: /favicon/ })).newPage();
  await page.goto(`${origin}/`, { waitUntil: "commit" });
  await new VisitorPage(page).button.waitFor();
  assert.equal(await page.evaluate(() => document.readyState), "interactive");
});

function tagOf(shop: Shop): string {
  return patientTag({ url: `${shop.url}/widget.js`, siteKey: shop.site.key });
}

/** A shop on an origin of its own, which is made the site's. What is at `/never` never comes. */
async function startPages(t: TestContext, shop: Shop, bodies: Record<string, string>): Promise<string> {
  const waiting: ServerResponse[] = [];
  const server = createServer(({ url = "/" }, response) => {
    if (url === "/never") return void waiting.push(response);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><title>Page ${url}</title><body><h1>Page</h1>${bodies[url] ?? ""}</body>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(t, () => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await shop.request("PATCH", `/sites/${shop.site.id}`, { name: shop.site.name, origins: [origin] }, shop.owner.cookie);
  return origin;
}

/** Puts the tag's script into a page that stands, and waits until what it fetches has run. */
async function addAsTagManager(page: Page, tag: string): Promise<void> {
  await page.evaluate(
    (script) =>
      new Promise((run) => {
        const element = document.createElement("script");
        element.text = script;
        document.addEventListener("load", run, { capture: true, once: true });
        document.body.append(element);
      }),
    tag.replaceAll(/<\/?script>/g, ""),
  );
}
