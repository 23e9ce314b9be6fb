import type { TestContext } from "node:test";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { person } from "./browser.ts";
import type { Shop } from "./shop.ts";

type PersonOptions = NonNullable<Parameters<typeof person>[1]>;

/** A tab of a visitor on a page with the widget. */
export class VisitorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get button(): Locator {
    return this.page.getByRole("button", { name: /^Chat with us|^Leave us a message|^Mit uns chatten|^Open the chat/ });
  }

  get log(): Locator {
    return this.page.getByRole("log");
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Write a message/ });
  }

  async open(): Promise<void> {
    await this.button.click();
    await this.composer.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
    await this.log.getByText(text).waitFor();
  }

  /** The tab's other side: who comes after this tab in the same browser. */
  async anotherTab(url: string): Promise<VisitorPage> {
    const page = await this.page.context().newPage();
    await page.goto(url);
    return new VisitorPage(page);
  }
}

/** A visitor comes to a page of the demo shop, or to any other address. */
export async function visit(
  t: TestContext,
  shop: Shop,
  path = "/demo/",
  options: PersonOptions = {},
): Promise<VisitorPage> {
  const context: BrowserContext = await person(t, options);
  const page = await context.newPage();
  await page.goto(path.startsWith("http") ? path : shop.url + path);
  return new VisitorPage(page);
}
