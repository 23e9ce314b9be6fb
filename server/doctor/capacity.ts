import type { Machine } from "./machine.ts";

/** What visitors cost this machine, as measured on it. */
export interface Costs {
  visitors: number;
  /** Resident bytes of a server without anybody. */
  baseBytes: number;
  /** Resident bytes of the process for each visitor who is there. */
  bytesPerVisitor: number;
  /** Of them on the heap. */
  heapPerVisitor: number;
  heapBase: number;
  /** Microseconds of the event loop's thread for a page that somebody opens, from the connection on. */
  cpuPerPage: number;
  /** And for one heartbeat of somebody who reads. */
  cpuPerBeat: number;
}

export type Bound = "descriptors" | "memory" | "heap" | "processor" | "configuration";

export interface Capacity {
  visitors: number;
  /** Which of them is the least. */
  bound: Bound;
  bounds: Record<Bound, number>;
}

/** A visitor looks at a page for so long before the next. */
export const SECONDS_PER_PAGE = 30;
/** Files that the server has open besides, and operators. */
const OWN_DESCRIPTORS = 300;
/** The kernel keeps about as much for a socket that is open, outside of the process. */
const KERNEL_BYTES = 5_000;
/** Of memory and of a core's time: the rest is for chats, for garbage, and for a bad day. */
const USABLE = 0.7;

/** How many visitors with one tab each fit, by each bound. Pure. */
export function capacityOf(
  { descriptors, memory, heap }: Machine,
  costs: Costs,
  { visitors, heartbeatMs }: { visitors: number; heartbeatMs: number },
): Capacity {
  const perSecond = costs.cpuPerPage / SECONDS_PER_PAGE + costs.cpuPerBeat / (heartbeatMs / 1_000);
  const bounds: Record<Bound, number> = {
    descriptors: descriptors - OWN_DESCRIPTORS,
    memory: (memory * USABLE - costs.baseBytes) / (costs.bytesPerVisitor + KERNEL_BYTES),
    heap: (heap * USABLE - costs.heapBase) / costs.heapPerVisitor,
    processor: (1e6 * USABLE) / perSecond,
    configuration: visitors,
  };
  for (const [name, many] of Object.entries(bounds) as [Bound, number][]) bounds[name] = Math.max(0, Math.floor(many));
  const [bound, least] = (Object.entries(bounds) as [Bound, number][]).reduce((a, b) => (b[1] < a[1] ? b : a));
  return { visitors: least, bound, bounds };
}
