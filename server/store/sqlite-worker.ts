import { Worker } from "node:worker_threads";
import { ChatError } from "../../chat/error.ts";
import type { Compiled } from "./query.ts";
import type { Answer, Call, Opened, ThreadOptions } from "./sqlite-words.ts";
import { StoreError } from "./store-error.ts";

/** How much may wait for the disk. */
export interface GroupBounds {
  /** Calls that wait for their group; one more is refused as overloaded. */
  waitingCalls: number;
  /** Calls that share one flush. */
  callsPerGroup: number;
}

interface Waiting {
  call: Call;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * A thread with the file open, and the calls that wait for it. One group is under way at a time; what is called meanwhile
 * makes up the next one.
 */
export class SqliteWorker {
  readonly #worker: Worker;
  readonly #bounds: GroupBounds;
  readonly #exited: Promise<void>;
  #waiting: Waiting[] = [];
  #underWay: Waiting[] = [];
  #scheduled = false;
  #over: StoreError | undefined;

  private constructor(worker: Worker, bounds: GroupBounds) {
    this.#worker = worker;
    this.#bounds = bounds;
    worker.on("message", (answers: string) => this.#answered(JSON.parse(answers) as Answer[]));
    worker.on("error", (error) => this.#fail(new StoreError("The store's thread failed.", { cause: error })));
    this.#exited = new Promise((resolve) => {
      worker.on("exit", () => {
        this.#fail(new StoreError("The store is closed."));
        resolve();
      });
    });
  }

  /** Starts the thread; rejected with a StoreError when it cannot open the file. */
  static async start(options: ThreadOptions, bounds: GroupBounds): Promise<{ worker: SqliteWorker; texts: Compiled[] }> {
    // Beside this file there is the same one's neighbour: .ts in the sources, .js in the package.
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./sqlite-thread.${extension}`, import.meta.url), { workerData: options });
    const first = await new Promise<Opened>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
    if ("refused" in first) throw new StoreError(first.refused);
    worker.removeAllListeners("message");
    worker.removeAllListeners("error");
    return { worker: new SqliteWorker(worker, bounds), texts: first.opened };
  }

  /** Calls a verb in the next group. */
  call(...call: Call): Promise<unknown> {
    if (this.#over !== undefined) return Promise.reject(this.#over);
    if (this.#waiting.length >= this.#bounds.waitingCalls) {
      return Promise.reject(new ChatError("overloaded", "The server has too much to do just now. Please try again in a moment."));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject });
      this.#schedule();
    });
  }

  /** Lets what was called come to its end, then ends the thread. */
  async close(): Promise<void> {
    const last = this.#over ?? this.call("setting", [""]);
    this.#over ??= new StoreError("The store is closed.");
    await last;
    this.#worker.postMessage("");
    await this.#exited;
  }

  /** Not at once: what the sockets bring in this turn of the event loop shares a flush. */
  #schedule(): void {
    if (this.#scheduled || this.#underWay.length > 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#waiting.length === 0 || this.#underWay.length > 0) return;
    this.#underWay = this.#waiting;
    this.#waiting = this.#underWay.splice(this.#bounds.callsPerGroup);
    this.#worker.postMessage(JSON.stringify(this.#underWay.map(({ call }) => call)));
  }

  #answered(answers: Answer[]): void {
    const answered = this.#underWay;
    this.#underWay = [];
    this.#send(); // before the callers hear: the disk need not wait for them
    for (const [index, { resolve, reject }] of answered.entries()) {
      const answer = answers[index] ?? { outage: "The store gave no answer." };
      if ("outage" in answer) reject(new StoreError(answer.outage));
      else if ("code" in answer) reject(new ChatError(answer.code, answer.sentence));
      else resolve(answer.result);
    }
  }

  #fail(error: StoreError): void {
    this.#over ??= error;
    for (const { reject } of [...this.#underWay, ...this.#waiting]) reject(error);
    this.#underWay = [];
    this.#waiting = [];
  }
}
