import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeHeapSnapshot } from "node:v8";
import { root } from "../../scripts/prepare.mjs";
import { type Config, makeConfig } from "../../server/config.ts";
import { yieldHelperThreads } from "../../server/helper-threads.ts";
import { ShopbellServer } from "../../server/server.ts";
import { answerQuestions } from "../child.ts";
import { type Installation, setUp } from "../installation.ts";
import { longestBlock, measureMemory, measureUsage, watchLoop } from "../usage.ts";

// The whole server as it is shipped, in a folder of its own on the disk where its data would be. Only the bounds that keep one
// address from doing what a bench does are raised.
const OPEN: Partial<Config> = {
  port: 0,
  logLevel: "error",
  socketsPerAddress: 1_000_000,
  visitors: 1_000_000,
  visitorBurst: 1_000_000_000,
  visitorFramesPerSecond: 1_000_000_000,
  // Under overload the server does less, which must not pass for speed.
  overloadAfterMs: 3_600_000,
  operatorBurst: 1_000_000_000,
  operatorFramesPerSecond: 1_000_000_000,
};

interface Start {
  operators: number;
  config: Partial<Config>;
  /** The shop's; `SHOP_ORIGIN` without. */
  origins?: string[];
}

yieldHelperThreads(); // as the program does

let server: ShopbellServer | undefined;
/** What goes with this process. */
let folder: string | undefined;

const answers = {
  start: async ({ operators, config, origins }: Start): Promise<Installation> => {
    await mkdir(`${root}data`, { recursive: true });
    folder = await mkdtemp(join(`${root}data`, "bench-"));
    server = new ShopbellServer(makeConfig({ ...OPEN, ...config, dataFolder: folder }));
    const { url, setUpLink = "" } = await server.start();
    return setUp(url, setUpLink, operators, origins);
  },
  /** Starts in a folder where one has been set up, and leaves it there. */
  startAgain: async ({ in: dataFolder, port }: { in: string; port: number }): Promise<void> => {
    server = new ShopbellServer(makeConfig({ ...OPEN, port, dataFolder }));
    await server.start();
  },
  /** For the one who starts there again. */
  keepFolder: (): string => {
    if (folder === undefined) throw new Error("Nothing has been started here.");
    const kept = folder;
    folder = undefined;
    return kept;
  },
  memory: () => measureMemory(),
  /** Everything that is held, for Chromium's memory panel. */
  snapshot: ({ file }: { file: string }): string => writeHeapSnapshot(file),
  usage: () => measureUsage(),
  watchLoop: () => watchLoop(),
  longestBlock: () => longestBlock(),
};
export type ShopbellAnswers = typeof answers;

answerQuestions(answers, async () => {
  await server?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});
