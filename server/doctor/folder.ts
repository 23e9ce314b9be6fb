import { closeSync, existsSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Finding, finding, hint, problem, type Trouble } from "./finding.ts";

const FLUSHES = 100;
/** What SQLite writes at least for a commit of one page, with its frame's header. */
const PAGE_BYTES = 4_096 + 24;
const GB = 1e9;

/** From here on each message is felt to wait. */
const SLOW_FLUSH_MS = 20;
/** No disk is as fast: it only says that it has written. */
const INCREDIBLE_FLUSH_MS = 0.015;

// As statfs(2) tells them, on Linux.
const NETWORK: Readonly<Record<number, string>> = {
  0x6969: "NFS",
  0x517b: "SMB",
  0xff534d42: "CIFS",
  0xfe534d42: "SMB 2",
  0x01021997: "9P",
  0x00c36400: "Ceph",
  0x5346414f: "AFS",
  0x47504653: "GPFS",
  0x65735546: "FUSE",
};
const TMPFS = 0x01021994;

/** Whether the data folder can be used, where it is, and how quickly it puts something on the disk. The folder itself is not made. */
export function examineFolder(dataFolder: string): Finding[] {
  let folder = resolve(dataFolder);
  while (!existsSync(folder)) folder = dirname(folder);
  const isThere = folder === resolve(dataFolder);
  const shown = isThere ? folder : `${resolve(dataFolder)}, to be made in ${folder}`;
  let trial: string;
  try {
    trial = mkdtempSync(join(folder, ".shopbell-doctor-"));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    const advice = "Let the user who runs the server write there, or choose another folder with --data.";
    return [finding("folder", "Data folder", `${shown}: not writable (${why})`, problem(advice))];
  }
  try {
    return [finding("folder", "Data folder", shown, troubleOf(folder)), judgeFlush(measureFlush(trial))];
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

function troubleOf(folder: string): Trouble | undefined {
  const { type, bavail, bsize } = statfsSync(folder);
  const network = process.platform === "linux" ? NETWORK[type >>> 0] : undefined;
  if (network !== undefined)
    return problem(
      `Put it on a disk of this machine with --data: on ${network} neither locks nor flushes can be relied upon.`,
    );
  if (process.platform === "linux" && type === TMPFS)
    return problem("Put it on a disk with --data: this folder is in memory, and everything is gone after a restart.");
  if (bavail * bsize < GB)
    return hint(
      "Make room: less than 1 GB is free on this disk, and a server that cannot write cannot take a message.",
    );
  return undefined;
}

interface Flush {
  medianMs: number;
  worstMs: number;
}

/** How long a page that is appended to a file takes to be on the disk, as with every message. */
function measureFlush(folder: string): Flush {
  const file = openSync(join(folder, "flush"), "w");
  const page = Buffer.alloc(PAGE_BYTES, 7);
  try {
    const times = Array.from({ length: FLUSHES }, () => {
      writeSync(file, page);
      const from = performance.now();
      fdatasyncSync(file);
      return performance.now() - from;
    }).sort((a, b) => a - b);
    return { medianMs: times[FLUSHES / 2] ?? 0, worstMs: times.at(-1) ?? 0 };
  } finally {
    closeSync(file);
  }
}

export function judgeFlush({ medianMs, worstMs }: Flush): Finding {
  const found = `${ms(medianMs)} in the median of ${FLUSHES}, ${ms(worstMs)} at worst`;
  if (medianMs > SLOW_FLUSH_MS)
    return finding(
      "flush",
      "Disk flush",
      found,
      problem("Use a faster disk (an SSD of this machine): a message is acknowledged only when it is on it."),
    );
  if (medianMs < INCREDIBLE_FLUSH_MS)
    return finding(
      "flush",
      "Disk flush",
      found,
      hint(
        "Make sure that this disk really writes when it is told to: as quick as that, a power cut may cost messages.",
      ),
    );
  return finding("flush", "Disk flush", found);
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}
