import { after } from "node:test";
import { newId } from "../../client/id.ts";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("Saved filters: each has its live count, is chosen by its key, changed, moved and deleted, in every window", async (t) => {
  const shop = await startShop(t);
  const long = { elapsedMs: 6 * 60_000 };
  const ada = shop.visitor({ url: "https://shop.example/checkout", timeZone: "Europe/Berlin", visit: long });
  const ben = shop.visitor({ url: "https://shop.example/tents", timeZone: "Europe/Paris" });
  await shop.until("both are here", () => ada.visitor > 0 && ben.visitor > 0);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true });
  const chip = (name: RegExp) => desk.page.getByRole("group", { name: "Saved filters" }).getByRole("button", { name });
  const dialog = desk.page.getByRole("dialog");
  const make = async (name: string, fill: () => Promise<void>) => {
    await chip(/^Save a filter/).click();
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await fill();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
  };

  await make("in checkout", () => dialog.getByRole("textbox", { name: "Page: value" }).fill("checkout"));
  await chip(/^in checkout 1$/).waitFor();
  await desk.row(String(ben.visitor)).waitFor({ state: "detached" });
  await desk.row(String(ada.visitor)).waitFor();
  ben.go("https://shop.example/checkout", "Checkout");
  await chip(/^in checkout 2$/).waitFor();
  await desk.row(String(ben.visitor)).waitFor();

  await make("more than 5 minutes", async () => {
    await dialog.getByRole("combobox", { name: "What is asked" }).selectOption("Minutes on the site");
    await assertAccessible(desk.page, "the window of a filter");
  });
  await chip(/^more than 5 minutes 1$/).waitFor();
  await make("from Germany", async () => {
    await dialog.getByRole("combobox", { name: "What is asked" }).selectOption("Country");
    await dialog.getByRole("textbox", { name: "Country: value" }).fill("de");
    await dialog.getByText("Germany").waitFor();
  });
  await chip(/^from Germany 1$/).waitFor();
  await assertAccessible(desk.page, "the saved filters");
  await desk.page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  await assertAccessible(desk.page, "the saved filters, dark");

  // By key, and again for everybody.
  await desk.list.focus();
  await desk.page.keyboard.press("1");
  await desk.row(String(ben.visitor)).waitFor();
  await desk.page.keyboard.press("3");
  await desk.row(String(ben.visitor)).waitFor({ state: "detached" });
  await desk.page.keyboard.press("3");
  await desk.row(String(ben.visitor)).waitFor();

  // Another browser of the same operator has them, with their counts; what is changed here is changed there.
  const home = await openConsole(t, shop, await shop.signIn("maya"));
  const there = (name: RegExp) => home.page.getByRole("group", { name: "Saved filters" }).getByRole("button", { name });
  await there(/^in checkout 2$/).waitFor();
  await chip(/^from Germany/)
    .first()
    .click();
  await chip(/^Change the filter from Germany/).click();
  await dialog.getByRole("combobox", { name: "Country: so, or not" }).selectOption("is none of");
  await dialog.getByRole("textbox", { name: "Name" }).fill("from elsewhere");
  await dialog.getByRole("button", { name: "Save" }).click();
  await there(/^from elsewhere 1$/).waitFor();
  await chip(/^Change the filter from elsewhere/).click();
  await dialog.getByRole("button", { name: "Move left" }).click();
  await home.page.waitForFunction(() =>
    /checkout.*elsewhere.*minutes/.test(document.querySelector("[aria-label='Saved filters']")?.textContent ?? ""),
  );
  await dialog.getByRole("button", { name: "Delete" }).click();
  await there(/^from elsewhere/).waitFor({ state: "detached" });
  await desk.row(String(ada.visitor)).waitFor();
  await desk.row(String(ben.visitor)).waitFor();
});

test("Saved filters: who has chatted before is counted when a chat is over, and when the visitor is back after a restart", async (t) => {
  const shop = await startShop(t);
  const ada = shop.visitor({ url: "https://shop.example/tents" });
  const ben = shop.visitor({ url: "https://shop.example/boots" });
  await shop.until("both are here", () => ada.visitor > 0 && ben.visitor > 0);
  const desk = await openConsole(t, shop, shop.owner, { bypassCSP: true, allow: /WebSocket|Failed to load/ });
  const chip = (name: RegExp) => desk.page.getByRole("group", { name: "Saved filters" }).getByRole("button", { name });
  const dialog = desk.page.getByRole("dialog");
  for (const [name, answer] of [
    ["talked", "yes"],
    ["new", "no"],
  ] as const) {
    await chip(/^Save a filter/).click();
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("combobox", { name: "What is asked" }).selectOption("Has chatted before");
    await dialog.getByRole("combobox", { name: "Has chatted before: so, or not" }).selectOption(answer);
    await assertAccessible(desk.page, "the window of a filter by earlier chats");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
  }
  await chip(/^talked 0$/).waitFor();
  await chip(/^new 2$/).waitFor();

  const colleague = shop.operator();
  await ada.say("Hello?");
  const { id } = await shop.until("the request is here", () =>
    [...colleague.conversations.values()].find(({ status }) => status === "requesting"),
  );
  await colleague.accept(id);
  await chip(/^new 2$/).waitFor();
  await colleague.line.ask({ type: "end", id: newId(), conversation: id });
  await chip(/^talked 1$/).waitFor();
  await chip(/^new 1$/).waitFor();

  await shop.stop();
  await shop.start();
  await chip(/^talked 1$/).waitFor();
  await chip(/^new 1$/).waitFor();
  await chip(/^talked 1$/).click();
  await desk.row("/tents").waitFor();
  await desk.row("/boots").waitFor({ state: "detached" });
});
