import { performance } from "node:perf_hooks";

/** What a process holds, in bytes, after everything that can be let go of has been. */
export interface Memory {
  /** What the system counts for the process, threads included. */
  rss: number;
  /** What its main thread's objects and buffers take. */
  heap: number;
}

/** CPU time in microseconds, all threads; and how much of the time since the start the event loop was busy. */
export interface Usage {
  cpu: number;
  busyMs: number;
}

/** Needs `--expose-gc`. */
export async function measureMemory(): Promise<Memory> {
  // Several times: what one collection finds unreachable, another lets go of, and freed pages are given back with a delay.
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

export function measureUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpu: user + system, busyMs: performance.eventLoopUtilization().active };
}
