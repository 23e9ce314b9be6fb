import type { Shopful } from "../browsing.ts";
import { Child } from "../child.ts";
import { median } from "../compare.ts";
import { ConsoleScreen, type Smoothness } from "../console-screen.ts";
import { fillShop } from "../fill-shop.ts";
import type { Installation } from "../installation.ts";
import type { BrowseAnswers } from "../processes/browse.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { type Row, type Scenario, type Size, using } from "../scenario.ts";

/** All are shown, wherever one scrolls to, and everywhere some of them browse. */
const MANY: Record<Size, Shopful> = {
  smoke: { near: 1_000, far: 0, oneIn: 10 },
  full: { near: 100_000, far: 0, oneIn: 50 },
};
const FEW: Shopful = { near: 100, far: 0, oneIn: 50 };
const PER_SECOND: Record<Size, number> = { smoke: 100, full: 1_000 };
const REST_MS: Record<Size, number> = { smoke: 300, full: 2_000 };
const DRAG_MS: Record<Size, number> = { smoke: 300, full: 4_000 };
const WHEEL_MS: Record<Size, number> = { smoke: 300, full: 3_000 };
/** Those who browse go on a little longer than it is looked at. */
const OVERTIME_MS = 500;
const PAIRS: Record<Size, number> = { smoke: 1, full: 5 };
const GRACE_MS = 24 * 3_600_000;
/** Sixty frames a second. */
const FRAME_MS = 1_000 / 60;

const SMOOTH: Pick<Row, "beside" | "unit" | "goals"> = {
  beside: "60 frames/s",
  unit: "ms",
  goals: [{ of: "ours", is: "at most", must: 50 }],
};

/** What a list of 100,000 visitors is like to look at and to scroll through while 1,000 of them change each second. */
export const consoleScenario: Scenario = {
  rows: [
    {
      ...SMOOTH,
      id: "B8",
      what: "console: longest frame while 100,000 visitors are scrolled through, 1,000 changes/s",
    },
    { ...SMOOTH, id: "B8a", what: "console: longest task of the page meanwhile" },
    {
      id: "B8b",
      what: "console: first rows on the screen, 100,000 visitors",
      beside: "with 100",
      unit: "ms",
      goals: [{ of: "ratio", is: "at most", must: 1.3 }],
    },
  ],
  pairs: PAIRS,
  measure: async (size) => {
    const [pair, ...rest] = looked.length > 0 ? looked : await lookAll(size);
    if (pair === undefined) throw new Error("Nothing was measured.");
    looked = rest;
    const { first, firstOfFew, resting, dragging, turning } = pair;
    const all = [...dragging.frames, ...turning.frames];
    return {
      B8: {
        ours: Math.max(...all),
        reference: FRAME_MS,
        notes: {
          "frames over 50 ms, of 1,000": (all.filter((ms) => ms > 50).length / all.length) * 1_000,
          "median frame": median(all),
          "longest while nobody scrolls": Math.max(...resting.frames),
        },
      },
      B8a: {
        ours: Math.max(0, ...dragging.longTasks, ...turning.longTasks),
        reference: FRAME_MS,
        notes: {
          "CPU of the longest task": Math.max(dragging.longestTaskCpu, turning.longestTaskCpu),
          "page's thread at work while dragging, of 1": dragging.busy,
          "while the wheel turns": turning.busy,
          "while nobody scrolls": resting.busy,
        },
      },
      B8b: { ours: first, reference: firstOfFew },
    };
  },
};

interface Look {
  first: number;
  firstOfFew: number;
  resting: Smoothness;
  dragging: Smoothness;
  turning: Smoothness;
}

/** The pairs that are still to be told. */
let looked: Look[] = [];

/** Filling the list takes longer than looking at it, so both servers stay for all pairs; each pair has browsers of its own. */
async function lookAll(size: Size): Promise<Look[]> {
  return withShop(MANY[size], (many, shop) =>
    withShop(FEW, async (few) => {
      const looks: Look[] = [];
      for (let pair = 0; pair < PAIRS[size]; pair += 1) {
        let firstOfFew = Number.NaN;
        const lookAtFew = async () => (firstOfFew = await using(await ConsoleScreen.open(few), firstRows));
        if (pair % 2 === 1) await lookAtFew();
        const ours = await using(await ConsoleScreen.open(many), (screen) => look(screen, shop, size));
        if (pair % 2 === 0) await lookAtFew();
        looks.push({ ...ours, firstOfFew });
      }
      return looks;
    }),
  );
}

async function look(screen: ConsoleScreen, shop: Child<BrowseAnswers>, size: Size): Promise<Omit<Look, "firstOfFew">> {
  await screen.sortBy("Location");
  const ms = REST_MS[size] + DRAG_MS[size] + WHEEL_MS[size] + OVERTIME_MS;
  const browsing = shop.ask("browse", { perSecond: PER_SECOND[size], ms });
  const resting = await screen.rest(REST_MS[size]);
  const dragging = await screen.drag(DRAG_MS[size]);
  const turning = await screen.wheel(WHEEL_MS[size]);
  await browsing;
  return { first: screen.firstRowsMs, resting, dragging, turning };
}

async function firstRows({ firstRowsMs }: ConsoleScreen): Promise<number> {
  return firstRowsMs;
}

function withShop<R>(
  shopful: Shopful,
  act: (installation: Installation, shop: Child<BrowseAnswers>) => Promise<R>,
): Promise<R> {
  return using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
    const installation = await server.ask("start", { operators: 1, config: { graceMs: GRACE_MS } });
    return using(new Child<BrowseAnswers>("browse"), async (shop) => {
      await fillShop(shop, installation, shopful);
      return act(installation, shop);
    });
  });
}
