import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { atEnd } from "./endings.ts";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { ARGUMENTS, USER_AGENTS } from "../../bench/chromium.ts";
import { must } from "../../chat/error.ts";
import { findChromium } from "../../scripts/chromium.mjs";

/** Without a head, Chromium plays sounds unasked. */
const AS_PEOPLE_HAVE_IT = "--autoplay-policy=document-user-activation-required";

/** For a machine with much else to do; on a quiet one nothing takes a second. */
const PATIENCE_MS = 60_000;

let running: Promise<Browser> | undefined;

/** The one browser of this test file, started when first asked for; `closeBrowser` in an `after` hook ends it. */
async function browser(): Promise<Browser> {
  const executablePath = must(findChromium(), "Chromium (npm test installs it)");
  running ??= chromium.launch({ executablePath, args: [...ARGUMENTS, AS_PEOPLE_HAVE_IT] });
  return running;
}

export async function closeBrowser(): Promise<void> {
  const started = running;
  running = undefined;
  await (await started)?.close();
}

/** A person's own browser: cookies and storage of its own. Whatever goes wrong on its pages fails the test at its end. */
export async function person(
  t: TestContext,
  options: BrowserContextOptions & { allow?: RegExp } = {},
): Promise<BrowserContext> {
  const { allow, ...rest } = options;
  const context = await (
    await browser()
  ).newContext({ viewport: { width: 1440, height: 900 }, userAgent: USER_AGENTS.desk, ...rest });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  const complain = (text: string): void => {
    if (allow?.test(text) !== true) complaints.push(text);
  };
  context.on("console", (message) => {
    if (message.type() === "error") complain(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => {
    const { stack = "", message } = error.error();
    // Where an import fails there is no stack.
    complain(stack === "" ? message : stack);
  });
  atEnd(t, async () => {
    await context.close();
    assert.deepEqual(complaints, [], "what the browser complained about");
  });
  return context;
}

/**
 * Waits until an asynchronous look at the page finds it so. (`page.waitForFunction` takes the promise itself for a yes.)
 */
export async function untilTrue<T>(page: Page, look: (argument: T) => Promise<boolean>, argument: T): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate(look as (argument: unknown) => Promise<boolean>, argument))) {
    if (Date.now() > until) assert.fail(`It never became so: ${look.toString()} of ${JSON.stringify(argument)}`);
    await setTimeout(50);
  }
}

/** Waits until it has the focus. */
export async function hasFocus(element: Locator): Promise<void> {
  await element.page().waitForFunction((one) => one === document.activeElement, await element.elementHandle());
}

/** What Chromium says while the server or the network is away. A console where this is expected still fails by everything else. */
export const AWAY = {
  allow: /WebSocket (?:connection to|is already in CLOSING)|status of 503|net::ERR_|dynamically imported module/,
};

/** What axe finds wrong with the page by WCAG 2.2 A and AA: nothing, or the test fails with the places. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(settle);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const places = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary ?? ""})`).join("; ")}`,
  );
  assert.deepEqual(places, [], `axe on ${what}`);
}

/** Drawn, and every fade at its end: halfway from light to dark no colour is one that people read. */
async function settle(): Promise<void> {
  for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}
