import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Child } from "../child.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import type { SoakAnswers, SoakTally } from "../processes/soak.ts";
import { type Scenario, type Size, using } from "../scenario.ts";
import type { Memory } from "../usage.ts";

/** A day in twenty minutes. */
const TIMES = 72;
const VISITS_A_DAY = 50_000;
const PAGE_MS: Record<Size, number> = { smoke: 3_000, full: 30_000 };
/** Until the first look: by then everything that is made once is there. */
const BEFORE_MS: Record<Size, number> = { smoke: 800, full: 5 * 60_000 };
/** From there to the end. It is run in parts, each of them shorter than the patience with an answer. */
const AFTER_MS: Record<Size, number> = { smoke: 800, full: 15 * 60_000 };
const PART_MS = 60_000;
const OPERATORS: Record<Size, number> = { smoke: 2, full: 4 };
const MB = 1e6;

// The server's own times go as fast as the day. Those that are not named here end nothing that the day begins.
const CONFIG = { graceMs: 3_500 / TIMES, missAfterGoneMs: 10_000, endAfterGoneMs: 15_000, invitationMs: 2_000 };
/** After this nobody who left is waited for any more: the last chat is ended, the last visitor swept away. */
const SETTLE_MS: Record<Size, number> = { smoke: 100, full: CONFIG.endAfterGoneMs + 3_000 };

/** Whether the server holds more at the end of a day than soon after its start. */
export const soakScenario: Scenario = {
  rows: [
    {
      id: "B12",
      what: "memory after a day's traffic, in twenty minutes",
      beside: "after a quarter of it",
      unit: "MB",
      goals: [{ of: "ratio", is: "at most", must: 1.1 }],
    },
    // What the whole process holds hides a little leak behind what it always holds.
    {
      id: "B12a",
      what: "of it the main thread's heap",
      beside: "after a quarter of it",
      unit: "MB",
      goals: [{ of: "ratio", is: "at most", must: 1.1 }],
    },
  ],
  pairs: { smoke: 1, full: 1 },
  onlyWhenNamed: true,
  measure: (size, _, { profile }) =>
    using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
      const installation = await server.ask("start", { operators: OPERATORS[size], config: CONFIG });
      return using(new Child<SoakAnswers>("soak"), async (day) => {
        const visitsPerSecond = (VISITS_A_DAY * TIMES) / 86_400;
        await day.ask("open", { installation, visitsPerSecond, pageMs: PAGE_MS[size] / TIMES, moveMs: 1_000 });
        const early = await look(server, day, size, BEFORE_MS[size]);
        if (profile !== undefined) await server.ask("snapshot", { file: join(profile, "early.heapsnapshot") });
        const late = await look(server, day, size, AFTER_MS[size]);
        if (profile !== undefined) await server.ask("snapshot", { file: join(profile, "late.heapsnapshot") });
        const { visits, pages, chats, answers } = late.tally;
        return {
          B12: {
            ours: late.memory.rss / MB,
            reference: early.memory.rss / MB,
            notes: { visits, pages, chats, answers },
          },
          B12a: { ours: late.memory.heap / MB, reference: early.memory.heap / MB },
        };
      });
    }),
};

/** Runs the day for so long, lets everybody leave, and looks at what the server holds then. */
async function look(
  server: Child<ShopbellAnswers>,
  day: Child<SoakAnswers>,
  size: Size,
  ms: number,
): Promise<{ memory: Memory; tally: SoakTally }> {
  for (let left = ms; left > 0; left -= PART_MS) {
    const { fault } = await day.ask("run", { ms: Math.min(left, PART_MS) });
    if (fault !== undefined) throw new Error(`The day went wrong: ${fault}`);
  }
  const tally = await day.ask("leave");
  await pause(SETTLE_MS[size]);
  return { memory: await server.ask("memory"), tally };
}
