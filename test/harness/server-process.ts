import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { must } from "../../chat/error.ts";
import { root } from "../../scripts/prepare.mjs";
import type { Config } from "../../server/config.ts";
import type { Kind } from "../../server/setting.ts";
import type { Started } from "../../server/server.ts";
import { SETTINGS } from "../../server/settings.ts";

/** The server as people run it: a process of its own, `node server/main.ts`, which can be killed without a word. */
export class ServerProcess {
  readonly #args: string[];
  readonly #onLog: (line: string) => void;
  #child: ChildProcess | undefined;

  /** @param onLog is told every line that the server logs. */
  constructor(config: Partial<Config>, onLog: (line: string) => void) {
    this.#onLog = onLog;
    this.#args = Object.entries(config).flatMap(([name, value]) => {
      const { flag, kind } = SETTINGS[name as keyof Config];
      return [`--${flag}`, (kind as Kind<unknown>).show(value)];
    });
  }

  /** Resolves when the server says that it is ready, with what it tells the person who started it. */
  async start(): Promise<Started> {
    const child = spawn(process.execPath, [`${root}server/main.ts`, ...this.#args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    createInterface(child.stderr).on("line", this.#onLog);
    this.#child = child;
    let printed = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        if (printed.includes("Ctrl+C")) resolve(); // the last line of the greeting
      });
      child.once("error", reject);
      child.once("exit", (code, signal) => reject(new Error(`The server ended while it started: ${code ?? signal}.`)));
    });
    const url = must(/Console +(http:\S+)\/console/.exec(printed)?.[1], "the console's address");
    const setUpLink = /http\S+set-up\/\S+/.exec(printed)?.[0];
    return { url, port: Number(new URL(url).port), ...(setUpLink === undefined ? {} : { setUpLink }) };
  }

  /** Ends it as Ctrl+C does. Resolves with its exit code. */
  stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  /** `kill -9`: no goodbye, nothing finished. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
    return child.exitCode;
  }
}
