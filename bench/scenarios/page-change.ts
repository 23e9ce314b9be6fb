import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";
import { Child } from "../child.ts";
import { Chromium } from "../chromium.ts";
import { median } from "../compare.ts";
import type { Installation } from "../installation.ts";
import type { CrowdAnswers } from "../processes/crowd.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { type Measured, type Scenario, type Size, using } from "../scenario.ts";

/** As the server is shipped. */
const TICK_MS = 250;
const CROWD: Record<Size, number> = { smoke: 100, full: 10_000 };
const PER_SECOND: Record<Size, number> = { smoke: 200, full: 1_000 };
const CHANGES: Record<Size, number> = { smoke: 4, full: 60 };
const ROUNDS: Record<Size, number> = { smoke: 1, full: 5 };
/** On a page, on average, so that a hundred and sixty pages are opened each second. */
const PAGE_MS = 60_000;
/** Between two changes; longer than the widget's own pause, and in step with no tick. */
const pauseMs = (): number => 250 + 200 * Math.random();

/** How long an operator waits to see that a visitor is on another page. */
export const pageChangeScenario: Scenario = {
  rows: [
    {
      id: "B6",
      what: "page change until it is on an operator's screen, 95th percentile",
      beside: "the tick",
      unit: "ms",
      goals: [{ of: "difference", is: "at most", must: 50, aim: 20 }],
    },
  ],
  pairs: ROUNDS,
  measure: async (size) => {
    rounds[size] ??= measureRounds(size);
    const B6 = (await rounds[size]).shift();
    if (B6 === undefined) throw new Error("All rounds have been told.");
    return { B6 };
  },
};

/** All are measured before one crowd, which takes long to gather. */
const rounds: { [S in Size]?: Promise<Measured[]> } = {};

function measureRounds(size: Size): Promise<Measured[]> {
  return using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
    const installation = await server.ask("start", { operators: 1, config: { tickMs: TICK_MS } });
    return using(await Chromium.start(), async (chromium) => {
      // The visitor comes before everybody else and is first in the list, which is sorted by arrival.
      const visitor = await (await chromium.person("desk")).newPage();
      await visitor.goto(`${installation.origin}/demo/`);
      await visitor.getByRole("button", { name: /message|chat/i }).waitFor();
      return using(new Child<CrowdAnswers>("crowd"), async (crowd) => {
        await gather(crowd, installation, size);
        const operator = await openConsole(
          await chromium.person("desk", { viewport: { width: 1440, height: 900 } }),
          installation,
        );
        const measured: Measured[] = [];
        for (let round = 0; round < ROUNDS[size]; round += 1) {
          const clocksApart = Math.abs((await aheadOfUs(visitor)) - (await aheadOfUs(operator)));
          const times: number[] = [];
          for (let change = 0; change < CHANGES[size]; change += 1)
            times.push(await timeChange(visitor, operator, `/demo/moved/${round}-${change}/`));
          measured.push({
            ours: percentile(times, 0.95),
            reference: TICK_MS,
            notes: { "our median": median(times), "the longest": Math.max(...times), "the clocks apart": clocksApart },
          });
        }
        return measured;
      });
    });
  });
}

async function gather(crowd: Child<CrowdAnswers>, { origin, siteKey }: Installation, size: Size): Promise<void> {
  const part = { server: origin, siteKey, origin, pageMs: PAGE_MS, ownAddress: process.platform === "linux" };
  await crowd.ask("gather", { ...part, first: 0, count: CROWD[size], perSecond: PER_SECOND[size] });
  // Now and then somebody leaves and the next one is only on the way.
  while (((await crowd.ask("tally"))["online"] ?? 0) < CROWD[size] * 0.99) await pause(200);
}

async function openConsole(context: BrowserContext, { origin, cookies }: Installation): Promise<Page> {
  const pairs = (cookies[0] ?? "").split("; ").map((pair) => pair.split("="));
  await context.addCookies(pairs.map(([name = "", value = ""]) => ({ name, value, url: origin })));
  const page = await context.newPage();
  await page.goto(`${origin}/console/`);
  const head = page.getByRole("columnheader", { name: /Online/ });
  await head.click();
  await page.getByRole("row").filter({ hasText: "/demo/" }).first().waitFor();
  await page.evaluate(watchRows);
  return page;
}

/** Set by `watchRows`: when a text was on the screen, by the page's clock. */
interface Watching {
  whenShown?: (text: string) => Promise<number>;
}

/** Runs in the console's page. */
function watchRows(): void {
  const grid = document.querySelector('[role="grid"]');
  if (grid === null) throw new Error("There is no list.");
  let awaited: { text: string; tell: (at: number) => void } | undefined;
  const look = (): void => {
    if (awaited === undefined || !(grid.textContent ?? "").includes(awaited.text)) return;
    const { tell } = awaited;
    awaited = undefined;
    // Before the next frame is drawn, and then when it has been.
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.addEventListener("message", () => tell(performance.timeOrigin + performance.now()));
      drawn.port1.start();
      drawn.port2.postMessage(undefined);
    });
  };
  new MutationObserver(look).observe(grid, { childList: true, subtree: true, characterData: true });
  (globalThis as Watching).whenShown = (text) => new Promise((tell) => (awaited = { text, tell }));
}

/** Has the visitor go elsewhere as single-page shops do. @returns milliseconds until it was on the operator's screen. */
async function timeChange(visitor: Page, operator: Page, path: string): Promise<number> {
  await pause(pauseMs());
  const shown = operator.evaluate((text) => (globalThis as Watching).whenShown?.(text), path);
  // Asked in order, and answered before the visitor moves.
  await operator.evaluate(() => undefined);
  const moved = await visitor.evaluate((to) => {
    const at = performance.timeOrigin + performance.now();
    history.pushState(undefined, "", to);
    return at;
  }, path);
  return ((await shown) ?? Number.NaN) - moved;
}

/** How far a page's clock is ahead of this process's, in milliseconds, by the quickest of several questions. */
async function aheadOfUs(page: Page): Promise<number> {
  let best = { took: Infinity, ahead: 0 };
  for (let count = 0; count < 20; count += 1) {
    const before = performance.timeOrigin + performance.now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const after = performance.timeOrigin + performance.now();
    if (after - before < best.took) best = { took: after - before, ahead: there - (before + after) / 2 };
  }
  return best.ahead;
}

function percentile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? Number.NaN;
}
