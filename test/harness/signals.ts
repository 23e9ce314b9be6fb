/** Lets a test wait until something has come true, looked at each time something has happened; never for a time. */
export class Signals {
  readonly #waiting = new Set<() => void>();

  /** Something has happened: everybody who waits looks again. */
  happened(): void {
    for (const look of this.#waiting) look();
  }

  /** Resolves with the first value that is neither undefined nor false. @param what for the error, if it never comes. */
  async until<T>(what: string, look: () => T | undefined | false, patienceMs = 60_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const value = look();
        if (value === undefined || value === false) return;
        done();
        resolve(value);
      };
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`Waited ${patienceMs} ms in vain: ${what}.`));
      }, patienceMs);
      this.#waiting.add(check);
      check();
    });
  }
}
