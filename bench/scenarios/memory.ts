import { setTimeout as pause } from "node:timers/promises";
import { Child } from "../child.ts";
import type { IdleAnswers } from "../processes/idle.ts";
import type { RelayAnswers } from "../processes/relay.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Scenario, type Size, using } from "../scenario.ts";
import type { Memory } from "../usage.ts";

const VISITORS: Record<Size, number> = { smoke: 1_000, full: 15_000 };
/** They come and go before anything is measured, so that code and tables that are made once are there. */
const FORERUNNERS: Record<Size, number> = { smoke: 300, full: 1_000 };
/** Those who have left are out of the directory after the grace and the next sweep, which comes each second. */
const GRACE_MS = 100;
const GONE_MS = 1_500;

/** What one more visitor who does nothing costs in memory. */
export const memoryScenario: Scenario = {
  rows: [
    {
      id: "B3",
      what: "memory per idle visitor",
      beside: "bare ws socket",
      unit: "bytes",
      goals: [{ of: "ratio", is: "at most", must: 1.5, aim: 1 }],
    },
  ],
  pairs: { smoke: 1, full: 5 },
  measure: async (size, oursFirst) => {
    const { ours, reference } = await bothSides(
      oursFirst,
      () => measureShopbell(size),
      () => measureRelay(size),
    );
    const notes = { "our main thread's heap": ours.heap, "the relay's": reference.heap };
    // A thousand sockets fit into pages that the process has already: of the small run only what the objects take means something.
    const judged = size === "smoke" ? "heap" : "rss";
    return { B3: { ours: ours[judged], reference: reference[judged], notes } };
  },
};

function measureShopbell(size: Size): Promise<Memory> {
  return using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
    const installation = await server.ask("start", { operators: 1, config: { graceMs: GRACE_MS } });
    return using(new Child<IdleAnswers>("idle"), async (visitors) => {
      await visitors.ask("watch", { installation });
      return growth(
        size,
        () => server.ask("memory"),
        visitors,
        (count) => visitors.ask("visitShopbell", { installation, count }),
      );
    });
  });
}

function measureRelay(size: Size): Promise<Memory> {
  return using(new Child<RelayAnswers>("relay"), async (server) => {
    const { port } = await server.ask("start");
    return using(new Child<IdleAnswers>("idle"), (visitors) =>
      growth(
        size,
        () => server.ask("memory"),
        visitors,
        (count) => visitors.ask("visitRelay", { port, count }),
      ),
    );
  });
}

/** What the server holds more with the visitors than without, for each of them. */
async function growth(
  size: Size,
  memory: () => Promise<Memory>,
  visitors: Child<IdleAnswers>,
  visit: (count: number) => Promise<void>,
): Promise<Memory> {
  await visit(FORERUNNERS[size]);
  await visitors.ask("leave");
  await pause(GONE_MS);
  const before = await memory();
  await visit(VISITORS[size]);
  const after = await memory();
  return {
    rss: (after.rss - before.rss) / VISITORS[size],
    heap: (after.heap - before.heap) / VISITORS[size],
  };
}
