import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { newId } from "../../client/id.ts";
import { closeBrowser, person } from "../harness/browser.ts";
import { PASSWORD, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("C9: the operator's whole main job without the mouse, the focus never lost", async (t) => {
  const shop = await startShop(t);
  const shared = { kind: "message", shared: true, folder: "", title: "Greeting", text: "How can I help you?" };
  await shop.request("POST", "/canned", { items: [shared] }, shop.owner.cookie);
  const priya = shop.operator(await shop.addOperator("priya", "Priya Raman"));
  await shop.until("Priya is there", () => priya.line.state.kind === "online");
  const context = await person(t);
  const page = await context.newPage();
  const { keyboard } = page;
  // Not the notices, which are dialogs that nobody has to answer.
  const dialog = page.locator("[role=dialog]:not([data-type])");
  const gone = (): Promise<void> => dialog.waitFor({ state: "detached" });

  // Signing in.
  await page.goto(`${shop.url}/console/`);
  await focusOn(page, "textbox: Operator ID");
  await keyboard.type("maya");
  await keyboard.press("Tab");
  await focusOn(page, "password: Password");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await focusOn(page, "grid: Visitors");

  // Seeing a visitor, finding them by the filter, and asking them for a chat.
  let invitation = "";
  const ada = shop.visitor({
    url: "https://shop.example/tents",
    title: "Tents",
    onFrame: (frame) => frame.type === "invitation" && (invitation = frame.invitation.id),
  });
  const row = page.getByRole("grid", { name: "Visitors" }).getByRole("row").filter({ hasText: "Tents" });
  await row.waitFor();
  await keyboard.press("/");
  await focusOn(page, "searchbox: Filter visitors");
  await keyboard.type("tents");
  await keyboard.press("ArrowDown");
  await focusOn(page, "grid: Visitors");
  await keyboard.press("Home");
  await keyboard.press("Shift+F10");
  await focusOn(page, /^menuitem: Request chat/);
  await keyboard.press("Enter");
  await focusOn(page, /^textbox: /);
  await keyboard.press("Enter");
  await gone();
  await focusOn(page, "grid: Visitors");
  await shop.until("the invitation", () => invitation !== "");
  await ada.line.ask({ type: "invitation", id: newId(), invitation, answer: "accepted" });

  // Accepting and writing.
  await row.getByText("Requesting").waitFor();
  await keyboard.press("Enter");
  await focusOn(page, /^textbox: Message to/);
  const heard = (text: string): Promise<unknown> =>
    shop.until(text, () => ada.messages.some(({ body }) => JSON.stringify(body).includes(text)));
  await keyboard.type("Hello Ada");
  await keyboard.press("Enter");
  await heard("Hello Ada");
  await focusOn(page, /^textbox: Message to/);

  // A canned message.
  await keyboard.type("/gree");
  await page.getByRole("option", { name: /Greeting/ }).waitFor();
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await heard("How can I help you?");

  // Pushing a page.
  await keyboard.press("Alt+u");
  await focusOn(page, /^textbox: Address of/);
  await keyboard.type("https://shop.example/sale");
  await keyboard.press("Enter");
  await heard("https://shop.example/sale");
  await focusOn(page, /^textbox: Message to/);

  // A note for the colleagues.
  await keyboard.press("Alt+n");
  await focusOn(page, "textbox: New note");
  await keyboard.type("Asked about tents");
  await keyboard.press("Control+Enter");
  await dialog.getByRole("region", { name: "Client notes" }).getByText("Asked about tents").waitFor();
  await focusOn(page, "textbox: New note");
  await keyboard.press("Escape");
  await gone();
  await focusOn(page, /^textbox: Message to/);

  // Offering the chat to a colleague, who gives it back.
  await keyboard.press("Alt+r");
  await focusOn(page, /^radio: /);
  await keyboard.press("Tab");
  await focusOn(page, /^textbox: /);
  await keyboard.type("Knows tents");
  await keyboard.press("Enter");
  await gone();
  const conversation = ada.conversation?.id ?? "";
  const offered = await shop.until("the offer", () => priya.conversations.get(conversation)?.transfer);
  assert.equal(offered.word, "Knows tents");
  await priya.line.ask({ type: "transfer-answer", id: newId(), conversation, answer: "handed-back" });
  await page
    .getByText(/Priya Raman/)
    .first()
    .waitFor();
  await focusOn(page, /^textbox: Message to/);

  // A second request beside it, from one chat to the other and back.
  const ben = shop.visitor({ url: "https://shop.example/boots", title: "Boots" });
  await ben.say("And I?");
  await keyboard.press("Control+k");
  await focusOn(page, /^combobox: /);
  await keyboard.type(`#${ben.visitor}`);
  await page
    .getByRole("option")
    .filter({ hasText: `#${ben.visitor}` })
    .first()
    .waitFor();
  await keyboard.press("Enter");
  await gone();
  await focusOn(page, /^button: Accept/);
  await keyboard.press("Enter");
  await focusOn(page, /^textbox: Message to/);
  await keyboard.press("Alt+ArrowUp");
  await page
    .getByRole("tab", { selected: true })
    .filter({ hasText: `${ada.visitor}` })
    .waitFor();
  await focusOn(page, /^textbox: Message to/);

  // Ending, closing, and to the one that is left.
  await keyboard.press("Alt+q");
  await focusOn(page, "button: End chat");
  await keyboard.press("Enter");
  await focusOn(page, /^button: Close/);
  await keyboard.press("Enter");
  await focusOn(page, /^textbox: Message to/);
  await keyboard.press("Alt+q");
  await focusOn(page, "button: End chat");
  await keyboard.press("Enter");
  await focusOn(page, /^button: Close/);
  await keyboard.press("Enter");
  await focusOn(page, "grid: Visitors");

  // Away, the preferences, and out.
  await keyboard.press("g");
  await keyboard.press("a");
  await page.getByRole("button", { name: "Your status: Away" }).waitFor();
  await focusOn(page, "grid: Visitors");
  await choose(page, "preferences", /^Preferences/);
  await page.getByRole("combobox", { name: "Theme" }).waitFor();
  await page.getByRole("combobox", { name: "Theme" }).focus();
  await keyboard.press("ArrowDown");
  await choose(page, "sign out", /^Sign out/);
  await focusOn(page, "textbox: Operator ID");
});

async function choose(page: Page, query: string, entry: RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  await focusOn(page, /^combobox: Find/);
  await page.keyboard.type(query);
  await page.getByRole("option", { selected: true }).filter({ hasText: entry }).waitFor();
  await page.keyboard.press("Enter");
}

/** Waits until what has the focus is this: its role and its name. */
async function focusOn(page: Page, what: string | RegExp): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const focused = await page.evaluate(nameFocus);
    if (typeof what === "string" ? focused === what : what.test(focused)) return;
    if (Date.now() > until) assert.fail(`The focus is on “${focused}”, not on ${what}.`);
    await page.waitForTimeout(30);
  }
}

/** In the browser: the role and the name of what has the focus. */
function nameFocus(): string {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement)) return "nothing";
  const types: Record<string, string> = { text: "textbox", search: "searchbox" };
  const tags: Record<string, string> = { TEXTAREA: "textbox", BUTTON: "button", A: "link", SELECT: "combobox" };
  const type = element instanceof HTMLInputElement ? (types[element.type] ?? element.type) : undefined;
  const role = element.getAttribute("role") ?? type ?? tags[element.tagName] ?? element.tagName;
  const labels = "labels" in element ? (element as HTMLInputElement).labels : null;
  const label = labels?.[0]?.textContent;
  const name = element.getAttribute("aria-label") ?? label ?? element.textContent;
  return `${role}: ${name.trim()}`;
}
