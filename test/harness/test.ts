import { inspect } from "node:util";
import { test as nodeTest, type TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { endAll } from "./endings.ts";

/** How often a test of the whole system may be begun. `SHOPBELL_TEST_TRIES=1` shows what a second try would have hidden. */
const TRIES = Number(process.env["SHOPBELL_TEST_TRIES"] ?? 2);

/** A try that takes longer hangs. Two of them fit into what `scripts/run-tests.ts` allows for a test; the longest takes a minute. */
const LONGEST_TRY_MS = 140_000;

/**
 * A test of the whole system: servers, sockets and browsers that wait for each other on a machine that may have other things to do.
 * One that fails is tried once more from the beginning, and says so in the output: what is broken fails twice, and a failure that comes
 * and goes is still seen.
 */
export function test(name: string, body: (t: TestContext) => Promise<void> | void): void {
  void nodeTest(name, async (t) => {
    for (let tries = 1; ; tries++) {
      try {
        await inTime(body(t));
        await endAll(t);
        return;
      } catch (error) {
        await endAll(t).catch(() => undefined); // what the first failure was is known
        if (tries >= TRIES) throw error;
        const where = inspect(error).slice(0, 2_000);
        t.diagnostic(`Tried again, because it failed: ${name}\n${where}`);
      }
    }
  });
}

async function inTime(attempt: Promise<void> | void): Promise<void> {
  const over = new AbortController();
  const hangs = async (): Promise<never> => {
    await setTimeout(LONGEST_TRY_MS, undefined, over);
    throw new Error(`It was not through after ${LONGEST_TRY_MS / 1_000} seconds.`);
  };
  try {
    await Promise.race([attempt, hangs()]);
  } finally {
    over.abort();
  }
}
