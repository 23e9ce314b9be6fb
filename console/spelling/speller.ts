import type { Answer, Answers, Ask, Source } from "./wire.ts";
// oxlint-disable-next-line import/default -- Vite makes it.
import workerUrl from "./worker.ts?worker&url";

/** Opening may mean to fetch a megabyte over a poor line; an answer is a matter of milliseconds, and a worker that hangs is of no use. */
const OPEN_MS = 60_000;
const ANSWER_MS = 10_000;
/** So many verdicts are remembered: a long day's words. */
const MOST_REMEMBERED = 20_000;

interface Waiting {
  resolve(answer: never): void;
  reject(error: Error): void;
  patience: ReturnType<typeof setTimeout>;
}

/** A dictionary that is open in a worker of its own. Everything it promises is rejected once it has failed or is closed. */
export class Speller {
  readonly #worker = new Worker(asScriptUrl(workerUrl) as string, { type: "module", name: "spelling" });
  readonly #waiting = new Map<number, Waiting>();
  readonly #verdicts = new Map<string, boolean>();
  /** Settles when the dictionary is open. */
  readonly opened: Promise<void>;
  #last = 0;
  #failure: Error | undefined;

  constructor(aff: Source, dic: Source) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#answered(data));
    this.#worker.addEventListener("error", (event) => this.#fail(new Error(event.message || "The worker has failed.")));
    this.opened = this.#ask({ do: "open", aff, dic }).then(
      () => undefined,
      (error: unknown) => {
        this.#fail(error instanceof Error ? error : new Error(String(error)));
        throw error;
      },
    );
    this.opened.catch(() => undefined); // who only asks hears of it from the answer
  }

  /** Why it cannot be used any more. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** What is known of a word already: whether it is right. */
  verdict(word: string): boolean | undefined {
    return this.#verdicts.get(word);
  }

  /** Finds out about all of these words, so that `verdict` knows them. */
  async look(words: Iterable<string>): Promise<void> {
    const unknown = [...new Set(words)].filter((word) => !this.#verdicts.has(word));
    if (unknown.length === 0) return;
    const wrong = new Set(await this.#ask({ do: "check", words: unknown }));
    if (this.#verdicts.size > MOST_REMEMBERED) this.#verdicts.clear();
    for (const word of unknown) this.#verdicts.set(word, !wrong.has(word));
  }

  /** What may have been meant by a word, the likeliest first. */
  suggest(word: string): Promise<readonly string[]> {
    return this.#ask({ do: "suggest", word });
  }

  /** Takes these words, and no others besides the dictionary's, for right, and suggests them. */
  own(words: readonly string[]): void {
    this.#verdicts.clear();
    this.#ask({ do: "own", words }).catch(() => undefined); // only a suggestion is lost
  }

  /** Ends the worker, and with it gives its memory back. */
  close(): void {
    this.#fail(new Error("The dictionary is closed."));
  }

  async #ask<A extends Ask>(ask: A): Promise<Answers[A["do"]]> {
    if (this.#failure !== undefined) throw this.#failure;
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      const late = () => this.#fail(new Error("The worker does not answer."));
      const patience = setTimeout(late, ask.do === "open" ? OPEN_MS : ANSWER_MS);
      this.#waiting.set(id, { resolve, reject, patience });
      this.#worker.postMessage({ ...ask, id });
    });
  }

  #answered(data: Answer): void {
    const waiting = this.#waiting.get(data.id);
    if (waiting === undefined) return;
    this.#waiting.delete(data.id);
    clearTimeout(waiting.patience);
    if ("failure" in data) waiting.reject(new Error(data.failure));
    else waiting.resolve(data.answer as never);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#worker.terminate();
    for (const { reject, patience } of this.#waiting.values()) {
      clearTimeout(patience);
      reject(error);
    }
    this.#waiting.clear();
  }
}

type ScriptPolicies = {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(url: string): unknown };
};

/** The console's policy takes a script's address from a named place in the code only; there is one such address here. */
function asScriptUrl(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  return (
    trustedTypes?.createPolicy("shopbell-spelling", { createScriptURL: () => workerUrl }).createScriptURL(url) ?? url
  );
}
