import type { TestContext } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Account, Shop } from "./shop.ts";
import { person } from "./browser.ts";

type PersonOptions = NonNullable<Parameters<typeof person>[1]>;

/** An operator in front of the console, in a browser of their own. */
export class ConsolePage {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("grid", { name: "Visitors" });
  }

  /** The line of the list that holds this text. */
  row(text: string | RegExp): Locator {
    return this.list.getByRole("row").filter({ hasText: text });
  }

  /** The cells of a line, as one reads them. */
  async cells(text: string | RegExp): Promise<string[]> {
    return this.row(text).first().getByRole("gridcell").allInnerTexts();
  }

  /** The chat that is in front. */
  get log(): Locator {
    return this.page.getByRole("log");
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Message to|^Address of/ });
  }

  /** Waits until the chat with this visitor is in front, which another one may have been. */
  async facing(visitor: number): Promise<void> {
    await this.page
      .getByRole("tab", { selected: true })
      .filter({ hasText: `${visitor}` })
      .waitFor();
    await this.composer.nth(1).waitFor({ state: "detached" });
  }

  async say(text: string): Promise<void> {
    // The chat that was in front may just be leaving.
    await this.composer.nth(1).waitFor({ state: "detached" });
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** Chooses from the menu of the chat in front. */
  async choose(entry: string): Promise<void> {
    await this.page.getByRole("button", { name: "More actions" }).click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }

  /** Switches the input to URL and pops one. */
  async pop(url: string): Promise<void> {
    await this.page
      .getByRole("radio", { name: "URL" })
      .or(this.page.getByRole("button", { name: "URL", exact: true }))
      .click();
    await this.composer.fill(url);
    await this.composer.press("Enter");
  }
}

/** Opens the console as somebody who has signed in. */
export async function openConsole(
  t: TestContext,
  shop: Shop,
  account: Account = shop.owner,
  options: PersonOptions = {},
): Promise<ConsolePage> {
  const context = await person(t, options);
  await context.addCookies(
    account.cookie.split("; ").map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return { name, value, url: shop.url, httpOnly: true, sameSite: "Strict" as const };
    }),
  );
  const page = await context.newPage();
  await page.goto(`${shop.url}/console/`);
  await page.getByText(/^Live/).waitFor();
  return new ConsolePage(page);
}
