import { after, type TestContext } from "node:test";
import type { Page, WebSocketRoute } from "playwright-core";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

// axe works by scripts of its own, which the console's policy rightly forbids.
const INSPECTED = { bypassCSP: true };

/** A line between the page and the server that can be taken away and given back. */
async function holdLine(page: Page): Promise<{ down(): Promise<void>; up(): void }> {
  let isDown = false;
  const ends: WebSocketRoute[] = [];
  await page.context().routeWebSocket(/\/ws\/operator$/, async (socket) => {
    if (isDown) return socket.close();
    ends.push(socket, socket.connectToServer());
  });
  await page.reload();
  await page.getByText(/^Live/).waitFor();
  return {
    async down() {
      isDown = true;
      for (const end of ends.splice(0)) await end.close();
    },
    up() {
      isDown = false;
    },
  };
}

/** Maya chats with Ada; Priya sits at a console of her own. */
async function startChat(t: TestContext) {
  const shop = await startShop(t, { config: { operatorGraceMs: 200, releaseAfterGoneMs: 1_000 } });
  const maya = await openConsole(t, shop, shop.owner, INSPECTED);
  const line = await holdLine(maya.page);
  const priya = await openConsole(t, shop, await shop.addOperator("priya", "Priya Rao"), INSPECTED);
  const ada = await visit(t, shop);
  await ada.open();
  await ada.say("Does the 2P fit two pads?");
  await maya.row("Requesting").dblclick();
  await maya.composer.waitFor();
  await maya.say("One moment, I'll look");
  await ada.log.getByText("One moment, I'll look").waitFor();
  return { maya, line, priya, ada };
}

test("V7: who comes back and has lost a chat reads why, and accepts it again; the visitor waits meanwhile", async (t) => {
  const { maya, line, priya, ada } = await startChat(t);
  await line.down();
  await priya.row("Requesting").waitFor();
  await ada.log.getByText("Maya has left the chat").waitFor();
  await ada.log.getByText("We'll be right with you").waitFor();
  line.up();
  const panel = maya.page.getByRole("tabpanel");
  const why = panel.getByText(/^You were gone for too long, so .* waits for somebody else\./);
  await why.waitFor();
  await maya.log.getByText("no longer with you: gone for too long").waitFor();
  await assertAccessible(maya.page, "a chat that was lost");
  await maya.page.reload();
  await why.waitFor();
  await panel.getByRole("button", { name: "Accept", exact: true }).click();
  await maya.say("Here I am again");
  await ada.log.getByText("Maya joined the chat").nth(1).waitFor();
  await ada.log.getByText("Here I am again").waitFor();
});

test("V7: a colleague accepts the chat of whoever is gone, and who comes back reads along", async (t) => {
  const { maya, line, priya, ada } = await startChat(t);
  await line.down();
  await priya.row("Requesting").dblclick();
  await priya.composer.waitFor();
  await priya.log.getByText("no longer with Maya Okafor: gone for too long").waitFor();
  await priya.log.getByText(/accepted by you after \d+ s$/).waitFor();
  await priya.say("Maya had to go; I'll look");
  await ada.log.getByText("Priya joined the chat").waitFor();
  line.up();
  await maya.page.getByText("Priya Rao has this chat. You are reading along.").waitFor();
  await maya.log.getByText("no longer with you: gone for too long").waitFor();
});
