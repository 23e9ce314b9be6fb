import { Worker } from "node:worker_threads";
import type { Conversation } from "../../chat/conversation.ts";
import { ChatError, must } from "../../chat/error.ts";
import type { Message } from "../../chat/message.ts";
import type { AppendResult, ConversationAppend, NamedAppend } from "../../chat/store.ts";
import {
  type Answer,
  type Arrived,
  type Call,
  GOODBYE,
  type Opened,
  type SqliteTexts,
  type ThreadOptions,
} from "./sqlite-words.ts";
import { StoreError } from "./store-error.ts";

/** How much may wait for the disk. */
export interface GroupBounds {
  /** Calls that wait for their group; one more is refused as overloaded. */
  waitingCalls: number;
  /** Calls that share a transaction, and with it a flush. */
  callsPerGroup: number;
}

interface Waiting {
  call: Call;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * A thread that has the file open, and the calls that wait for it. One group is under way at a time; what is called
 * meanwhile makes up the next one.
 */
export class SqliteWorker {
  readonly #worker: Worker;
  readonly #bounds: GroupBounds;
  readonly #opened: Promise<SqliteTexts>;
  readonly #exited: Promise<void>;
  readonly #onDead: (why: StoreError) => void;
  #waiting: Waiting[] = [];
  #underWay: Waiting[] = [];
  #sendsSoon = false;
  /** Whether a message has been acknowledged that may not be in its place yet. */
  #hasArrived = false;
  #settled: Promise<unknown> = Promise.resolve();
  /** Why nothing more may be called. */
  #over: StoreError | undefined;

  /** Starts the thread. `onDead` hears of it when the thread ends without having been asked to: it does not come back. */
  constructor(options: ThreadOptions, bounds: GroupBounds, onDead: (why: StoreError) => void) {
    this.#bounds = bounds;
    this.#onDead = onDead;
    // The neighbour of this file, which is a .ts in the sources and a .js in the package.
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    this.#worker = new Worker(new URL(`./sqlite-thread.${extension}`, import.meta.url), { workerData: options });
    const opened = Promise.withResolvers<SqliteTexts>();
    const exited = Promise.withResolvers<void>();
    this.#opened = opened.promise;
    this.#exited = exited.promise;
    this.#worker.on("message", (word: Opened | string) => {
      if (typeof word === "string") this.#answered(JSON.parse(word) as Answer[]);
      else if ("opened" in word) opened.resolve(word.opened);
      else this.#end(new StoreError(word.refused));
    });
    this.#worker.on("error", (cause) => this.#died(new StoreError("The store's thread has failed.", { cause })));
    this.#worker.on("exit", () => {
      this.#died(new StoreError("The store's thread has ended."));
      opened.reject(this.#over); // changes nothing if it has opened
      exited.resolve();
    });
    opened.promise.catch(() => undefined); // who only calls hears of it from the call
  }

  /** Settles when the file is open: the texts it works with, or a StoreError that says why it is not. */
  opened(): Promise<SqliteTexts> {
    return this.#opened;
  }

  /** Calls a verb in the next group. */
  call(...call: Call): Promise<unknown> {
    if (this.#over !== undefined) return Promise.reject(this.#over);
    if (this.#waiting.length >= this.#bounds.waitingCalls) {
      return Promise.reject(
        new ChatError("overloaded", "The server has too much to do just now. Please try again in a moment."),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject });
      this.#sendSoon();
    });
  }

  /** Settles when every message that was acknowledged is where another connection finds it. */
  async settled(): Promise<void> {
    if (this.#hasArrived) {
      this.#hasArrived = false;
      this.#settled = this.call("settle", []);
      this.#settled.catch(() => (this.#hasArrived = true));
    }
    await this.#settled;
  }

  /** Lets what was called come to its end, then ends the thread. */
  close(): Promise<void> {
    if (this.#over === undefined) {
      this.#over = new StoreError("The store is closed.");
      this.#sendSoon();
    }
    return this.#exited;
  }

  /** Not at once: what the sockets bring in this turn of the event loop shares a flush. */
  #sendSoon(): void {
    if (this.#sendsSoon || this.#underWay.length > 0) return;
    this.#sendsSoon = true;
    setImmediate(() => {
      this.#sendsSoon = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#waiting.length > 0) {
      this.#underWay = this.#waiting;
      this.#waiting = this.#underWay.splice(this.#bounds.callsPerGroup);
      this.#worker.postMessage(JSON.stringify(this.#underWay.map(({ call }) => call)));
    } else if (this.#over !== undefined) {
      this.#worker.postMessage(GOODBYE);
    }
  }

  #answered(answers: Answer[]): void {
    const answered = this.#underWay;
    this.#underWay = [];
    this.#send(); // before the callers hear of it: the disk need not wait for them
    const told = new Map<string, Conversation>();
    for (const [index, { call, resolve, reject }] of answered.entries()) {
      const answer = answers[index] ?? { outage: "The store gave no answer." };
      if ("outage" in answer) reject(new StoreError(answer.outage));
      else if ("code" in answer) reject(new ChatError(answer.code, answer.sentence));
      else if ("seq" in answer) {
        this.#hasArrived = true;
        resolve(appended(call, answer, told));
      } else resolve(answer.result);
    }
  }

  #died(why: StoreError): void {
    const isNews = this.#over === undefined;
    this.#end(why);
    if (isNews) this.#onDead(why);
  }

  #end(why: StoreError): void {
    this.#over ??= why;
    for (const { reject } of [...this.#underWay, ...this.#waiting]) reject(why);
    this.#underWay = [];
    this.#waiting = [];
  }
}

/** The whole result of an append, of which the thread tells only what the caller did not know. `told`: the conversations of this group. */
function appended(call: Call, { seq, conversation: news }: Arrived, told: Map<string, Conversation>): AppendResult {
  const { conversation: id, draft } = call[1][0] as NamedAppend | ConversationAppend;
  if (news !== undefined) told.set(id, news);
  const conversation = { ...must(told.get(id), "the conversation, told once"), lastSeq: seq };
  const message: Message = { ...draft, conversation: id, seq };
  return { ok: true, message, again: false, conversation, stored: [message] };
}
