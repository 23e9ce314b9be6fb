import assert from "node:assert/strict";
import { after } from "node:test";
import { closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit } from "../harness/visitor-page.ts";

after(closeBrowser);

test("several chats stand in tabs with unread counts, and one is popped out into its own window", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  await shop.until("the console is there", () => true);
  const [ada, ben] = [shop.visitor({ url: "https://shop.example/a" }), shop.visitor({ url: "https://shop.example/b" })];
  await ada.say("I am Ada");
  await ben.say("I am Ben");
  for (const visitor of [ada, ben]) {
    await desk.row(`${visitor.visitor}`).getByRole("button", { name: "Accept" }).click();
    await desk.page.getByRole("tab", { name: new RegExp(`${visitor.visitor}`) }).waitFor();
  }
  await desk.log.getByText("I am Ben").waitFor();
  await ada.say("Are you there?");
  const tab = desk.page.getByRole("tab", { name: new RegExp(`${ada.visitor}.*1 unread`, "s") });
  await tab.waitFor();
  await tab.click();
  await desk.log.getByText("Are you there?").waitFor();
  await desk.page.getByRole("tab", { name: /unread/ }).waitFor({ state: "detached" });

  const [popped] = await Promise.all([
    desk.page.context().waitForEvent("page"),
    desk.choose("Open in a window of its own"),
  ]);
  await popped.getByText("Are you there?").waitFor();
  await desk.page.getByText("This chat has a window of its own").waitFor();
  await popped.getByRole("textbox", { name: /^Message to/ }).fill("From the small window");
  await popped.keyboard.press("Enter");
  await shop.until("the message", () =>
    ada.messages.some(({ body }) => body.kind === "text" && body.text === "From the small window"),
  );
  await popped.close();
  await desk.log.getByText("From the small window").waitFor();
});

test("a request is found, accepted, answered and ended with the keyboard alone", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  shop.visitor({ url: "https://shop.example/other" });
  const ada = shop.visitor();
  await ada.say("Hello?");
  await desk.row("Requesting").waitFor();
  await desk.row("/other").waitFor();
  const keyboard = desk.page.keyboard;
  // From the top of the page to the list, as one tabs.
  for (let steps = 0; steps < 40; steps += 1) {
    await keyboard.press("Tab");
    if (
      await desk.page.evaluate(
        () =>
          document.activeElement?.closest('[role="grid"]') !== null &&
          document.activeElement?.closest('[role="columnheader"]') === null,
      )
    )
      break;
  }
  await keyboard.press("Home");
  await keyboard.press("Enter");
  await desk.composer.waitFor();
  await desk.page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  await keyboard.type("Hello Ada");
  await keyboard.press("Enter");
  await shop.until("the answer", () =>
    ada.messages.some(({ body }) => body.kind === "text" && body.text === "Hello Ada"),
  );
  await keyboard.press("?");
  assert.equal(await desk.composer.inputValue(), "?", "no shortcut takes a letter from somebody who writes");
  await desk.composer.fill("");
});

test("a hundred times more visitors than rows: the list holds what it shows, scrolls to the end and sorts at once", async (t) => {
  const shop = await startShop(t, { config: { socketsPerAddress: 2_000 } });
  const desk = await openConsole(t, shop);
  const crowd = Array.from({ length: 600 }, (_, index) =>
    shop.visitor({ url: `https://shop.example/${index}`, title: `Page ${String(index).padStart(3, "0")}` }),
  );
  await desk.page.getByRole("button", { name: "600 visitors" }).waitFor();
  assert.equal(await desk.list.getAttribute("aria-rowcount"), "601");
  await desk.list.getByRole("columnheader", { name: "Location" }).getByRole("button").click();
  await desk.row("Page 000").waitFor();
  assert.ok((await desk.list.getByRole("row").count()) < 150, "only what is in view, and a margin");
  await desk.row("Page 001").click();
  await desk.page.keyboard.press("End");
  await desk.row("Page 599").waitFor();
  await desk.list.getByRole("columnheader", { name: "Location" }).getByRole("button").click();
  await desk.page.keyboard.press("Home");
  await desk.row("Page 599").waitFor();
  assert.ok((await desk.list.getByRole("row").count()) < 150);
  for (const visitor of crowd) visitor.leave();
});

test("who signs out everywhere is signed out in every window at once", async (t) => {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop, shop.owner, { allow: /401/ });
  await shop.request("DELETE", "/sessions", undefined, shop.owner.cookie);
  await desk.page.getByRole("button", { name: "Sign in" }).waitFor();
});

test("a visitor without a mouse opens the panel, writes, and finds the focus back on the button", async (t) => {
  const shop = await startShop(t);
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const ada = await visit(t, shop, "/demo/tents");
  await ada.button.focus();
  await ada.page.keyboard.press("Enter");
  await ada.composer.waitFor();
  await ada.page.keyboard.type("Typed without a mouse");
  await ada.page.keyboard.press("Enter");
  await ada.log.getByText("Typed without a mouse").waitFor();
  await ada.page.keyboard.press("Escape");
  await ada.composer.waitFor({ state: "hidden" });
  await ada.page.keyboard.press("Enter");
  await ada.composer.waitFor();
});
