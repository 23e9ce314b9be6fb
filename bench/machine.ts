import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { root } from "../scripts/prepare.mjs";

/** What a figure must not be read without. */
export interface Where {
  /** Of the measured checkout, with a plus where something was changed since. */
  commit: string;
  machine: string;
  at: string;
}

export function describeWhere(): Where {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const processor = cpus()[0]?.model.trim() ?? "unknown processor";
  return {
    commit: commit(),
    machine: `${availableParallelism()} × ${processor}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}`,
    at: new Date().toISOString(),
  };
}

function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return (
      git("rev-parse", "--short=12", "HEAD") + (git("status", "--porcelain", "--untracked-files=no") === "" ? "" : "+")
    );
  } catch {
    return "unknown"; // a copy without its history
  }
}
