import { rm } from "node:fs/promises";
import { Child } from "../child.ts";
import type { IdleAnswers } from "../processes/idle.ts";
import type { RelayAnswers } from "../processes/relay.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Scenario, type Size, using } from "../scenario.ts";

const VISITORS: Record<Size, number> = { smoke: 300, full: 15_000 };

/** Everybody comes back at once after a restart of the server. Widgets spread this out; here nobody does. */
export const reconnectScenario: Scenario = {
  rows: [
    {
      id: "B7",
      what: "15,000 visitors back after a restart",
      beside: "bare ws server accepting them",
      unit: "ms",
      goals: [{ of: "ratio", is: "at most", must: 2, aim: 1.3 }],
    },
    {
      id: "B7a",
      what: "the event loop's longest block meanwhile",
      beside: "the bare server's",
      unit: "ms",
      goals: [{ of: "ours", is: "at most", must: 100 }],
    },
  ],
  pairs: { smoke: 1, full: 5 },
  measure: async (size, oursFirst) => {
    const { ours, reference } = await bothSides(
      oursFirst,
      () => measureShopbell(size),
      () => measureRelay(size),
    );
    return {
      B7: { ours: ours.ms, reference: reference.ms },
      B7a: { ours: ours.longestBlock, reference: reference.longestBlock },
    };
  },
};

interface Return {
  ms: number;
  longestBlock: number;
}

async function measureShopbell(size: Size): Promise<Return> {
  const count = VISITORS[size];
  return using(new Child<IdleAnswers>("idle"), async (visitors) => {
    const { installation, folder } = await using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
      const installation = await server.ask("start", { operators: 1, config: {} });
      await visitors.ask("visitShopbell", { installation, count });
      await visitors.ask("leave");
      return { installation, folder: await server.ask("keepFolder") };
    });
    try {
      return await using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
        await server.ask("startAgain", { in: folder, port: installation.port });
        await visitors.ask("watch", { installation });
        await server.ask("watchLoop");
        const ms = await timed(() => visitors.ask("visitShopbell", { installation, count }));
        const longestBlock = await server.ask("longestBlock");
        await visitors.ask("hangUp");
        return { ms, longestBlock };
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function measureRelay(size: Size): Promise<Return> {
  return using(new Child<RelayAnswers>("relay"), async (server) => {
    const { port } = await server.ask("start");
    return using(new Child<IdleAnswers>("idle"), async (visitors) => {
      await server.ask("watchLoop");
      const ms = await timed(() => visitors.ask("visitRelay", { port, count: VISITORS[size] }));
      return { ms, longestBlock: await server.ask("longestBlock") };
    });
  });
}

async function timed(act: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
