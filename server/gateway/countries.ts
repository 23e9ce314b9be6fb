import { readFile, stat } from "node:fs/promises";
import type { CountryResponse, Reader } from "mmdb-lib";
import type { Logger } from "pino";
import { countryOfZone } from "./country.ts";

export interface CountryBounds {
  /** A MaxMind database (.mmdb) of countries or cities. */
  geoipFile: string | undefined;
  /** How often it is looked whether the file is another. */
  geoipCheckMs: number;
}

/**
 * The countries of addresses, from the administrator's file. It is read again when it has changed, also when another has been put in its
 * place; one that cannot be read leaves things as they were, and the log says so. Without a file, or where it does not know an address,
 * the country is guessed from the time zone.
 */
export class Countries {
  readonly #bounds: CountryBounds;
  readonly #log: Logger;
  #reader: Reader<CountryResponse> | undefined;
  /** What the file looked like when it was last read, or could not be. */
  #seen = "";
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;

  constructor(bounds: CountryBounds, log: Logger) {
    this.#bounds = bounds;
    this.#log = log;
  }

  async start(): Promise<void> {
    if (this.#bounds.geoipFile === undefined) return;
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), this.#bounds.geoipCheckMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The country (ISO 3166-1 alpha-2) of an address, and whether it is a guess. */
  of(address: string, timeZone: string): { country?: string; countryGuessed?: boolean } {
    const known = this.#lookUp(address.replace(/^::ffff:(?=\d+\.)/i, ""));
    if (known !== undefined) return { country: known };
    const guess = countryOfZone(timeZone);
    return guess === undefined ? {} : { country: guess, countryGuessed: true };
  }

  #lookUp(address: string): string | undefined {
    try {
      const found = this.#reader?.get(address);
      const code = found?.country?.iso_code ?? found?.registered_country?.iso_code;
      return typeof code === "string" && /^[A-Z]{2}$/.test(code) ? code : undefined;
    } catch {
      return undefined; // an address that is none, or a place in the file that says nothing that can be read
    }
  }

  async #look(): Promise<void> {
    const { geoipFile: file = "" } = this.#bounds;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const { mtimeMs, size, ino } = await stat(file);
      const seen = `${mtimeMs} ${size} ${ino}`;
      if (seen === this.#seen) return;
      this.#seen = seen;
      const library = await import("mmdb-lib"); // only where there is such a file
      const reader = new library.Reader<CountryResponse>(await readFile(file));
      reader.get("192.0.2.1"); // a file that was cut off shows it here, not at the first visitor
      this.#reader = reader;
      this.#log.info({ file, built: reader.metadata.buildEpoch }, "countries are read from the file");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#seen === reason) return;
      if ((error as NodeJS.ErrnoException).code !== undefined) this.#seen = reason;
      const now = this.#reader === undefined ? "countries are guessed from time zones" : "the one before is kept";
      this.#log.error({ file, reason }, `the file of countries cannot be read; ${now}`);
    } finally {
      this.#isLooking = false;
    }
  }
}
