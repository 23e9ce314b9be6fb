import type { Message, PushResult } from "../../protocol/message.ts";

/** How a push came out, and when that was reported. */
export interface Outcome {
  result: PushResult;
  at: number;
}

/**
 * Folds the reports on pushed pages into the pushes they speak of, by the push's sequence number. The last report counts:
 * a card that could not be loaded may be opened by a click a minute later.
 */
export function outcomes(messages: readonly Message[]): ReadonlyMap<number, Outcome> {
  const bySeq = new Map<number, Outcome>();
  for (const { body, at } of messages) if (body.kind === "pushed") bySeq.set(body.seq, { result: body.result, at });
  return bySeq;
}

/**
 * What stands on a push's card: the path on the visitor's own site, else host and path; no scheme.
 * @param site the origin of the page the visitor is on.
 */
export function pushTitle(url: string, site?: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  const rest = readable(parsed.pathname) + parsed.search + parsed.hash;
  if (site === parsed.origin) return rest;
  return parsed.host + (rest === "/" ? "" : rest);
}

function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
