import assert from "node:assert/strict";
import { after } from "node:test";
import { closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

test("V8: two operators accept one request at the same moment; one gets the chat, the other is told who", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const desks = [await openConsole(t, shop), await openConsole(t, shop, priya)] as const;
  const ada = await visit(t, shop, "/demo/tents");
  await ada.open();
  await ada.say("Hello?");
  const buttons = desks.map((desk) => desk.row("Requesting").getByRole("button", { name: "Accept" }));
  await Promise.all(buttons.map((button) => button.waitFor()));
  await Promise.allSettled(buttons.map((button) => button.click({ timeout: 5_000 })));
  await ada.page.getByText(/(Maya|Priya) joined the chat/).waitFor();
  const winner = (await ada.page.getByText("Maya joined the chat").count()) > 0 ? 0 : 1;
  const name = winner === 0 ? "Maya Okafor" : "Priya Rao";
  await desks[winner].composer.waitFor();
  const loser = desks[1 - winner];
  assert.ok(loser);
  await loser.row("Chatting").getByText(name).waitFor();
  assert.equal(await loser.composer.count(), 0);
  assert.equal(await ada.page.getByText(/joined the chat/).count(), 1);
});
