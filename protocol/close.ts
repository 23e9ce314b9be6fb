/** For a client that must not carry the whole table. */
export const BAD_MESSAGE = 4010;

/**
 * Why the server closed a socket, and what the client does next. The numbers are from the range that RFC 6455 § 7.4.2
 * leaves to applications, except 1012 ("service restart", IANA registry), which proxies and tools know. `readClose` goes by
 * the numbers: what is for good lies from 4010 to 4019.
 *
 * `retry`: `now` = with the ordinary jittered back-off; `later` = not before the time the reason names; `never` = stay away
 * and tell the person.
 */
export const CLOSE = {
  restart: { code: 1012, retry: "later" },
  slowReader: { code: 4001, retry: "now" },
  deadLine: { code: 4002, retry: "now" },
  overloaded: { code: 4003, retry: "later" },
  tooFast: { code: 4004, retry: "later" },
  badMessage: { code: BAD_MESSAGE, retry: "never" },
  wrongVersion: { code: 4011, retry: "never" },
  signedOut: { code: 4012, retry: "never" },
  unknownSite: { code: 4013, retry: "never" },
  wrongOrigin: { code: 4014, retry: "never" },
  robot: { code: 4015, retry: "never" },
  tooManySockets: { code: 4016, retry: "later" },
  banned: { code: 4017, retry: "never" },
} as const;

export type CloseName = keyof typeof CLOSE;

/** The close frame's reason: the name and, where the client should wait, the least time in milliseconds: `restart 3200`. */
export function closeReason(name: CloseName, afterMs?: number): string {
  return afterMs === undefined ? name : `${name} ${Math.round(afterMs)}`;
}

/** The name of a close code that is ours. */
export function closeName(code: number | undefined): CloseName | undefined {
  return (Object.keys(CLOSE) as CloseName[]).find((name) => CLOSE[name].code === code);
}

export interface Closing {
  /** The client stays away. */
  isFinal: boolean;
  /** Milliseconds to wait at the least, up to an hour; 0 when the reason named none. */
  afterMs: number;
}

/** An hour: a slip in a reason must not send everybody away for good, nor pass what a timer can hold (2³¹ ms, past which it fires at once). */
const MAX_AFTER_MS = 3_600_000;

/**
 * What a client makes of a close frame. An unknown code (a proxy's, a dropped line's 1006) means: try again with back-off. By
 * the numbers alone, because every page of a shop carries this: 4010 to 4019 are for good, except 4016.
 */
export function readClose(code: number, reason: string): Closing {
  const isOurs = code === 1012 || (code > 4000 && code < 4020);
  const ms = isOurs ? Number(reason.split(" ")[1]) || 0 : 0;
  return { isFinal: isOurs && code > 4009 && code !== 4016, afterMs: Math.min(Math.max(ms, 0), MAX_AFTER_MS) };
}
