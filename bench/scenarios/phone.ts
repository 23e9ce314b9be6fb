import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { Child } from "../child.ts";
import { Chromium } from "../chromium.ts";
import { median } from "../compare.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Measured, type Row, type Scenario, type Size, using } from "../scenario.ts";
import { startShopPage } from "../shop-page.ts";

/** What one opening of the page came to; times in milliseconds. */
interface Load {
  /** How long the main thread was at work, by the clock on the wall, until nothing happens any more. */
  busy: number;
  /** The same by the thread's own clock: without waiting, and without what else this machine does. */
  cpu: number;
  /** Of that: running scripts; working out styles and places. */
  scripts: number;
  styles: number;
  /** When the largest picture was painted. */
  largestPaint: number;
  /** How much of the page moved under the visitor's eyes, in thousandths of CLS. */
  shift: number;
}

/** Each side of a pair is the median of so many loads. */
const LOADS: Record<Size, number> = { smoke: 1, full: 2 };
/** The developer tools' "Slow 4G": bytes a second, and what each request waits. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const SMOKE_NETWORK = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: -1 };
const CPU_SLOWED: Record<Size, number> = { smoke: 1, full: 6 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** After the page's load event: time for the widget's line, its button, and the last frame. The same without the widget. */
const SETTLE_MS: Record<Size, number> = { smoke: 500, full: 3_500 };

const COMMON: Pick<Row, "beside" | "unit"> = { beside: "the page without it", unit: "ms" };

/** What the widget costs a phone, beside the same page without it. */
export const phoneScenario: Scenario = {
  rows: [
    {
      ...COMMON,
      id: "B10",
      what: "widget on a phone: the main thread's time",
      goals: [{ of: "difference", is: "at most", must: 30 }],
    },
    {
      ...COMMON,
      id: "B10a",
      what: "widget on a phone: layout shift",
      unit: "thousandths",
      goals: [{ of: "difference", is: "at most", must: 0 }],
    },
    {
      ...COMMON,
      id: "B10b",
      what: "widget on a phone: largest contentful paint",
      // Paints are counted in frames: what is one frame later is not later.
      goals: [{ of: "difference", is: "at most", must: 17 }],
    },
  ],
  pairs: { smoke: 1, full: 5 },
  measure: async (size, oursFirst) => {
    let tag = "";
    return using(await startShopPage(() => tag), ({ origin }) =>
      using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
        const shopbell = await server.ask("start", { operators: 1, config: {}, origins: [origin] });
        tag = `<script src="${shopbell.origin}/widget.js" data-site="${shopbell.siteKey}" async></script>`;
        const { ours, reference } = await bothSides(
          oursFirst,
          () => loads(size, `${origin}/?widget`),
          () => loads(size, `${origin}/`),
        );
        const beside = (what: keyof Load): Measured => ({ ours: ours[what], reference: reference[what] });
        const more = (what: keyof Load): number => ours[what] - reference[what];
        return {
          B10: {
            ...beside("busy"),
            notes: {
              "the widget's": more("busy"),
              "of CPU time": more("cpu"),
              "in scripts": more("scripts"),
              "in styles": more("styles"),
            },
          },
          B10a: beside("shift"),
          B10b: beside("largestPaint"),
        };
      }),
    );
  },
};

/** Opens the page several times, each time as somebody who has never been there. */
async function loads(size: Size, url: string): Promise<Load> {
  const all = await using(await Chromium.start(), (chromium) => loadAll(chromium, size, url));
  const middle = (of: keyof Load): number => median(all.map((load) => load[of]));
  return {
    busy: middle("busy"),
    cpu: middle("cpu"),
    scripts: middle("scripts"),
    styles: middle("styles"),
    largestPaint: middle("largestPaint"),
    shift: Math.max(...all.map(({ shift }) => shift)),
  };
}

async function loadAll(chromium: Chromium, size: Size, url: string): Promise<Load[]> {
  const all: Load[] = [];
  for (let count = 0; count < LOADS[size]; count += 1) {
    const context = await chromium.person("phone", PHONE);
    all.push(await open(context, size, url));
    await context.close();
  }
  return all;
}

async function open(context: BrowserContext, size: Size, url: string): Promise<Load> {
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", size === "smoke" ? SMOKE_NETWORK : SLOW_4G);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWED[size] });
  await tools.send("Performance.enable");
  const clock = await context.newCDPSession(page);
  await clock.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url, { waitUntil: "load" });
  const button = page.getByRole("button", { name: /message|chat/i });
  if (url.endsWith("?widget")) await button.waitFor();
  await page.waitForTimeout(SETTLE_MS[size]);
  const [wall, thread] = [await readMetrics(tools), await readMetrics(clock)];
  const hasButton = await button.isVisible();
  if (hasButton !== url.endsWith("?widget")) throw new Error(`The button ${hasButton ? "is" : "is not"} on ${url}.`);
  return {
    busy: wall("TaskDuration"),
    cpu: thread("TaskDuration"),
    scripts: thread("ScriptDuration"),
    styles: thread("LayoutDuration") + thread("RecalcStyleDuration"),
    ...(await readPaints(page)),
  };
}

/** The browser's own sums, in milliseconds. */
async function readMetrics(tools: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await tools.send("Performance.getMetrics");
  return (name) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1_000;
}

function readPaints(page: Page): Promise<Pick<Load, "largestPaint" | "shift">> {
  return page.evaluate(async () => {
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve([]), 300);
      });
    const shifts = (await entries("layout-shift")) as (PerformanceEntry & { value: number })[];
    return {
      largestPaint: (await entries("largest-contentful-paint")).at(-1)?.startTime ?? NaN,
      shift: shifts.reduce((sum, { value }) => sum + value * 1_000, 0),
    };
  });
}
