import type { Shopful } from "../browsing.ts";
import { fillShop } from "../fill-shop.ts";
import { Child } from "../child.ts";
import type { BrowseAnswers, Sent } from "../processes/browse.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import type { RunOptions, Scenario, Size } from "../scenario.ts";
import { using } from "../scenario.ts";

const NEAR: Record<Size, number> = { smoke: 100, full: 10_000 };
const FAR: Record<Size, number> = { smoke: 900, full: 90_000 };
/** The 2,000 who browse make 1,000 page views a second: each stays two seconds on a page. */
const ONE_IN = 5;
/** Each has a session; in the small run one has all the windows. */
const OPERATORS: Record<Size, number> = { smoke: 1, full: 20 };
const PER_SECOND: Record<Size, number> = { smoke: 100, full: 1_000 };
/** Both are whole rounds: every two seconds each visitor has seen one more page. */
const WARM_UP_MS: Record<Size, number> = { smoke: 100, full: 2_000 };
const MEASURE_MS: Record<Size, number> = { smoke: 300, full: 6_000 };
const PAIRS: Record<Size, number> = { smoke: 1, full: 5 };
/** Longer than any run: who has come stays in the list. */
const GRACE_MS = 24 * 3_600_000;

/** What the live list costs the server, and an operator's line, when there are many visitors. */
export const listScenario: Scenario = {
  rows: [
    {
      id: "B4",
      what: "list: server's CPU, 1,000 page views/s, 20 operators, 100,000 visitors",
      beside: "with 10,000",
      unit: "ms/s",
      goals: [{ of: "ratio", is: "at most", must: 1.3, aim: 1 }],
    },
    {
      id: "B5",
      what: "list: to the operator who is sent the most",
      beside: "with 10,000",
      unit: "bytes/s",
      goals: [
        { of: "ratio", is: "at most", must: 1.2 },
        { of: "ours", is: "at most", must: 20_000 },
      ],
    },
  ],
  pairs: PAIRS,
  measure: async (size, _, options) => {
    const [pair, ...rest] = measured.length > 0 ? measured : await measureAll(size, options);
    if (pair === undefined) throw new Error("Nothing was measured.");
    measured = rest;
    const { ours, reference } = pair;
    return {
      B4: {
        ours: ours.cpu,
        reference: reference.cpu,
        notes: { "rows told each second": ours.rows, "with 10,000": reference.rows },
      },
      B5: { ours: ours.most, reference: reference.most, notes: { "to an operator on average": ours.mean } },
    };
  },
};

/** What one server did: `cpu` in milliseconds each second. */
interface Work extends Sent {
  cpu: number;
}

/** The pairs that are still to be told. */
let measured: { ours: Work; reference: Work }[] = [];

/** Filling the list takes longer than measuring it, so both servers stay for all pairs; the one that waits has nothing to do. */
async function measureAll(size: Size, options: RunOptions): Promise<{ ours: Work; reference: Work }[]> {
  return withShop(size, { near: NEAR[size], far: FAR[size], oneIn: ONE_IN }, options, (measureOurs) =>
    withShop(size, { near: NEAR[size], far: 0, oneIn: ONE_IN }, options, async (measureReference) => {
      const pairs = [];
      for (let pair = 0; pair < PAIRS[size]; pair += 1) {
        if (pair % 2 === 0) {
          const ours = await measureOurs();
          pairs.push({ ours, reference: await measureReference() });
        } else {
          const reference = await measureReference();
          pairs.push({ ours: await measureOurs(), reference });
        }
      }
      return pairs;
    }),
  );
}

function withShop<R>(
  size: Size,
  shopful: Shopful,
  { profile }: RunOptions,
  act: (measure: () => Promise<Work>) => Promise<R>,
): Promise<R> {
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return using(new Child<ShopbellAnswers>("shopbell", { flags }), async (server) => {
    const installation = await server.ask("start", { operators: OPERATORS[size], config: { graceMs: GRACE_MS } });
    return using(new Child<BrowseAnswers>("browse"), async (shop) => {
      await fillShop(shop, installation, shopful);
      await shop.ask("watch", { installation, shopful });
      return act(async () => {
        await shop.ask("browse", { perSecond: PER_SECOND[size], ms: WARM_UP_MS[size] });
        const before = await server.ask("usage");
        const sent = await shop.ask("browse", { perSecond: PER_SECOND[size], ms: MEASURE_MS[size] });
        const after = await server.ask("usage");
        return { ...sent, cpu: (after.cpu - before.cpu) / MEASURE_MS[size] };
      });
    });
  });
}
