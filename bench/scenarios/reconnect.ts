import { rm } from "node:fs/promises";
import { Child } from "../child.ts";
import type { IdleAnswers } from "../processes/idle.ts";
import type { RelayAnswers } from "../processes/relay.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Scenario, type Size, using } from "../scenario.ts";

const VISITORS: Record<Size, number> = { smoke: 300, full: 15_000 };

/** Everybody comes back at once after a restart of the server. Widgets spread this out; here nobody does. */
export const reconnectScenario: Scenario = {
  id: "B7",
  what: "15,000 visitors back after a restart",
  beside: "bare ws server accepting them",
  unit: "ms",
  goal: { of: "ratio", is: "at most", must: 2, aim: 1.3 },
  pairs: { smoke: 1, full: 5 },
  measure: async (size, oursFirst) => {
    const { ours, reference } = await bothSides<Return>(
      oursFirst,
      () => measureShopbell(size),
      () => measureRelay(size),
    );
    return {
      ours: ours.ms,
      reference: reference.ms,
      notes: { "our event loop's longest block, ms": ours.longestBlock ?? Number.NaN },
    };
  },
};

interface Return {
  ms: number;
  longestBlock?: number;
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
    return using(new Child<IdleAnswers>("idle"), async (visitors) => ({
      ms: await timed(() => visitors.ask("visitRelay", { port, count: VISITORS[size] })),
    }));
  });
}

async function timed(act: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
