import type { Config } from "../config.ts";
import { type Bound, type Capacity, capacityOf, type Costs, SECONDS_PER_PAGE } from "./capacity.ts";
import { type Finding, finding, hint, problem } from "./finding.ts";
import { examineFolder } from "./folder.ts";
import { isClockSynchronized, judgeClock, judgeMachine, readClocks, readMachine } from "./machine.ts";
import { measureCosts } from "./measure.ts";
import { examineWay } from "./proxy.ts";

export interface Report {
  findings: Finding[];
  /** How many visitors this machine carries, and what limits them; missing where it could not be measured. */
  capacity?: Capacity & { measured: Costs };
  /** No problem was found. */
  ok: boolean;
}

/** Files that the doctor itself has open, and its clients' ends. */
const DOCTORS_DESCRIPTORS = 100;

const BOUNDED_BY: Record<Bound, string> = {
  descriptors: "the number of open files",
  memory: "the memory",
  heap: "the memory that Node allows itself",
  processor: "the processor",
  configuration: "--visitors",
};
const RAISED_BY: Record<Bound, string> = {
  descriptors:
    "To carry more, raise the limit of open files (LimitNOFILE in the systemd unit, --ulimit nofile of a container).",
  memory: "To carry more, give the machine or the container more memory.",
  heap: "To carry more, start it with more: NODE_OPTIONS=--max-old-space-size=8192.",
  processor: "To carry more, use a machine with faster cores: one of them serves all lines.",
  configuration: "To carry more, raise --visitors.",
};
const FEW_VISITORS = 200;

/** Looks at everything that has been found to go wrong, and measures what this machine carries. Takes about ten seconds. */
export async function examine(config: Config): Promise<Report> {
  const before = readClocks();
  const machine = readMachine();
  const findings = [...judgeMachine(machine), ...examineFolder(config.dataFolder)];
  const url =
    config.publicUrl ?? `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`;
  findings.push(...(await examineWay(url, config.publicUrl !== undefined)));
  let capacity: Report["capacity"];
  try {
    // Each visitor takes a descriptor at both ends, for a moment two.
    const costs = await measureCosts(Math.max(1, Math.floor((machine.descriptors - DOCTORS_DESCRIPTORS) / 2)));
    capacity = { ...capacityOf(machine, costs, config), measured: costs };
    findings.push(judgeCapacity(capacity));
  } catch (error) {
    const advice = "Free some memory and some processor time, and ask again.";
    findings.push(finding("capacity", "Visitors", `could not be measured: ${String(error)}`, problem(advice)));
  }
  findings.push(judgeClock(before, readClocks(), isClockSynchronized()));
  return { findings, ...(capacity && { capacity }), ok: findings.every(({ is }) => is !== "problem") };
}

export function judgeCapacity({ visitors, bound, measured }: Capacity & { measured: Costs }): Finding {
  const found =
    `about ${roundDown(visitors).toLocaleString("en")} at a time, bounded by ${BOUNDED_BY[bound]} ` +
    `(measured with ${measured.visitors}: ${(measured.bytesPerVisitor / 1e3).toFixed(1)} KB each, ` +
    `${Math.round(measured.cpuPerPage)} µs for a page, one each ${SECONDS_PER_PAGE} s)`;
  return finding("capacity", "Visitors", found, visitors < FEW_VISITORS ? hint(RAISED_BY[bound]) : undefined);
}

/** To two digits: more would be a promise that no measurement can give. */
function roundDown(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.floor(value / step) * step;
}
