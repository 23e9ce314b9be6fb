import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/prepare.mjs";
import { Child } from "../child.ts";
import { median } from "../compare.ts";
import type { Latency, PaceAnswers } from "../processes/pace.ts";
import type { RelayAnswers } from "../processes/relay.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Row, type Scenario, type Size, using } from "../scenario.ts";

const PER_SECOND: Record<Size, number> = { smoke: 200, full: 2_000 };
const PAIRS: Record<Size, number> = { smoke: 10, full: 200 };
const WARM_UP_MS: Record<Size, number> = { smoke: 100, full: 1_000 };
const MEASURE_MS: Record<Size, number> = { smoke: 200, full: 5_000 };
const FLUSHES: Record<Size, number> = { smoke: 10, full: 300 };
/** What SQLite writes at least for a commit of one page, with its frame's header. */
const PAGE_BYTES = 4_096 + 24;

const COMMON: Pick<Row, "beside" | "unit"> = { beside: "bare relay's median and one flush", unit: "ms" };

/** How long until a sender knows that the message is on disk, at a pace that leaves the server time to spare. */
export const latencyScenario: Scenario = {
  rows: [
    {
      ...COMMON,
      id: "B2",
      what: "acknowledged, 2,000 messages/s, median",
      goals: [{ of: "ratio", is: "at most", must: 2, aim: 1.3 }],
    },
    {
      ...COMMON,
      id: "B2a",
      what: "acknowledged, 2,000 messages/s, 99th percentile",
      goals: [{ of: "ratio", is: "at most", must: 5 }],
    },
  ],
  pairs: { smoke: 1, full: 5 },
  measure: async (size, oursFirst) => {
    const flush = flushMs(FLUSHES[size]);
    const { ours, reference } = await bothSides(
      oursFirst,
      () => measureShopbell(size),
      () => measureRelay(size),
    );
    const least = reference.median + flush;
    const notes = { "the relay's median": reference.median, "the disk's median flush": flush };
    return {
      B2: { ours: ours.median, reference: least, notes },
      B2a: { ours: ours.p99, reference: least, notes: { "the relay's": reference.p99 } },
    };
  },
};

async function measureShopbell(size: Size): Promise<Latency> {
  return using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
    const installation = await server.ask("start", { operators: 1, config: {} });
    return using(new Child<PaceAnswers>("pace"), async (pace) => {
      await pace.ask("connectShopbell", { installation, wish: { pairs: PAIRS[size], pairsPerOperator: 1 } });
      return run(pace, size);
    });
  });
}

async function measureRelay(size: Size): Promise<Latency> {
  return using(new Child<RelayAnswers>("relay"), async (server) => {
    const { port } = await server.ask("start");
    return using(new Child<PaceAnswers>("pace"), async (pace) => {
      await pace.ask("connectRelay", { port, wish: { pairs: PAIRS[size], pairsPerOperator: 1 } });
      return run(pace, size);
    });
  });
}

function run(pace: Child<PaceAnswers>, size: Size): Promise<Latency> {
  return pace.ask("run", { perSecond: PER_SECOND[size], warmUpMs: WARM_UP_MS[size], ms: MEASURE_MS[size] });
}

/** The median time that the disk under the data takes to flush a page appended to a file. */
function flushMs(count: number): number {
  const folder = join(root, "data");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `bench-flush-${process.pid}`);
  const file = openSync(path, "w");
  const page = Buffer.alloc(PAGE_BYTES, 7);
  try {
    return median(
      Array.from({ length: count }, () => {
        writeSync(file, page);
        const from = performance.now();
        fdatasyncSync(file);
        return performance.now() - from;
      }),
    );
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}
