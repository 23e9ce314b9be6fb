/** What the rules may know of the world. It comes in from outside, so that any run can be replayed. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  /** A new id: at least 96 random bits, URL-safe, at most 64 characters. */
  newId(): string;
}
