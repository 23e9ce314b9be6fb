import type { CDPSession, Page } from "playwright-core";
import { Child } from "../child.ts";
import { Chromium } from "../chromium.ts";
import { median } from "../compare.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Row, type Scenario, type Size, using } from "../scenario.ts";
import { patientTag, plainTag } from "../../protocol/script-tag.ts";
import { startShopPage } from "../shop-page.ts";

/** What one opening of the page came to. */
interface Load {
  /** Milliseconds until the largest picture was painted. */
  largestPaint: number;
  /** How much of the page moved under the visitor's eyes, in thousandths of CLS. */
  shift: number;
}

/** What the main thread did in a stretch of time, in milliseconds. */
interface Work {
  /** All its tasks, by the clock on the wall. */
  busy: number;
  /** The same by the thread's own clock: without waiting, and without what else this machine does. */
  cpu: number;
  /** Of that: running scripts; working out styles and places. */
  scripts: number;
  styles: number;
}

/** A page without the widget, and then with it. */
interface Addition extends Load {
  before: Work;
  after: Work;
}

/** Each side of a pair is the median of so many loads. */
const LOADS: Record<Size, number> = { smoke: 1, full: 2 };
/** The developer tools' "Slow 4G": bytes a second, and what each request waits. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const SMOKE_NETWORK = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: -1 };
const CPU_SLOWED: Record<Size, number> = { smoke: 1, full: 6 };
/** After the page's load event, until it has nothing to do any more. */
const QUIET_MS: Record<Size, number> = { smoke: 200, full: 1_000 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** Time for the widget's line, its button, and the last frame; and as long without it. */
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
    let widget = { url: "", siteKey: "" };
    const shopPage = await startShopPage((query) => (query === "?plain" ? plainTag(widget) : patientTag(widget)));
    return using(shopPage, ({ origin }) =>
      using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
        const shopbell = await server.ask("start", { operators: 1, config: {}, origins: [origin] });
        widget = { url: `${shopbell.origin}/widget.js`, siteKey: shopbell.siteKey };
        let additions: Addition[] = [];
        const { ours, reference } = await bothSides<Load[]>(
          oursFirst,
          () => times(size, (page) => open(page, size, `${origin}/?widget`)),
          async () =>
            (additions = await times(size, (page) => openAndAdd(page, size, `${origin}/`, patientTag(widget)))),
        );
        const plain = await times(size, (page) => open(page, size, `${origin}/?plain`));
        const work = (of: "before" | "after", what: keyof Work) =>
          median(additions.map((addition) => addition[of][what]));
        const more = (what: keyof Work) => work("after", what) - work("before", what);
        const paint = (loads: Load[]) => median(loads.map(({ largestPaint }) => largestPaint));
        const shift = (loads: Load[]) => Math.max(...loads.map((load) => load.shift));
        return {
          B10: {
            ours: work("after", "busy"),
            reference: work("before", "busy"),
            notes: { "CPU time more": more("cpu"), "in scripts": more("scripts"), "in styles": more("styles") },
          },
          B10a: { ours: shift(ours), reference: shift(reference) },
          B10b: {
            ours: paint(ours),
            reference: paint(reference),
            notes: { "with the plain tag more": paint(plain) - paint(reference) },
          },
        };
      }),
    );
  },
};

/** Several times, each as somebody who has never been there. */
async function times<T>(size: Size, act: (page: Page) => Promise<T>): Promise<T[]> {
  return using(await Chromium.start(), async (chromium) => {
    const all: T[] = [];
    for (let count = 0; count < LOADS[size]; count += 1) {
      const context = await chromium.person("phone", PHONE);
      all.push(await act(await context.newPage()));
      await context.close();
    }
    return all;
  });
}

/** Opens a page that has the widget's tag in it. */
async function open(page: Page, size: Size, url: string): Promise<Load> {
  await slowDown(page, size);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(SETTLE_MS[size]);
  await seeButton(page, size);
  return readPaints(page);
}

/** Opens a page without the widget, looks what it does when it stands, adds the tag as a tag manager does, and looks again. */
async function openAndAdd(page: Page, size: Size, url: string, tag: string): Promise<Addition> {
  const tools = await slowDown(page, size);
  const clock = await page.context().newCDPSession(page);
  await tools.send("Performance.enable");
  await clock.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(QUIET_MS[size]);
  const look = async (): Promise<Work> => {
    const [wall, thread] = [await readMetrics(tools), await readMetrics(clock)];
    return {
      busy: wall("TaskDuration"),
      cpu: thread("TaskDuration"),
      scripts: thread("ScriptDuration"),
      styles: thread("LayoutDuration") + thread("RecalcStyleDuration"),
    };
  };
  const stretch = async (script: string): Promise<Work> => {
    const before = await look();
    await page.evaluate(addScript, script);
    await page.waitForTimeout(SETTLE_MS[size]);
    const after = await look();
    const less = (what: keyof Work): number => after[what] - before[what];
    return { busy: less("busy"), cpu: less("cpu"), scripts: less("scripts"), styles: less("styles") };
  };
  const before = await stretch("");
  const paints = await readPaints(page);
  const after = await stretch(tag.replaceAll(/<\/?script>/g, ""));
  await seeButton(page, size);
  return { ...paints, before, after };
}

/** Runs in the page. */
function addScript(script: string): void {
  const tag = document.createElement("script");
  tag.text = script;
  document.head.append(tag);
}

async function slowDown(page: Page, size: Size): Promise<CDPSession> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", size === "smoke" ? SMOKE_NETWORK : SLOW_4G);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWED[size] });
  return tools;
}

/** What is not there in time was not measured; looking alone takes a slowed page a third of a second. The small run only shows that it comes. */
async function seeButton(page: Page, size: Size): Promise<void> {
  const timeout = size === "smoke" ? 60_000 : 2_000;
  await page.getByRole("button", { name: /message|chat/i }).waitFor({ timeout });
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
