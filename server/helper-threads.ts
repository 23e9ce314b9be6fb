import { readdirSync, readFileSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";

/** The folder that has one folder for each thread of this process; there is one on Linux alone. */
const THREADS = "/proc/self/task";
/** What the engine calls the threads that compile and collect garbage for it. */
const HELPER = "V8Worker\n";

/**
 * Lets the engine's helper threads give way to the event loop and to the store's threads: woken while a helper runs on their processor,
 * those would wait some milliseconds for it. On Linux a thread has a priority of its own (setpriority(2), "C library/kernel
 * differences"); elsewhere nothing changes.
 *
 * @returns how many threads it was.
 */
export function yieldHelperThreads(): number {
  if (process.platform !== "linux") return 0;
  try {
    const helpers = readdirSync(THREADS).filter((id) => readFileSync(`${THREADS}/${id}/comm`, "latin1") === HELPER);
    const lower = Math.max(constants.priority.PRIORITY_BELOW_NORMAL, getPriority());
    for (const id of helpers) setPriority(Number(id), lower);
    return helpers.length;
  } catch {
    return 0; // where that is forbidden, or a thread has ended meanwhile, everything works as before
  }
}
