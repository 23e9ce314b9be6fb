import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.mjs";

/** For every Chromium that is started here: nothing of its own goes out. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** An ordinary person's: Chromium without a head calls itself a robot, and robots are kept out. */
export const USER_AGENTS = {
  desk: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  phone:
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
};

/** A real Chromium of the bench's own. */
export class Chromium {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<Chromium> {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error("There is no Chromium: install it, or set CHROMIUM_PATH.");
    return new Chromium(await chromium.launch({ executablePath, args: ARGUMENTS }));
  }

  /** Somebody's browser, in which nothing has been opened yet. */
  person(on: keyof typeof USER_AGENTS, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.#browser.newContext({ userAgent: USER_AGENTS[on], ...options });
  }

  stop(): Promise<void> {
    return this.#browser.close();
  }
}
