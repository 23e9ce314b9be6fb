import { after } from "node:test";
import { assertAccessible, closeBrowser } from "../harness/browser.ts";
import { openConsole } from "../harness/console-page.ts";
import { OVERLOADABLE, press } from "../harness/press.ts";
import { startShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";

after(closeBrowser);

test("the console says that the server has too much to do, and what to do about it, for as long as that is so", async (t) => {
  const shop = await startShop(t, { config: OVERLOADABLE });
  const { page } = await openConsole(t, shop);
  const busy = page
    .getByRole("status")
    .filter({ hasText: "The server is busy: the list is refreshed every few seconds" });
  const overloaded = page.getByRole("status").filter({ hasText: "new visitors are asked to come back later" });
  const release = press(t);
  await busy.waitFor();
  await overloaded.waitFor();
  await overloaded.getByText("Tell whoever runs the server").waitFor();
  await assertAccessible(page, "the console of an overloaded server");
  release();
  await busy.waitFor();
  await busy.waitFor({ state: "detached" });
});
