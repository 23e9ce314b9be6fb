import { ZONES } from "./time-zones.ts";

const countries = new Map(
  Object.entries(ZONES).flatMap(([country, zones]) => zones.split(" ").map((zone) => [zone, country] as const)),
);

/** The country (ISO 3166-1 alpha-2) whose clocks a browser's time zone follows: a guess at where its visitor is. */
export function countryOfZone(timeZone: string): string | undefined {
  return countries.get(timeZone);
}
