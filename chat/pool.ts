/** As many different strings as a pool remembers: more than there are browsers, languages and a shop's page titles. */
const MOST = 10_000;
/** Longer strings are seldom equal, and with this bound a full pool holds 2 MB at most. */
const LONGEST = 100;

/** Gives one copy for equal strings, so that 15,000 visitors with the same browser do not keep its name 15,000 times. */
export class Pool {
  readonly #known = new Map<string, string>();

  share(text: string): string {
    if (text.length > LONGEST) return text;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(text, text);
    return text;
  }
}
