// Makes the pictures of the README and of the manual: a real server, the demo shop in a real browser, and people who walk through it. It runs as a
// test, so that everything is put away at its end: node scripts/screenshots.ts
import { after, test } from "node:test";
import { must } from "../chat/error.ts";
import { newId } from "../client/id.ts";
import { closeBrowser } from "../test/harness/browser.ts";
import { openConsole } from "../test/harness/console-page.ts";
import { startShop } from "../test/harness/shop.ts";
import { visit } from "../test/harness/visitor-page.ts";
import { type PasserBy, passersBy } from "./passers-by.ts";
import { root } from "./prepare.mjs";

after(closeBrowser);

test("the pictures of the README and the manual", async (t) => {
  const shop = await startShop(t, { config: { trustedProxies: ["127.0.0.1", "::1"] } });
  const { url, site } = shop;
  const maya = shop.operator();
  const priya = shop.operator(await shop.addOperator("priya", "Priya Raman"));
  const everybodyIsThere = () => [maya, priya].every(({ line }) => line.state.kind === "online");
  await shop.until("the operators are there", everybodyIsThere);

  const people = passersBy(url, site.key, () => shop.signals.happened());
  for (const one of people) {
    one.line.start();
    t.after(() => one.line.stop());
    await shop.until("the visitor is there", () => one.visitor());
  }
  const who = (path: string): PasserBy =>
    must(
      people.find((one) => one.path === path),
      path,
    );
  const ask = (one: PasserBy, text: string) => one.line.ask({ type: "send", id: newId(), text });
  const { conversation: hers = "" } = await ask(who("/packs/traverse-55"), "Is the Traverse 55 in stock in size L?");
  await priya.accept(hers);
  await ask(who("/cart"), "My voucher is not taken in the cart. What am I doing wrong?");
  const invited = must(who("/boots/alta-gtx").visitor(), "a number");
  const sentence = "Can I help you with the size?";
  await maya.line.ask({ type: "invite", id: newId(), site: site.id, visitor: invited, text: sentence });

  // The visitor in the pictures is a real one.
  const ada = await visit(t, shop, "/demo/tents/ridge-1p", {
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
  });
  await ada.open();
  await ada.say("Hi! Does the Ridge 2P fit two wide sleeping pads?");
  const ofAda = (text: string): boolean => text.includes("two wide sleeping pads");
  const conversation = await shop.until("the request", () =>
    [...maya.conversations.keys()].find((id) =>
      maya.messages(id).some(({ body }) => body.kind === "text" && ofAda(body.text)),
    ),
  );
  const { visitor } = must(maya.conversations.get(conversation), "the conversation");
  const note = "Bought the Ridge 1P in June; pole replaced under warranty. Prefers e-mail.";
  await priya.line.ask({ type: "note", id: newId(), site: site.id, visitor, text: note });
  await maya.accept(conversation);

  const console = await openConsole(t, shop, shop.owner, { deviceScaleFactor: 1.5 });
  await maya.say(conversation, "Hello! It does: the floor is 132 cm wide, so two 64 cm pads lie side by side.");
  await maya.send(conversation, { kind: "url", url: "/demo/tents/ridge-2p" });
  await ada.page.waitForURL("**/tents/ridge-2p");
  const question = "Perfect. And how long does it take to Berlin?";
  await ada.say(question);
  await console.log.getByText(question).waitFor();
  await ada.log.getByText("Delivered").or(ada.log.getByText("Read")).first().waitFor();

  const { page } = console;
  const pictures = `${root}docs/pictures`;
  await page.screenshot({ path: `${pictures}/console.png` });
  await ada.page.screenshot({ path: `${pictures}/widget.png` });

  // The manual's. Each shows one thing, as large as it stands on the screen.
  const column = page.getByRole("complementary", { name: "Chats" });
  await column.screenshot({ path: `${pictures}/manual-chat.png` });
  await console.row("/boots/alta-gtx").click({ button: "right" });
  await page.getByRole("menu").waitFor();
  await page.screenshot({ path: `${pictures}/manual-menu.png` });
  await page.keyboard.press("Escape");
  await console.composer.fill("Two to three days, and there is a tracking numbr in the mail.");
  await page.getByRole("button", { name: "Spell check", exact: true }).click();
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  await page.screenshot({ path: `${pictures}/manual-spelling.png` });
  await page.keyboard.press("Escape");
  await page.goto(`${url}/console/#/operators`);
  await page.getByText("Priya Raman").first().waitFor();
  await page.screenshot({ path: `${pictures}/manual-operators.png` });
  await page.goto(`${url}/console/#/history`);
  await page.getByRole("main").getByText("#10014").first().click();
  await page.getByRole("main").getByText(question).first().waitFor();
  await page.screenshot({ path: `${pictures}/manual-history.png` });
});
