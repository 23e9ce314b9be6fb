import type { CDPSession, Page } from "playwright-core";
import { Chromium } from "./chromium.ts";
import type { Installation } from "./installation.ts";
import { dragList, noteFirstRows, startWatching, stopWatching, wheelList } from "./in-page.ts";

/** The rows that hold a visitor, in the document. */
const ROW = "[data-visitor]";
/** What a wheel that is turned quickly moves the list by in each frame. */
const WHEEL_PX = 60;

/** What happened on the screen meanwhile, in milliseconds. */
export interface Smoothness {
  /** From each frame to the next. */
  frames: number[];
  /** What the browser reports: tasks of the page's thread that took longer than 50 ms by the clock. */
  longTasks: number[];
  /** What part of the time the page's thread was at work. */
  busy: number;
  /** The CPU time of the longest task of the page's thread: what is left of it when nothing else wants the processor. */
  longestTaskCpu: number;
}

/** The console of one operator in a real browser. */
export class ConsoleScreen {
  readonly #chromium: Chromium;
  readonly #page: Page;
  readonly #session: CDPSession;
  /** From the navigation until the list's first rows were painted. */
  readonly firstRowsMs: number;

  private constructor(chromium: Chromium, page: Page, session: CDPSession, firstRowsMs: number) {
    this.#chromium = chromium;
    this.#page = page;
    this.#session = session;
    this.firstRowsMs = firstRowsMs;
  }

  static async open({ origin, cookies }: Installation): Promise<ConsoleScreen> {
    const chromium = await Chromium.start();
    const context = await chromium.person("desk", { viewport: { width: 1440, height: 900 } });
    await context.addCookies(
      (cookies[0] ?? "").split("; ").map((pair) => {
        const [name = "", value = ""] = pair.split("=");
        return { name, value, url: origin, httpOnly: true, sameSite: "Strict" as const };
      }),
    );
    const page = await context.newPage();
    await page.addInitScript(noteFirstRows, ROW);
    await page.goto(`${origin}/console/`, { waitUntil: "commit" });
    const firstRowsMs = await page.waitForFunction(() => window.noted?.firstRowsMs).then((value) => value.jsonValue());
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    return new ConsoleScreen(chromium, page, session, firstRowsMs ?? Number.NaN);
  }

  /** Sorts the list by a column. */
  async sortBy(column: string): Promise<void> {
    await this.#page.getByRole("columnheader", { name: column }).getByRole("button").first().click();
    await this.#page.locator(ROW).first().waitFor();
  }

  /** Looks on while nobody touches anything. */
  async rest(ms: number): Promise<Smoothness> {
    return this.#watch(() => this.#page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ms));
  }

  /** Draws the list from its top to its end as the scroll bar does, a step in each frame. */
  async drag(ms: number): Promise<Smoothness> {
    return this.#watch(() => this.#page.evaluate(dragList, ms));
  }

  /** Turns the wheel. */
  async wheel(ms: number): Promise<Smoothness> {
    return this.#watch(() => this.#page.evaluate(wheelList, { ms, px: WHEEL_PX }));
  }

  async stop(): Promise<void> {
    await this.#chromium.stop();
  }

  async #watch(act: () => Promise<unknown>): Promise<Smoothness> {
    await this.#page.evaluate(startWatching);
    const endTrace = await this.#trace();
    const before = await this.#taskSeconds();
    const from = performance.now();
    await act();
    const seconds = (performance.now() - from) / 1_000;
    const busy = ((await this.#taskSeconds()) - before) / seconds;
    const longestTaskCpu = await endTrace();
    return { ...(await this.#page.evaluate(stopWatching)), busy, longestTaskCpu };
  }

  async #taskSeconds(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  }

  /** @returns what ends it, and tells the CPU time of the longest task of the busiest page thread, in milliseconds. */
  async #trace(): Promise<() => Promise<number>> {
    const browser = this.#page.context().browser();
    if (browser === null) throw new Error("The page has no browser.");
    const session = await browser.newBrowserCDPSession();
    const events: TraceEvent[] = [];
    session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
    await session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["toplevel"] },
    });
    return async () => {
      const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
      await session.send("Tracing.end");
      await complete;
      await session.detach();
      return longestTask(events);
    };
  }
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ph: string;
  args?: { name?: string };
  /** CPU time in microseconds. */
  tdur?: number;
}

function longestTask(events: readonly TraceEvent[]): number {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = events.filter(({ ph, pid, tid }) => ph === "X" && threads.has(`${pid}/${tid}`));
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1_000), 0);
}
