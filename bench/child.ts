import { type ChildProcess, fork, type ForkOptions } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What a process of the bench answers: each word with what is given and what comes back, as JSON. */
export type Answers = Record<string, (given: never) => unknown>;

export interface ChildOptions {
  /** Node's own flags. */
  flags?: string[];
}

/** The bench gives up on a question after this long, so that it always ends. */
const PATIENCE_MS = 120_000;

/**
 * A process of its own for one side of a measurement. It is asked over IPC and answers one question at a time; it ends when it is
 * stopped, and by itself when the process that started it has gone.
 */
export class Child<A extends Answers> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #asked = 0;

  /** @param file under bench/processes, without the ending. */
  constructor(file: string, options: ChildOptions = {}) {
    const { flags = [] } = options;
    const path = fileURLToPath(new URL(`./processes/${file}.ts`, import.meta.url));
    const settings: ForkOptions = {
      execArgv: ["--expose-gc", ...flags],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    };
    this.#process = fork(path, [], settings);
    this.#process.on("message", (answer) => this.#answered(answer as Answer));
    this.#process.on("exit", (code, signal) => {
      const error = new Error(`The process ${file} ended: ${signal ?? code}.`);
      for (const { reject } of this.#waiting.values()) reject(error);
    });
  }

  ask<W extends keyof A & string>(word: W, ...[given]: Parameters<A[W]>): Promise<Awaited<ReturnType<A[W]>>> {
    return new Promise((resolve, reject) => {
      const id = this.#asked++;
      const timer = setTimeout(() => this.#answered({ id, error: `No answer to "${word}".` }), PATIENCE_MS);
      const over = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
      };
      this.#waiting.set(id, {
        resolve: (result) => {
          over();
          resolve(result as Awaited<ReturnType<A[W]>>);
        },
        reject: (error) => {
          over();
          reject(error);
        },
      });
      this.#process.send({ id, word, given } satisfies Question);
    });
  }

  /** Ends it in order: what it has open is closed, and a profile that was asked for is written. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exit = once(this.#process, "exit");
    this.#process.disconnect();
    await exit;
  }

  #answered({ id, result, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }
}

interface Question {
  id: number;
  word: string;
  given: unknown;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** The child's side: answers what it is asked, and ends when nobody can ask any more. */
export function answerQuestions(answers: Answers, close: () => Promise<void> | void): void {
  process.on("message", (question) => {
    const { id, word, given } = question as Question;
    const answer = answers[word] as ((given: unknown) => unknown) | undefined;
    new Promise((resolve, reject) => {
      if (answer === undefined) reject(new Error(`Nobody here knows "${word}".`));
      else resolve(answer(given));
    }).then(
      (result) => process.send?.({ id, result } satisfies Answer),
      (error: unknown) =>
        process.send?.({
          id,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        } satisfies Answer),
    );
  });
  process.on("SIGINT", () => undefined); // the terminal's Ctrl+C goes to all; whoever started this one ends it
  process.on("disconnect", () => {
    void Promise.resolve(close()).finally(() => process.exit(0));
  });
}
