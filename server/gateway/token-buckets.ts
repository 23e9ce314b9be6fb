interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * For each key a number of attempts that grows back with time. Bounded: keys whose bucket is full again are forgotten, and when there are too
 * many still, those that were used longest ago.
 */
export class TokenBuckets {
  /** In the order of their last use. */
  readonly #buckets = new Map<string, Bucket>();
  readonly #capacity: number;
  readonly #refillMs: number;
  readonly #mostKeys: number;
  readonly #now: () => number;

  /** @param bounds `capacity` attempts in `windowMs`, spread evenly once the first are used up */
  constructor(bounds: { capacity: number; windowMs: number; mostKeys: number }, now: () => number) {
    this.#capacity = bounds.capacity;
    this.#refillMs = bounds.windowMs / bounds.capacity;
    this.#mostKeys = bounds.mostKeys;
    this.#now = now;
  }

  /** Milliseconds until there is a token; 0 when there is one now. */
  waitMs(key: string): number {
    const tokens = this.#tokens(key);
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) * this.#refillMs);
  }

  take(key: string): void {
    const tokens = this.#tokens(key) - 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens, filledAt: this.#now() });
    if (this.#buckets.size > this.#mostKeys) this.#tidy();
  }

  /** The attempt was none: gives the token back. */
  giveBack(key: string): void {
    const tokens = Math.min(this.#capacity, this.#tokens(key) + 1);
    if (this.#buckets.has(key)) this.#buckets.set(key, { tokens, filledAt: this.#now() });
  }

  #tokens(key: string): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return this.#capacity;
    return Math.min(this.#capacity, bucket.tokens + (this.#now() - bucket.filledAt) / this.#refillMs);
  }

  #tidy(): void {
    for (const key of this.#buckets.keys()) if (this.#tokens(key) >= this.#capacity) this.#buckets.delete(key);
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= this.#mostKeys) return;
      this.#buckets.delete(key);
    }
  }
}
