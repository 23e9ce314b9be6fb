import type { SortKey } from "./sorted-list.ts";
import type { Visitor, VisitorStatus } from "./visitor.ts";

export type SortColumn =
  | "visitor"
  | "status"
  | "address"
  | "location"
  | "arrived"
  | "pages"
  | "cameFrom"
  | "operator"
  | "country"
  | "browser"
  | "device"
  | "language"
  | "visits"
  | "campaign";

export interface RowSort {
  by: SortColumn;
  descending: boolean;
}

/** The most urgent first. Requesting visitors stand before everybody else anyway. */
const URGENCY = { requesting: 0, chatting: 1, invited: 2, online: 3 } satisfies Record<VisitorStatus, number>;

/**
 * What a row is sorted by in one column: numbers for some columns, strings for the others. It depends on nothing but the row
 * and the sort, so the key of a row that is no longer current can be found again. Blanks stand last in either direction.
 */
export function sortKey(row: Readonly<Visitor>, sort: RowSort): SortKey {
  return COLUMNS[sort.by](row, sort);
}

/** Makes a fraction of a time in milliseconds. Beside a number of up to 2,047 no millisecond of it is lost. */
const FRACTION_OF_TIME = 2 ** 42;

const COLUMNS: Record<SortColumn, (row: Readonly<Visitor>, sort: RowSort) => SortKey> = {
  visitor: (row) => row.visitor,
  status: (row) => URGENCY[row.status],
  address: (row) => addressKey(row.address),
  // Not by a template, of which the engine would keep the pieces.
  location: (row, sort) => [textKey(row.page.title, sort), row.page.url].join("\n"),
  arrived: (row) => row.arrivedAt,
  // Of equals those who are on their page the longest stand first, in either direction: whoever has seen as many passes nobody.
  pages: (row, { descending }) => row.pages + (descending ? -1 : 1) * (row.pageAt / FRACTION_OF_TIME),
  cameFrom: (row, sort) => textKey(row.cameFrom, sort),
  operator: (row, sort) => textKey(row.operator ?? "", sort),
  country: (row, sort) => textKey(row.country ?? "", sort),
  browser: (row, sort) => textKey(row.browser, sort),
  device: (row, sort) => textKey(row.device, sort),
  language: (row, sort) => textKey(row.language, sort),
  visits: (row) => row.visits,
  campaign: (row, sort) => textKey(row.campaign ?? "", sort),
};

/** Upper and lower case, and letters with and without marks, stand together: Öle after Obst, not after Zimt. */
function textKey(text: string, { descending }: RowSort): string {
  if (text === "") return descending ? "" : "\u{ffff}";
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
}

/** Makes addresses stand in the order of their numbers: 9.0.0.1 before 10.0.0.1, IPv4 before IPv6. */
function addressKey(address: string): string {
  const octets = address.replace(/^::ffff:(?=\d+\.)/i, "").split(".");
  if (octets.length === 4) return `4${octets.map((octet) => octet.padStart(3, "0")).join("")}`;
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = groups(head);
  const after = groups(tail ?? "");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return `6${[...before, ...Array.from({ length: zeros }, () => "0000"), ...after].join("")}`;
}

function groups(text: string): string[] {
  return text === "" ? [] : text.split(":").map((group) => group.padStart(4, "0"));
}
