import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after } from "node:test";
import { must } from "../../chat/error.ts";
import { closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { atEnd } from "../harness/endings.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

const PAGE = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
const LINES = must(
  /<script>\s+addEventListener\("load"[^`]*<\/script>/.exec(PAGE),
  "the lines in docs/embedding.md",
)[0];

test("W1: a page that adds the script when it has loaded, by the lines of the documentation, has the widget", async (t) => {
  const shop = await startShop(t);
  const lines = LINES.replace("https://chat.example.com", shop.url).replace("KEY", shop.site.key);
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Later</title><body><h1>Later</h1>${lines}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(t, () => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await shop.request("PATCH", `/sites/${shop.site.id}`, { name: shop.site.name, origins: [origin] }, shop.owner.cookie);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, `${origin}/`, { allow: /favicon/ });
  await desk.row("Later").waitFor();
  await ada.open();
  await ada.say("Better late than never");
  await desk.row("Requesting").waitFor();
  assert.equal(await ada.log.getByText("Better late than never").count(), 1);
});
