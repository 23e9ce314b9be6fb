import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** What a process holds, in bytes, after everything that can be let go of has been. */
export interface Memory {
  /** What the system counts for the process, threads included. */
  rss: number;
  /** What its main thread's objects and buffers take. */
  heap: number;
}

/** Since the start of the process. */
export interface Usage {
  /** CPU time of all threads, in microseconds. */
  cpu: number;
  /** That of the event loop's thread. */
  loopCpu: number;
  /** How long the event loop was busy. */
  busyMs: number;
}

/** Needs `--expose-gc`. */
export async function measureMemory(): Promise<Memory> {
  // Several times: what one collection finds unreachable, another lets go of, and freed pages are given back with a delay.
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
    await pause(100);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

export function measureUsage(): Usage {
  const all = process.cpuUsage();
  const loop = process.threadCpuUsage();
  const busyMs = performance.eventLoopUtilization().active;
  return { cpu: all.user + all.system, loopCpu: loop.user + loop.system, busyMs };
}

/** How often the loop is looked at; it says so itself when it was kept from looking. */
const LOOK_MS = 5;
let loop: ReturnType<typeof monitorEventLoopDelay> | undefined;

/** Begins to watch for how long the event loop is blocked. */
export function watchLoop(): void {
  loop = monitorEventLoopDelay({ resolution: LOOK_MS });
  loop.enable();
}

/** The longest block since `watchLoop`, in milliseconds. */
export function longestBlock(): number {
  return (loop?.max ?? Number.NaN) / 1e6 - LOOK_MS;
}
