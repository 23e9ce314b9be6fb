import { Log } from "../../client/log.ts";
import type { Message } from "../../protocol/message.ts";

/** What may come while the last part is on its way; whatever is beyond it is asked for later, as after any gap. */
const MOST_WAITING = 500;

/** A conversation's messages in order, each once, read from its end: the last part first, earlier parts when somebody wants them. */
export class LongLog {
  readonly #log: Log;
  /** What came before the last part did. */
  #waiting: Message[] | undefined = [];
  #firstSeq = 0;
  #isOpening = false;

  /** @param sync asks the server for everything after a sequence number; the answer comes back through `add`. */
  constructor(sync: (after: number) => void) {
    this.#log = new Log((after) => this.#isOpening || sync(after));
  }

  /** The sequence number of the last message without a gap before it; 0 = the last part has not come. */
  get lastSeq(): number {
    return this.#log.lastSeq;
  }

  /** What there is here, as it stands now. */
  get messages(): readonly Message[] {
    return this.#log.messages;
  }

  /** The sequence number of the first message there is here; 0 = none yet. */
  get firstSeq(): number {
    return this.#firstSeq;
  }

  /** All that is missing has just been asked for; what overtakes the answer shows a gap that is no reason to ask once more. */
  opening(): void {
    this.#isOpening = true;
  }

  /** The answer has come: what is missing still is asked for. */
  opened(): void {
    this.#isOpening = false;
    this.askAgain();
  }

  /** Takes messages that are new or were asked for with `sync`; gives those that now stand at the end, in order. */
  add(messages: readonly Message[], more: boolean): Message[] {
    if (this.#waiting === undefined) {
      const added = this.#log.add(messages, more);
      if (this.#firstSeq === 0) this.#firstSeq = added[0]?.seq ?? 0;
      return added;
    }
    this.#waiting.push(...messages.slice(0, MOST_WAITING - this.#waiting.length));
    return [];
  }

  /** Takes the last part, to begin with, or the one that ends where the log begins; a part that fits nowhere is left out. */
  addPart(part: readonly Message[]): { atEnd: Message[]; atStart: readonly Message[] } {
    const waiting = this.#waiting;
    if (waiting === undefined && this.#firstSeq === 0) return { atEnd: this.add(part, false), atStart: [] }; // was empty
    if (waiting === undefined) {
      const atStart = part.filter(({ seq }) => seq < this.#firstSeq);
      if (atStart.at(-1)?.seq !== this.#firstSeq - 1) return { atEnd: [], atStart: [] }; // asked for twice
      this.#firstSeq = atStart[0]?.seq ?? this.#firstSeq;
      this.#log.messages = [...atStart, ...this.#log.messages];
      return { atEnd: [], atStart };
    }
    this.#waiting = undefined;
    this.#log.lastSeq = (part[0]?.seq ?? 1) - 1;
    return { atEnd: [...this.add(part, false), ...this.add(waiting, false)], atStart: [] };
  }

  /** To be called after a reconnection: the question for a gap may have been lost with the line. */
  askAgain(): void {
    if (this.#waiting === undefined) this.#log.askAgain();
  }
}
