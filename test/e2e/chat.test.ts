import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import { closeBrowser } from "../harness/browser.ts";
import { type ConsolePage, openConsole } from "../harness/console-page.ts";
import { type Shop, startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { visit, type VisitorPage } from "../harness/visitor-page.ts";

after(closeBrowser);

/** A chat under way between Maya at the console and a visitor in the demo shop. */
async function startChat(
  t: TestContext,
  path = "/demo/tents/ridge-2p",
): Promise<{ shop: Shop; desk: ConsolePage; ada: VisitorPage }> {
  const shop = await startShop(t);
  const desk = await openConsole(t, shop);
  const ada = await visit(t, shop, path);
  await ada.open();
  await ada.say("Does the 2P fit two pads?");
  await desk.row("Requesting").dblclick();
  await desk.composer.waitFor();
  return { shop, desk, ada };
}

test("V8 C1: a double click accepts, and the notes of earlier sessions stand at the top from the first moment", async (t) => {
  const { desk, ada } = await startChat(t);
  await desk.log.getByText("Does the 2P fit two pads?").waitFor();
  await ada.page.getByText("Maya joined the chat").waitFor();
  await desk.choose("Client notes");
  const dialog = desk.page.getByRole("dialog", { name: /Client notes/ });
  await dialog.getByRole("textbox").fill("Bought Ridge 1P in June");
  await dialog.getByRole("button", { name: "Add" }).click();
  await dialog.getByRole("article").getByText("Bought Ridge 1P in June").waitFor();
  await desk.page.keyboard.press("Escape");
  await desk.page.getByRole("button", { name: "End chat" }).first().click();
  await desk.page
    .getByRole("alertdialog")
    .or(desk.page.getByRole("dialog"))
    .getByRole("button", { name: "End chat" })
    .click();
  await ada.page.getByText("The chat has ended").first().waitFor();
  await ada.page.getByRole("button", { name: "Start a new chat" }).click();
  await ada.say("One more question");
  await desk.row("Requesting").getByRole("button", { name: "Accept" }).click();
  await desk.composer.waitFor();
  await desk.page.getByText("Bought Ridge 1P in June").first().waitFor();
  assert.equal(await ada.page.getByText("Bought Ridge 1P in June").count(), 0, "a note is never the visitor's");
});

test("W1 C2: text goes both ways, Shift+Enter breaks the line, typing shows, and messages are seen", async (t) => {
  const { desk, ada } = await startChat(t);
  await desk.composer.pressSequentially("It does:");
  await ada.page
    .getByText(/is writing/)
    .first()
    .waitFor({ state: "attached" });
  await desk.composer.press("Shift+Enter");
  await desk.composer.pressSequentially("132 cm wide.");
  await desk.composer.press("Enter");
  const answer = ada.log.getByText(/It does:\s*132 cm wide\./);
  await answer.waitFor();
  assert.match(await answer.innerText(), /It does:\n132 cm wide\./);
  await desk.log.getByText("Read").first().waitFor();
  await ada.composer.pressSequentially("Perf");
  await desk.page
    .getByText(/is typing…/)
    .first()
    .waitFor();
  await ada.composer.press("Enter");
  await desk.log.getByText("Perf").waitFor();
});

test("W1: the chat goes on through pages, reloads and in all tabs at once", async (t) => {
  const { shop, desk, ada } = await startChat(t);
  await desk.say("It does.");
  await ada.log.getByText("It does.").waitFor();
  await ada.composer.fill("half a sent");
  await ada.page.goto(`${shop.url}/demo/boots`);
  await ada.log.getByText("It does.").waitFor();
  assert.equal(await ada.composer.inputValue(), "half a sent", "what was being written is still there");
  await ada.page.reload();
  await ada.log.getByText("It does.").waitFor();
  const second = await ada.anotherTab(`${shop.url}/demo/packs`);
  await second.page.getByRole("button", { name: /chat/i }).first().click();
  await second.log.getByText("It does.").waitFor();
  await second.say("From the second tab");
  await ada.log.getByText("From the second tab").waitFor();
  await desk.log.getByText("From the second tab").waitFor();
  assert.equal(await desk.log.getByText("From the second tab").count(), 1);
});

test("C3: a page of the same site opens in place, with the chat still open, and the operator sees it loaded", async (t) => {
  const { shop, desk, ada } = await startChat(t);
  await desk.pop("/demo/returns");
  await ada.page.waitForURL(`${shop.url}/demo/returns`);
  await ada.log.getByText("Does the 2P fit two pads?").waitFor();
  await desk.log.getByText(/loaded in .* browser/).waitFor();
});

test("C3: an image shows in the chat; a PDF and another site wait for the visitor's click", async (t) => {
  const { shop, desk, ada } = await startChat(t);
  await desk.pop("/demo/assets/files/floor-plan.png");
  await ada.log.getByRole("img", { name: "Picture" }).waitFor();
  await desk.log.getByText(/loaded in .* browser/).waitFor();
  await desk.pop("/demo/assets/files/size-guide.pdf");
  const link = ada.log
    .getByRole("link")
    .filter({ hasText: /size-guide/ })
    .or(ada.log.getByRole("link", { name: /Open this file|size-guide/ }));
  await link.first().waitFor();
  assert.equal(await link.first().getAttribute("rel"), "noopener noreferrer");
  assert.equal(await desk.log.getByText(/^opened by/).count(), 0);
  await link.first().click();
  await desk.log.getByText(/opened by/).waitFor();
  assert.match(ada.page.url(), /ridge-2p/, "the shop's page stays");
  await desk.pop("https://other.example/page");
  await ada.log.locator('a[href="https://other.example/page"]').first().waitFor();
  assert.equal(ada.page.url(), `${shop.url}/demo/tents/ridge-2p`);
});

test("C3: what no browser should open is refused with a sentence and nothing is lost", async (t) => {
  const { desk, ada } = await startChat(t);
  const bad = [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://[::1",
    `/demo/${"a".repeat(5_000)}`,
  ];
  for (const url of bad) {
    await desk.pop(url);
    const complaint = desk.page.getByText(/can be pushed|not an address|too long|characters/).last();
    await complaint.waitFor();
    await desk.page
      .getByRole("button", { name: "Discard" })
      .first()
      .click({ timeout: 3_000 })
      .catch(() => desk.composer.fill(""));
  }
  assert.equal(await ada.log.getByRole("link").count(), 0);
  assert.match(ada.page.url(), /ridge-2p/);
});

test("C4: as HTML shows as HTML, and without it the code arrives as these characters", async (t) => {
  const { desk, ada } = await startChat(t);
  await desk.say('<img src="test.jpg">');
  await ada.log.getByText('<img src="test.jpg">').waitFor();
  await desk.page.getByRole("checkbox", { name: "as HTML" }).check();
  await desk.say(
    '<b>bold</b> <a href="javascript:alert(1)">bad</a><script>alert(1)</script> <a href="/demo/boots">good</a>',
  );
  await ada.log.locator("b, strong").getByText("bold").waitFor();
  assert.equal(await ada.log.locator("script").count(), 0);
  assert.equal(await ada.log.getByRole("link", { name: "bad" }).count(), 0);
  assert.match((await ada.log.getByRole("link", { name: "good" }).getAttribute("href")) ?? "", /\/demo\/boots$/);
  await desk.log.locator("b, strong").getByText("bold").waitFor();
});

test("C6: notes carry author and time, are seen live by a colleague, and never by the visitor", async (t) => {
  const { shop, desk, ada } = await startChat(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const other = await openConsole(t, shop, priya);
  await other.row("Chatting").click();
  await other.page.keyboard.press("n");
  const theirs = other.page.getByRole("dialog", { name: /Client notes/ });
  await theirs.getByText("Nobody has written a note").waitFor();
  await desk.choose("Client notes");
  const mine = desk.page.getByRole("dialog", { name: /Client notes/ });
  await mine.getByRole("textbox").fill("Prefers e-mail");
  await mine.getByRole("button", { name: "Add" }).click();
  await theirs.getByRole("article").getByText("Prefers e-mail").waitFor();
  await theirs
    .getByText(/Maya Okafor/)
    .first()
    .waitFor();
  assert.equal(await ada.page.getByText("Prefers e-mail").count(), 0);
});
