import assert from "node:assert/strict";
import { after } from "node:test";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("V7: the menu of a visitor has an entry for everything that is possible, each with its key, and works by keys alone", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const colleague = shop.operator(priya);
  const ada = shop.visitor({ url: "https://shop.example/tents" });
  await ada.say("Hello?");
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const row = desk.row(String(ada.visitor));
  const keys = desk.page.keyboard;
  const entries = async () => {
    await desk.page.getByRole("menu", { name: /^Visitor/ }).waitFor();
    return desk.page.getByRole("menuitem").allInnerTexts();
  };
  // By the mouse, on a request.
  await row.getByText("Requesting").waitFor();
  await row.click({ button: "right" });
  const asked = (await entries()).map((text) => text.replaceAll(/\s+/g, " ").trim());
  assert.deepEqual(asked.slice(0, 3), ["Accept A", "Page trail and past chats… I", "Set remark… M"]);
  await assertAccessible(desk.page, "a visitor's menu");
  await keys.press("Escape");

  // A colleague has the chat: it can be taken over, or joined.
  await shop.until("the request", () => ada.conversation !== undefined);
  await colleague.accept(ada.conversation?.id ?? "");
  await row.getByText("Chatting").waitFor();
  // The pointer rests where the menu opens; the first entry is chosen all the same.
  await row.hover();
  await desk.list.focus();
  await keys.press("Home");
  await keys.press("Shift+F10");
  const chatting = (await entries()).map((text) => text.replaceAll(/\s+/g, " ").trim());
  for (const entry of ["Open chat O", "Take over T", "Join the chat J"])
    assert.ok(chatting.includes(entry), chatting.join());
  await desk.page.waitForFunction(() => document.activeElement?.textContent.startsWith("Open chat") === true);
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await desk.log.waitFor();
  await row.getByText("Maya Okafor").waitFor();

  // Now it is one's own: to be handed on, and a page to be pushed.
  await desk.list.focus();
  await keys.press("Shift+F10");
  const own = (await entries()).map((text) => text.replaceAll(/\s+/g, " ").trim());
  for (const entry of ["Transfer to… X", "Push a page… U"]) assert.ok(own.includes(entry), own.join());
  await keys.press("Escape");
  await keys.press("u");
  const address = await desk.page.getByRole("textbox", { name: /^Address of/ }).elementHandle();
  // It takes the focus when it has been placed, and would take it from what comes next.
  await desk.page.waitForFunction((box) => document.activeElement === box, address);

  // A key and the text behind it: no letter is lost.
  await desk.list.focus();
  await keys.type("mwants the red one");
  const remark = desk.page.getByRole("textbox", { name: "Remark" });
  await remark.waitFor();
  assert.equal(await remark.inputValue(), "wants the red one");
  await keys.press("Enter");
  await row.getByText("[wants the red one]").waitFor();
});

test("V7 V9: a finger that rests on a row opens its menu, and the remark is set from there", async (t) => {
  const shop = await startShop(t);
  const ada = shop.visitor({ url: "https://shop.example/tents" });
  await shop.until("Ada is here", () => ada.visitor > 0);
  const desk = await openConsole(t, shop, shop.owner, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 1400, height: 700 },
  });
  const row = desk.row("/tents");
  const box = await row.boundingBox();
  assert.ok(box);
  const finger = await desk.page.context().newCDPSession(desk.page);
  const touchPoints = [{ x: box.x + 120, y: box.y + 15 }];
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await desk.page.getByRole("menu", { name: /^Visitor/ }).waitFor();
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  const entry = desk.page.getByRole("menuitem", { name: /Set remark/ });
  await entry.waitFor();
  await entry.tap();
  await desk.page.getByRole("textbox", { name: "Remark" }).fill("by hand");
  await desk.page.getByRole("button", { name: "Set remark" }).tap();
  await row.getByText("[by hand]").waitFor();
});

test("The visitor's panel shows the pages of the visit, how they came, and what the site's script says, from the list and from a chat", async (t) => {
  const shop = await startShop(t);
  const ada = shop.visitor({
    url: "https://shop.example/?utm_source=news&utm_campaign=spring",
    title: "Home",
    timeZone: "Europe/Berlin",
  });
  await shop.until("Ada is here", () => ada.visitor > 0);
  ada.line.tell({ type: "about", name: "Ada", email: "ada@mail.example", attributes: { plan: "gold <b>" } });
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  await desk.row("Ada").click();
  await desk.page.keyboard.press("i");
  const panel = desk.page.getByRole("dialog", { name: "Visitor Ada" });
  await panel.getByRole("link", { name: "Home" }).waitFor();
  ada.go("https://shop.example/tents", "Tents");
  await panel.getByRole("link", { name: "Tents" }).waitFor();
  assert.deepEqual(await panel.getByRole("region", { name: "Page trail" }).getByRole("link").allInnerTexts(), [
    "Tents",
    "Home",
  ]);
  for (const fact of ["ada@mail.example", "gold <b>", "news", "spring", /Europe\/Berlin/, /Germany, guessed/]) {
    await panel.getByText(fact).first().waitFor();
  }
  await panel
    .getByText("No past chats")
    .or(panel.getByRole("heading", { name: "Past chats" }))
    .first()
    .waitFor();
  await assertAccessible(desk.page, "the visitor's panel");
  await desk.page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  await assertAccessible(desk.page, "the visitor's panel, dark");
  await desk.page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await desk.page.getByRole("searchbox", { name: "Filter visitors" }).fill("gold");
  await desk.row("Ada").waitFor();

  await ada.say("Hello");
  await desk.row("Ada").getByRole("button", { name: "Accept" }).click();
  await desk.page.getByRole("button", { name: /^About the visitor/ }).click();
  await panel.getByRole("link", { name: "Tents" }).waitFor();
});
