import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makeConfig } from "../config.ts";
import { ShopbellServer } from "../server.ts";

/** What the doctor is told of the server that it measures. */
export interface Usage {
  /** Bytes, after everything that can be let go of has been. */
  rss: number;
  heap: number;
  /** Microseconds of the event loop's thread since the start. */
  cpu: number;
}

export type FromMeasured = { url: string; setUpLink: string } | Usage;

/** Often, so that a few seconds have several. */
export const BEAT_MS = 1_000;
const COLLECTIONS = 4;

/** A whole server in a temporary folder, for the doctor who has started this process with `--expose-gc`; it ends with the doctor. */
export async function serveForDoctor(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-doctor-"));
  const server = new ShopbellServer(
    makeConfig({
      port: 0,
      dataFolder: folder,
      logLevel: "silent",
      heartbeatMs: BEAT_MS,
      graceMs: 100,
      restartSpreadMs: 0,
      socketsPerAddress: 1_000_000,
      overloadAfterMs: 3_600_000, // what it would do less of is part of what is measured
    }),
  );
  const end = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.once("disconnect", () => void end());
  process.on("SIGINT", () => undefined); // the terminal's Ctrl+C goes to the doctor as well, with whom this ends
  process.on("message", () => void measure().then(tell));
  const { url, setUpLink = "" } = await server.start();
  tell({ url, setUpLink });
}

async function measure(): Promise<Usage> {
  for (let round = 0; round < COLLECTIONS; round += 1) {
    globalThis.gc?.();
    await pause(100);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.threadCpuUsage();
  return { rss, heap: heapUsed + external, cpu: user + system };
}

function tell(word: FromMeasured): void {
  process.send?.(word);
}
