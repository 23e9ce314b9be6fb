import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../../scripts/prepare.mjs";
import { bothSides, type Scenario } from "../scenario.ts";

interface Start {
  /** From the command to the first answer. */
  ms: number;
  /** Resident memory at that moment, in bytes. */
  rss: number;
}

/** A server that does not answer within this has not started. */
const PATIENCE_MS = 30_000;

/** How long the shop waits for its server after a restart, and what that holds then. */
export const startScenario: Scenario = {
  rows: [
    {
      id: "B11",
      what: "from the command to the first request answered",
      beside: "empty fastify server",
      unit: "ms",
      goals: [{ of: "ratio", is: "at most", must: 2 }],
    },
    {
      id: "B11a",
      what: "resident memory then",
      beside: "empty fastify server",
      unit: "MB",
      goals: [{ of: "ours", is: "at most", must: 110 }],
    },
  ],
  pairs: { smoke: 1, full: 5 },
  measure: async (_size, oursFirst) => {
    const { ours, reference } = await bothSides(oursFirst, startShopbell, startEmpty);
    return {
      B11: { ours: ours.ms, reference: reference.ms },
      B11a: { ours: ours.rss / 1e6, reference: reference.rss / 1e6 },
    };
  },
};

/** As the published package starts: compiled, and in a folder that is there already, which is what a restart finds. */
async function startShopbell(): Promise<Start> {
  const program = compiled();
  await mkdir(join(root, "data"), { recursive: true });
  const folder = await mkdtemp(join(root, "data", "bench-"));
  try {
    await start(program, { SHOPBELL_DATA: folder });
    return await start(program, { SHOPBELL_DATA: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let program: string | undefined;

/** The server as it is published, built again if it is not what is in the sources. */
function compiled(): string {
  if (program === undefined) {
    const { status } = spawnSync(process.execPath, ["scripts/build.ts", "--if-stale"], { cwd: root });
    if (status !== 0) throw new Error("The server could not be built.");
    program = join(root, "dist", "server", "main.js");
  }
  return program;
}

function startEmpty(): Promise<Start> {
  return start(join(root, "bench", "processes", "empty-fastify.mjs"), {});
}

async function start(program: string, settings: Record<string, string>): Promise<Start> {
  const port = await freePort();
  const env = { ...process.env, ...settings, PORT: String(port), HOST: "127.0.0.1", SHOPBELL_LOG_LEVEL: "error" };
  const from = performance.now();
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    await answered(`http://127.0.0.1:${port}/health`, child);
    return { ms: performance.now() - from, rss: rssOf(child) };
  } finally {
    const exit = once(child, "exit");
    if (child.exitCode === null && child.kill("SIGTERM")) await exit;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function answered(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until && child.exitCode === null) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      await pause(5); // not listening yet
    }
  }
  throw new Error(`${url} did not answer.`);
}

function rssOf({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
