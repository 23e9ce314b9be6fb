import type { Message } from "../protocol/message.ts";

/** How far past the last message one that came too early is kept; the server sends no more than this in one frame. */
const AHEAD = 500;

/**
 * One conversation's messages in order, each once, whatever the line did to them. What comes early waits for the gap to
 * fill, and the gap is asked for once.
 */
export class Log {
  /** A new array each time it grows, so that a screen sees by identity that something changed. */
  messages: readonly Message[] = [];
  /** The sequence number of the last message without a gap before it; 0 = none yet. */
  lastSeq = 0;
  readonly #sync: (after: number) => void;
  readonly #early = new Map<number, Message>();
  /** The highest sequence number known to exist. */
  #highest = 0;
  /** What `sync` was last called with. */
  #asked = -1;

  /** @param sync asks the server for everything after a sequence number; the answer comes back through `add`. */
  constructor(sync: (after: number) => void) {
    this.#sync = sync;
  }

  /**
   * Takes a `messages` frame, in any order and any number of times.
   * @param more the frame's `more`: there is at least one message after its last.
   * @returns the messages that now stand in the log and did not before, in order.
   */
  add(messages: readonly Message[], more: boolean): Message[] {
    for (const message of messages) {
      const { seq } = message;
      this.#highest = Math.max(this.#highest, more ? seq + 1 : seq);
      // What is further ahead is left out, so that the wait is bounded; it is asked for when the log has come that far.
      if (seq > this.lastSeq && seq <= this.lastSeq + AHEAD) this.#early.set(seq, message);
    }
    const added: Message[] = [];
    for (let next; (next = this.#early.get(this.lastSeq + 1)) !== undefined;) {
      this.lastSeq += 1;
      this.#early.delete(this.lastSeq);
      added.push(next);
    }
    if (added.length > 0) this.messages = corrected([...this.messages, ...added], added);
    if (this.#asked !== this.lastSeq) this.askAgain();
    return added;
  }

  /** Asks for what is missing, if anything is. To be called after a reconnection: the question may have been lost with the line. */
  askAgain(): void {
    if (this.#highest <= this.lastSeq) return;
    this.#asked = this.lastSeq;
    this.#sync(this.lastSeq);
  }
}

/** What was edited and deleted is so from then on, wherever its first words stood: who draws the log draws what stands now. */
function corrected(messages: Message[], added: readonly Message[]): readonly Message[] {
  for (const { body } of added) {
    if (body.kind !== "edited" && body.kind !== "deleted") continue;
    const now = (body.kind === "edited" && body.body) || ({ kind: "blank" } as const);
    messages = messages.map((message) => {
      if (message.seq === body.seq) return { ...message, body: now };
      // The words stand in one place, so that what replaces them leaves none behind.
      const tells = message.body.kind === "edited" && message.body.seq === body.seq;
      return tells ? { ...message, body: { kind: "edited", seq: body.seq } } : message;
    });
  }
  return messages;
}
