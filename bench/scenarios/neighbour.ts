import type { Shopful } from "../browsing.ts";
import { Child } from "../child.ts";
import { fillShop } from "../fill-shop.ts";
import { addSite, type Installation } from "../installation.ts";
import type { BrowseAnswers } from "../processes/browse.ts";
import type { Latency, PaceAnswers } from "../processes/pace.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Row, type RunOptions, type Scenario, type Size, using } from "../scenario.ts";

/** Of the neighbour: all of them are there, and each goes to another page every ten seconds. */
const VISITORS: Record<Size, number> = { smoke: 100, full: 10_000 };
const VIEWS_PER_SECOND: Record<Size, number> = { smoke: 100, full: 1_000 };
/** Of the small site. */
const PAIRS: Record<Size, number> = { smoke: 5, full: 20 };
const PER_SECOND = 200;
const WARM_UP_MS: Record<Size, number> = { smoke: 100, full: 1_000 };
const MEASURE_MS: Record<Size, number> = { smoke: 300, full: 5_000 };
/** The neighbour's visitors go on until the last message has been answered. */
const LONGER_MS: Record<Size, number> = { smoke: 100, full: 500 };

const COMMON: Pick<Row, "beside" | "unit"> = { beside: "the small site alone", unit: "ms" };

/** Whether a small site is served as well when another one of the same server is full of visitors. */
export const neighbourScenario: Scenario = {
  rows: [
    {
      ...COMMON,
      id: "B13",
      what: "small site beside one with 10,000 visitors, 1,000 page views/s: acknowledged, median",
      goals: [{ of: "ratio", is: "at most", must: 1.3 }],
    },
    {
      ...COMMON,
      id: "B13a",
      what: "the same, 99th percentile",
      goals: [{ of: "difference", is: "at most", must: 20 }],
    },
  ],
  pairs: { smoke: 1, full: 5 },
  measure: async (size, oursFirst, options) => {
    const { ours, reference } = await bothSides(
      oursFirst,
      () => measureBeside(size, options),
      () => withServer(options, 1, (installation) => withPairs(installation, size, (pace) => run(pace, size))),
    );
    return {
      B13: { ours: ours.median, reference: reference.median },
      B13a: { ours: ours.p99, reference: reference.p99 },
    };
  },
};

/** A console of the neighbour's, with each of the windows that B4 has. */
function measureBeside(size: Size, options: RunOptions): Promise<Latency> {
  const shopful: Shopful = { near: VISITORS[size], far: 0, oneIn: 1 };
  return withServer(options, 2, async (installation) => {
    const neighbour = await addSite(installation, "Neighbour");
    return using(new Child<BrowseAnswers>("browse"), async (shop) => {
      await fillShop(shop, neighbour, shopful);
      await shop.ask("watch", { installation: neighbour, shopful });
      return withPairs(installation, size, async (pace) => {
        const ms = WARM_UP_MS[size] + MEASURE_MS[size] + LONGER_MS[size];
        const browsing = shop.ask("browse", { perSecond: VIEWS_PER_SECOND[size], ms });
        const latency = await run(pace, size);
        await browsing;
        return latency;
      });
    });
  });
}

function withServer(
  { profile }: RunOptions,
  operators: number,
  act: (installation: Installation) => Promise<Latency>,
): Promise<Latency> {
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return using(new Child<ShopbellAnswers>("shopbell", { flags }), async (server) =>
    act(await server.ask("start", { operators, config: {} })),
  );
}

function withPairs(
  installation: Installation,
  size: Size,
  act: (pace: Child<PaceAnswers>) => Promise<Latency>,
): Promise<Latency> {
  return using(new Child<PaceAnswers>("pace"), async (pace) => {
    await pace.ask("connectShopbell", { installation, wish: { pairs: PAIRS[size], pairsPerOperator: PAIRS[size] } });
    return act(pace);
  });
}

function run(pace: Child<PaceAnswers>, size: Size): Promise<Latency> {
  return pace.ask("run", { perSecond: PER_SECOND, warmUpMs: WARM_UP_MS[size], ms: MEASURE_MS[size] });
}
