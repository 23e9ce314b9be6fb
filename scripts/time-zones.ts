// Writes server/gateway/time-zones.ts from the time zone database, as systems have it in /usr/share/zoneinfo. To be run by hand when a
// country gets a zone: node scripts/time-zones.ts && npm run format
import { readFileSync, writeFileSync } from "node:fs";
import { must } from "../chat/error.ts";
import { root } from "./prepare.mjs";

const [folder = "/usr/share/zoneinfo"] = process.argv.slice(2);
const lines = (file: string): string[] => readFileSync(`${folder}/${file}`, "utf8").split("\n");

/** Older names that browsers still say, whose clocks agree with those of another country, which is where the database sends them. */
const OTHER_COUNTRY: Record<string, string> = {
  "Africa/Asmera": "ER",
  "Africa/Timbuktu": "ML",
  "America/Coral_Harbour": "CA",
  "America/Virgin": "VI",
  "Antarctica/South_Pole": "AQ",
  "Atlantic/Jan_Mayen": "SJ",
  "Pacific/Ponape": "FM",
  "Pacific/Truk": "FM",
  "Pacific/Yap": "FM",
};

const countries = new Map<string, string>();
// zone1970.tab, the newer table, names several countries for a zone; this one has a zone for each country.
for (const line of lines("zone.tab")) {
  const [country = "", , zone] = line.split("\t");
  if (!line.startsWith("#") && zone !== undefined) countries.set(zone, country);
}
for (const line of lines("tzdata.zi")) {
  const [kind, target = "", name = ""] = line.split(" ");
  // Names without a part of the world, such as EST, are of no country.
  if (kind !== "L" || countries.has(name) || !name.includes("/") || name.startsWith("Etc/")) continue;
  countries.set(name, OTHER_COUNTRY[name] ?? must(countries.get(target), `the country of ${target}`));
}

const zones = new Map<string, string[]>();
for (const [zone, country] of countries) zones.set(country, [...(zones.get(country) ?? []), zone]);
// By the order of their characters, which is the same on every computer.
const inOrder = (one: string, other: string): number => (one < other ? -1 : 1);
const entries = [...zones.keys()].sort(inOrder).map((country) => {
  const names = must(zones.get(country), "a country's zones").sort(inOrder);
  return `  ${country}: ${JSON.stringify(names.join(" "))},`;
});
writeFileSync(
  `${root}server/gateway/time-zones.ts`,
  `// Written by scripts/time-zones.ts from the time zone database, which is in the public domain.

/** The time zones of each country (ISO 3166-1 alpha-2), separated by spaces; older names too, since browsers still say them. */
export const ZONES: Readonly<Record<string, string>> = {
${entries.join("\n")}
};
`,
);
