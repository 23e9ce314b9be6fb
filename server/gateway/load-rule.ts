/** How the event loop fared since the last look. */
export interface LoadSample {
  /** How much of the time it was busy, from 0 to 1. */
  busy: number;
  /** How long what was due had to wait for its turn, on average. */
  delayMs: number;
}

/** From the least to the most. */
export const LOAD_LEVELS = ["normal", "busy", "overloaded"] as const;
/**
 * What the server does about its load. `busy`: the visitor list is told less often. `overloaded`: besides, new visitors without a chat
 * are asked to come back later. Chats go on in each of them as ever.
 */
export type LoadLevel = (typeof LOAD_LEVELS)[number];

export interface LoadBounds {
  /** From here on the server is busy. */
  overloadBusyPercent: number;
  /** From here on it is overloaded. */
  overloadDelayMs: number;
  /** How long it must be so, one way or the other, for the next step. */
  overloadAfterMs: number;
}

/** A level is left only when the load is clearly below what led into it: else the server would go to and fro at the bound. */
const CLEARLY_BELOW = 0.8;

/** Decides on the level, one step at a time and in this order, from one sample after the other. Pure: time comes in with the sample. */
export class LoadRule {
  readonly #bounds: LoadBounds;
  #step = 0;
  /** Since when the samples have asked for another level, and which way. */
  #asked: { direction: -1 | 1; since: number } | undefined;

  constructor(bounds: LoadBounds) {
    this.#bounds = bounds;
  }

  get level(): LoadLevel {
    return LOAD_LEVELS[this.#step] ?? "normal";
  }

  /** @param now in milliseconds, of a clock that does not jump. @returns the level from here on. */
  next(sample: LoadSample, now: number): LoadLevel {
    const direction = this.#direction(sample);
    if (direction === 0) this.#asked = undefined;
    else if (this.#asked?.direction !== direction) this.#asked = { direction, since: now };
    else if (now - this.#asked.since >= this.#bounds.overloadAfterMs) {
      this.#step += direction;
      this.#asked = { direction, since: now };
    }
    return this.level;
  }

  #direction(sample: LoadSample): -1 | 0 | 1 {
    if (this.#wanted(sample, 1) > this.#step) return 1;
    return this.#wanted(sample, CLEARLY_BELOW) < this.#step ? -1 : 0;
  }

  /** The step that a sample asks for. @param share of the bounds. */
  #wanted({ busy, delayMs }: LoadSample, share: number): number {
    const { overloadBusyPercent, overloadDelayMs } = this.#bounds;
    if (delayMs >= overloadDelayMs * share) return 2;
    return busy * 100 >= overloadBusyPercent * share ? 1 : 0;
  }
}
