import { parse } from "../client/parse.ts";

/** What the widget remembers of this visitor, in the storage of the shop's site. Empty = not known yet. */
export interface Remembered {
  /** Says who this is; given by the server. */
  token: string;
  name: string;
  email: string;
  /** Referrer of the visit's first page; empty = direct. */
  cameFrom: string;
  /** Which visit this is; 1 = the first. */
  count: number;
  /** When the visit began, and when it was last known to be going on. */
  startedAt: number;
  lastAt: number;
  pages: number;
}

/** As long as most web statistics wait until somebody who returns counts as a new visit. */
export const NEW_VISIT_AFTER_MS = 30 * 60_000;
/** Reads what was remembered. The page's own scripts can write there too, so whatever is not as we leave it is forgotten. */
export function readRemembered(stored: string | null): Remembered {
  const found = parse<Record<keyof Remembered, unknown>>(stored);
  const text = (value: unknown, most: number) => (typeof value === "string" ? value.slice(0, most) : "");
  const number = (value: unknown) => (Number.isSafeInteger(value) ? Number(value) : 0);
  return {
    token: text(found.token, 200),
    name: text(found.name, 120),
    email: text(found.email, 254),
    cameFrom: text(found.cameFrom, 4_096),
    count: number(found.count),
    startedAt: number(found.startedAt),
    lastAt: number(found.lastAt),
    pages: number(found.pages),
  };
}

/** The visit after one more page was opened: the same one, or a new one when the last was too long ago. */
export function openPage(before: Remembered, now: number, referrer: string, origin: string): Remembered {
  const isNew = before.count < 1 || now - before.lastAt >= NEW_VISIT_AFTER_MS;
  if (!isNew) return { ...before, lastAt: now, pages: before.pages + 1 };
  // A visit that begins on a link within the shop (the page had been open for hours) came from nowhere else.
  const cameFrom = `${referrer}/`.startsWith(`${origin}/`) ? "" : referrer;
  return { ...before, count: before.count + 1, startedAt: now, lastAt: now, pages: 1, cameFrom };
}

/** The visit as `hello` tells it. A clock that was set back is the server's to make sense of. */
export function tellVisit({ count, startedAt, pages, cameFrom }: Remembered, now: number) {
  return { count, elapsedMs: now - startedAt, pages, cameFrom };
}
