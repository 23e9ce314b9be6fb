import { newId } from "../client/id.ts";
import type { ListFilter, ListWindow } from "../protocol/visitor-list.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { FromVisitor } from "../protocol/visitor-to-server.ts";
import { SHOP_ORIGIN } from "./installation.ts";

/** A shop full of visitors. `near` are those whom the operators' windows show; `far` are all others, who are merely there. */
export interface Shopful {
  near: number;
  far: number;
  /** One in so many of those near goes from page to page, all the time; the others have come and sit. */
  oneIn: number;
}

const PAGES = 400;
/** What a console on a screen of 900 pixels asks for: 24 rows and 30 on either side. */
const ROWS = 84;

const BROWSERS = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
];
const LANGUAGES = ["en-GB", "de-DE", "fr-FR"];
const TIME_ZONES = ["Europe/London", "Europe/Berlin", "Europe/Paris"];

export function userAgentOf(index: number): string {
  return BROWSERS[index % BROWSERS.length] ?? "";
}

/** @param number any; the shop has so many pages and begins anew. */
export function pageOf(number: number): { url: string; title: string } {
  const page = number % PAGES;
  return { url: `${SHOP_ORIGIN}/boots/${page}?colour=green`, title: `Boot number ${page} – Northwind Outdoor` };
}

/**
 * What a visitor's widget says first. Those far stand behind those near in every sort of `windowsOf`: they came earlier, are on pages
 * that come later in the alphabet, and so on.
 */
export function helloOf(siteKey: string, index: number, { near }: Pick<Shopful, "near">): string {
  const isFar = index >= near;
  const page = isFar
    ? { url: `${SHOP_ORIGIN}/tents/${index}?colour=green`, title: `Tent number ${index} – Northwind Outdoor` }
    : pageOf(index * 7);
  const hello: FromVisitor = {
    type: "hello",
    version: PROTOCOL_VERSION,
    site: siteKey,
    tab: newId(),
    page,
    looking: true,
    visit: {
      count: isFar ? 1 : 1 + (index % 5),
      elapsedMs: (isFar ? 3_600_000 : 0) + index * 10,
      pages: isFar ? 1 : 1 + (index % 9),
      cameFrom: `https://search.example/?q=${isFar ? "tent" : "boot"}`,
    },
    language: LANGUAGES[index % LANGUAGES.length] ?? "",
    timeZone: TIME_ZONES[index % TIME_ZONES.length] ?? "",
  };
  return JSON.stringify(hello);
}

/** Twenty windows, no two alike, on the same visitors however many others there are. */
export function windowsOf(site: string, { near, far }: Pick<Shopful, "near" | "far">): ListWindow[] {
  /** A place among 10,000, in a list of any length. */
  const at = (place: number): number => Math.floor((place * near) / 10_000);
  const window = (by: ListWindow["sort"]["by"], descending: boolean, first: number, filter = {}): ListWindow => ({
    site,
    filter: { text: "", statuses: [], ...filter },
    sort: { by, descending },
    first,
    count: ROWS,
    moved: true,
  });
  return [
    window("arrived", true, 0),
    window("arrived", true, at(2_000)),
    window("arrived", false, far + at(500)),
    window("visitor", false, at(5_000)),
    window("visitor", true, far + at(100)),
    window("location", false, 0),
    window("location", false, at(5_000)),
    window("location", true, far + at(2_000)),
    window("address", false, at(40)),
    window("address", true, far + at(3_000)),
    window("pages", true, 0),
    window("cameFrom", false, at(1_000)),
    window("country", false, 0),
    window("language", false, at(80)),
    window("visits", true, at(300)),
    window("status", false, at(700)),
    window("arrived", true, 0, { text: "boot number 1" }),
    window("location", false, at(200), { statuses: ["online", "invited"] }),
    window("pages", true, 0, { where: [{ if: "page", has: "boots" }] }),
    window("browser", false, 0, { where: [{ if: "country", of: ["DE", "GB"] }] }),
  ];
}

/** What some operators have counted beside their window. */
export const SAVED_FILTERS: readonly ListFilter[] = [
  { text: "", statuses: [], where: [{ if: "page", has: "boots/1" }] },
  { text: "", statuses: [], where: [{ if: "pages", least: 5 }] },
  { text: "", statuses: [], where: [{ if: "country", of: ["DE"] }] },
  { text: "northwind", statuses: ["online"] },
];
