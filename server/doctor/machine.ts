import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, freemem } from "node:os";
import { getHeapStatistics } from "node:v8";
import { type Finding, finding, hint, problem } from "./finding.ts";

const MB = 1e6;
/** A server with a few hundred visitors, and what the system needs beside it. */
const LEAST_MEMORY = 256 * MB;
/** Below it a busy afternoon of a middling shop does not fit. */
const FEW_DESCRIPTORS = 4_096;
/** A processor takes some thousand connections a second, and may be busy for some tenths of one. */
const SHORT_QUEUE = 1_024;

/** What a process here may use, as far as can be told. */
export interface Machine {
  /** Files and sockets that one process may have open. */
  descriptors: number;
  /** Connections that may wait until the server takes them. */
  queue: number;
  /** Bytes that a process can still take. */
  memory: number;
  /** Bytes of objects that Node allows itself. */
  heap: number;
  processors: number;
}

export function readMachine(): Machine {
  return {
    descriptors: descriptorLimit(),
    queue: Number(read("/proc/sys/net/core/somaxconn") ?? Infinity),
    memory: Math.min(availableMemory(), process.constrainedMemory() || Infinity, cgroupRoom()),
    heap: getHeapStatistics().heap_size_limit,
    processors: Math.min(availableParallelism(), cgroupProcessors()),
  };
}

export function judgeMachine({ descriptors, queue, memory, processors }: Machine): Finding[] {
  const many = Number.isFinite(descriptors) ? descriptors.toLocaleString("en") : "no limit";
  return [
    finding("node", "Node", `${process.versions.node} on ${process.platform} ${process.arch}`), // main.ts lets no older one this far
    finding(
      "processors",
      "Processors",
      processors === 1 ? "1" : `${round(processors)}`,
      processors < 2
        ? hint("Give the server a second processor: one serves the lines, the other writes to the disk.")
        : undefined,
    ),
    finding(
      "memory",
      "Memory",
      `${Math.round(memory / MB).toLocaleString("en")} MB can still be used`,
      memory < LEAST_MEMORY
        ? problem(
            "Free some memory, or raise the container's limit: below 256 MB the system may end the server at any time.",
          )
        : undefined,
    ),
    finding(
      "descriptors",
      "Open files",
      `${many} for one process`,
      descriptors < FEW_DESCRIPTORS
        ? problem(
            "Raise the limit: LimitNOFILE=65536 in the systemd unit, `ulimit -n 65536`, or `--ulimit nofile=65536` of the container. Each tab of each visitor takes one.",
          )
        : undefined,
    ),
    finding(
      "queue",
      "Connections",
      `${Number.isFinite(queue) ? queue.toLocaleString("en") : "as many as the system lets"} may wait to be taken`,
      queue < SHORT_QUEUE
        ? hint(
            "Raise it (`sysctl net.core.somaxconn=4096`, or `--sysctl net.core.somaxconn=4096` of the container), and start the server again: when everybody comes back after a restart, those whom the queue does not hold wait for seconds.",
          )
        : undefined,
    ),
  ];
}

/** Node has raised its own soft limit to the hard one by now. */
function descriptorLimit(): number {
  const line = read("/proc/self/limits")?.match(/^Max open files\s+(\S+)/m)?.[1] ?? said("sh", ["-c", "ulimit -n"]);
  const limit = Number(line);
  return Number.isFinite(limit) && limit > 0 ? limit : Infinity;
}

function availableMemory(): number {
  const kilobytes = read("/proc/meminfo")?.match(/^MemAvailable:\s+(\d+)/m)?.[1];
  return kilobytes === undefined ? freemem() : Number(kilobytes) * 1_024;
}

/** What the container, or the unit, may still take (cgroup 2, then 1). */
function cgroupRoom(): number {
  for (const [limit, used] of [
    ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"],
    ["/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"],
  ] as const) {
    const most = Number(read(limit));
    if (Number.isFinite(most) && most > 0) return Math.max(0, most - Number(read(used) ?? 0));
  }
  return Infinity;
}

function cgroupProcessors(): number {
  const [quota, period] = (read("/sys/fs/cgroup/cpu.max") ?? "").split(" ").map(Number);
  return quota !== undefined && period !== undefined && quota > 0 ? quota / period : Infinity;
}

/** The earliest that a clock can rightly show: this program is not older. */
const NOT_BEFORE = Date.UTC(2026, 0, 1);
const NOT_AFTER = Date.UTC(2100, 0, 1);
/** What a clock that is slowly corrected may move by while the doctor looks. */
const STEADY_MS = 250;

/** Both clocks at a moment; the wall's against one that never jumps. */
export interface Clocks {
  wall: number;
  steady: number;
}

export function readClocks(): Clocks {
  return { wall: Date.now(), steady: performance.now() };
}

/** @param synchronized whether the system says that its clock is kept right by the network; undefined where it says nothing */
export function judgeClock(before: Clocks, after: Clocks, synchronized: boolean | undefined): Finding {
  const jumpMs = after.wall - before.wall - (after.steady - before.steady);
  const shown = `${new Date(after.wall).toISOString().slice(0, 19)}Z`;
  if (after.wall < NOT_BEFORE || after.wall > NOT_AFTER)
    return finding("clock", "Clock", shown, problem("Set the clock: sessions, links and the times in chats go by it."));
  if (Math.abs(jumpMs) > STEADY_MS)
    return finding(
      "clock",
      "Clock",
      `it jumped by ${Math.round(jumpMs)} ms while this looked`,
      problem(
        "Find out what sets the clock: two programs that do, or a virtual machine that was paused. Use one time service.",
      ),
    );
  if (synchronized === false)
    return finding(
      "clock",
      "Clock",
      shown,
      hint("Turn on time synchronization (`timedatectl set-ntp true`): times in chats go by this clock."),
    );
  return finding("clock", "Clock", shown);
}

/** As the system sees it, without asking the network. */
export function isClockSynchronized(): boolean | undefined {
  if (existsSync("/run/systemd/timesync/synchronized")) return true;
  const answer = said("timedatectl", ["show", "--property=NTPSynchronized", "--value"]);
  return answer === "yes" ? true : answer === "no" ? false : undefined;
}

function said(command: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", timeout: 2_000 });
  return status === 0 ? stdout.trim() : undefined;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined; // another system, or none of our business
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
