import { Resolver } from "node:dns";
import { BlockList, isIP } from "node:net";
import { z } from "zod";

/** One kind of value: how it is read from text, what a person is told when it cannot be, and how it is written in the help. */
export interface Kind<T> {
  schema: z.ZodType<T, string>;
  /** Ends the sentence "… must be". */
  expects: string;
  /** A word for the value, for the help. */
  word: string;
  show(value: T): string;
}

/** One line of the configuration's table. */
export interface Setting<T> {
  kind: Kind<T>;
  /** Without the dashes. */
  flag: string;
  /** Environment variable; `SHOPBELL_` and the flag where the table names none. */
  variable?: string;
  fallback: T;
  help: string;
}

const DURATIONS = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const SIZES = { B: 1, KiB: 1_024, MiB: 1_048_576 } as const;

/** A whole number, both ends included. */
export function whole(min: number, max: number): Kind<number> {
  return {
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max)),
    expects: `a whole number from ${min} to ${max}`,
    word: "NUMBER",
    show: String,
  };
}

/** A time with its unit, such as `15min`; in milliseconds here and in the program. */
export function duration(min: number, max: number): Kind<number> {
  return measured({
    units: DURATIONS,
    min,
    max,
    word: "TIME",
    what: "a time",
    example: "250ms, 10s, 15min, 2h or 30d",
  });
}

/** An amount of memory with its unit, such as `32KiB`; in bytes here and in the program. */
export function size(min: number, max: number): Kind<number> {
  return measured({ units: SIZES, min, max, word: "SIZE", what: "a size", example: "500B, 32KiB or 1MiB" });
}

export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words): Kind<Words[number]> {
  return { schema: z.enum(words), expects: `one of ${words.join(", ")}`, word: "WORD", show: String };
}

export function text(word: string, max: number): Kind<string> {
  return {
    schema: z.string().trim().min(1).max(max),
    expects: `from 1 to ${max} characters long`,
    word,
    show: String,
  };
}

/** The path of a chat's file within its folder. The id keeps two chats apart; the end says in which form it is written. */
export const transcriptName: Kind<string> = {
  schema: z
    .string()
    .max(255)
    .regex(/^[^/\\\0].*\.(?:txt|json)$/)
    .refine((pattern) => pattern.includes("{id}") && !pattern.split(/[\\/]/).some((part) => /^\.*$/.test(part))),
  expects: "a path within the folder that has {id} in it and ends with .txt or .json, such as {year}/{name}-{id}.txt",
  word: "PATTERN",
  show: String,
};

/** The address people and proxies know the server by; kept as `scheme://host[:port]`. */
export const origin: Kind<string> = {
  schema: z.string().transform((value, context) => {
    const url = URL.parse(value);
    const web = url?.protocol === "http:" || url?.protocol === "https:";
    // A path would have to be part of every link and cookie; a host name of its own costs nothing.
    if (web && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "") return url.origin;
    context.addIssue("not an origin");
    return z.NEVER;
  }),
  expects: "an address without a path, such as https://chat.example.com",
  word: "URL",
  show: String,
};

/** Addresses and networks, separated by commas: `10.0.0.0/8, ::1`. */
export const networks: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((value) => Object.freeze(value.split(",").map((part) => part.trim())))
    .refine((parts) => parts.every(isNetwork)),
  expects: "addresses or networks separated by commas, such as 10.0.0.0/8,::1",
  word: "NETWORKS",
  show: (value) => (value.length === 0 ? "none" : value.join(",")),
};

/** Hosts, separated by commas: `push.example.com, push.example.com:8443, *.example.net`. */
export const hosts: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((value) => Object.freeze(value.split(",").map((part) => part.trim().toLowerCase())))
    .refine((parts) => parts.every((part) => /^(?:\*\.[a-z\d.-]+|[a-z\d.-]+(?::\d{1,5})?)$/.test(part))),
  expects: "hosts separated by commas, such as push.example.com,*.example.net",
  word: "HOSTS",
  show: (value) => value.join(","),
};

/** Somebody to write to: `mailto:` or a page. */
export const contact: Kind<string> = {
  schema: z
    .string()
    .max(255)
    .regex(/^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/),
  expects: "mailto: and an address, or a page that begins with https://",
  word: "CONTACT",
  show: String,
};

/** Name servers, separated by commas: `9.9.9.9, [2620:fe::fe]:53`. */
export const nameServers: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((value) => Object.freeze(value.split(",").map((part) => part.trim())))
    .refine((parts) => parts.every(isNameServer)),
  expects: "name servers' addresses separated by commas, such as 9.9.9.9,[2620:fe::fe]:53",
  word: "ADDRESSES",
  show: (value) => value.join(","),
};

/** A setting that may be absent; the word `off` takes it away. */
export function optional<T>(kind: Kind<T>): Kind<T | undefined> {
  return {
    schema: z.union([z.literal("off").transform(() => undefined), kind.schema]),
    expects: `${kind.expects}, or off`,
    word: kind.word,
    show: (value) => (value === undefined ? "off" : kind.show(value)),
  };
}

interface Measure {
  units: Readonly<Record<string, number>>;
  min: number;
  max: number;
  word: string;
  what: string;
  example: string;
}

function measured({ units, min, max, word, what, example }: Measure): Kind<number> {
  const show = (value: number): string => {
    // Nothing is written in the smallest unit: it cannot be typed without one.
    const [unit, factor] = Object.entries(units).findLast(([, each]) => value % each === 0 && value >= each) ??
      Object.entries(units)[0] ?? ["", 1];
    return `${value / factor}${unit}`;
  };
  return {
    schema: z
      .string()
      .transform((value, context) => {
        const [, amount = "", unit = ""] = /^(\d+) ?([A-Za-z]+)$/.exec(value) ?? [];
        const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
        if (factor !== undefined) return Number(amount) * factor;
        context.addIssue("no unit");
        return z.NEVER;
      })
      .pipe(z.number().min(min).max(max)),
    expects: `${what} from ${show(min)} to ${show(max)}, written like ${example}`,
    word,
    show,
  };
}

function isNameServer(part: string): boolean {
  try {
    new Resolver().setServers([part]);
    return true;
  } catch {
    return false;
  }
}

function isNetwork(part: string): boolean {
  const [address = "", prefix, more] = part.split("/");
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  if (prefix === undefined) return true;
  try {
    new BlockList().addSubnet(address, /^\d+$/.test(prefix) ? Number(prefix) : -1, family === 6 ? "ipv6" : "ipv4");
    return true;
  } catch {
    return false; // the prefix is longer than the address
  }
}
