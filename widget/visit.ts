/** What the widget remembers of this visitor, in the storage of the shop's site. */
export interface Remembered {
  /** Says who this is; given by the server. Empty = not known yet, as with the name and the address. */
  token: string;
  name: string;
  email: string;
  /** Which visit this is; 1 = the first. */
  count: number;
  /** When the visit began, and when it was last known to be going on. */
  startedAt: number;
  lastAt: number;
  pages: number;
  /** Referrer of the visit's first page; empty = direct. */
  cameFrom: string;
}

/** As long as most web statistics wait until somebody who returns counts as a new visit. */
export const NEW_VISIT_AFTER_MS = 30 * 60_000;
/** Bounds of the protocol's `hello`, of which a single wrong field would have the whole refused. */
const MOST = 1_000_000;
const LONGEST_MS = 7 * 24 * 3_600_000;

/** Reads what was remembered. The page's own scripts can write there too, so whatever is not as we leave it is forgotten. */
export function readRemembered(stored: string | null): Remembered {
  let found: Partial<Record<keyof Remembered, unknown>> = {};
  try {
    found = Object(JSON.parse(stored ?? "{}"));
  } catch {
    // Not ours: the visitor begins anew.
  }
  const text = (value: unknown, most: number) => (typeof value === "string" ? value.slice(0, most) : "");
  const number = (value: unknown) => (Number.isSafeInteger(value) ? Number(value) : 0);
  return {
    token: text(found.token, 200),
    name: text(found.name, 120),
    email: text(found.email, 254),
    count: number(found.count),
    startedAt: number(found.startedAt),
    lastAt: number(found.lastAt),
    pages: number(found.pages),
    cameFrom: text(found.cameFrom, 4_096),
  };
}

/** The visit after one more page was opened: the same one, or a new one when the last was too long ago. */
export function openPage(before: Remembered, now: number, referrer: string, origin: string): Remembered {
  if (before.count > 0 && now - before.lastAt < NEW_VISIT_AFTER_MS) {
    return { ...before, lastAt: now, pages: before.pages + 1 };
  }
  // A visit that begins on a link within the shop (the page had been open for hours) came from nowhere else.
  const cameFrom = referrer === origin || referrer.startsWith(`${origin}/`) ? "" : referrer;
  return {
    ...before,
    count: before.count + 1,
    startedAt: now,
    lastAt: now,
    pages: 1,
    cameFrom: cameFrom.slice(0, 4_096),
  };
}

/** The visit as `hello` tells it. */
export function tellVisit({ count, startedAt, pages, cameFrom }: Remembered, now: number) {
  const within = (number: number, least: number, most: number) => Math.min(Math.max(number, least), most);
  return {
    count: within(count, 1, MOST),
    elapsedMs: within(now - startedAt, 0, LONGEST_MS),
    pages: within(pages, 1, MOST),
    cameFrom,
  };
}
