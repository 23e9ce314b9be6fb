import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";

/** A line that is asked whether its other end is there; see `Socket.beat`. */
export interface Beating {
  beat(now: number, heartbeatMs: number, deafMs: number): void;
}

/** Each takes some 20 µs. */
const BEATS_AT_ONCE = 250;

/** Asks all lines whether their other end is there. */
export class Heartbeat {
  readonly #lines: readonly Iterable<Beating>[];
  readonly #heartbeatMs: number;
  #beatAt = performance.now();

  /** @param lines kinds of lines, in the order in which they are asked; they may come and go meanwhile */
  constructor(lines: readonly Iterable<Beating>[], heartbeatMs: number) {
    this.#lines = lines;
    this.#heartbeatMs = heartbeatMs;
  }

  /** In portions: all in one turn would hold up everybody for a third of a second where 15,000 are here. */
  async beat(): Promise<void> {
    const now = performance.now();
    // After a long turn of the event loop, or a machine's sleep, the answers still lie unread.
    const deafMs = Math.max(0, now - this.#beatAt - this.#heartbeatMs);
    this.#beatAt = now;
    let beats = 0;
    for (const lines of this.#lines) {
      for (const line of lines) {
        line.beat(now, this.#heartbeatMs, deafMs);
        if (++beats % BEATS_AT_ONCE === 0) await nextTurn();
      }
    }
  }
}
