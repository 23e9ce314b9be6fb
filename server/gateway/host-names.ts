import { Resolver } from "node:dns/promises";
import { isIPv4 } from "node:net";

export interface HostNameBounds {
  /** Whose names operators may have looked up: of one visitor at a time, or of all whom their list shows. */
  hostNames: "asked" | "all";
  /** Name servers to ask instead of the system's. */
  nameServers?: readonly string[] | undefined;
  /** How long one may take to answer. */
  hostNameMs: number;
  /** How many are looked up at a time. */
  hostNamesAtOnce: number;
  /** How many addresses' names are kept, and how many may wait to be looked up. */
  hostNamesKept: number;
}

/** A name may move to another address; an hour is what most name servers tell one another to keep it. */
const KEEP_MS = 3_600_000;

interface Known {
  name: Promise<string | undefined>;
  until: number;
}

/** The names of addresses, asked of the name servers and kept for a while: also that an address has none. */
export class HostNames {
  readonly #bounds: HostNameBounds;
  readonly #now: () => number;
  /** The one least recently looked up first. */
  readonly #known = new Map<string, Known>();
  readonly #waiting: (() => void)[] = [];
  #atWork = 0;

  constructor(bounds: HostNameBounds, now: () => number) {
    this.#bounds = bounds;
    this.#now = now;
  }

  /** The address's name; undefined when it has none, when nobody answers in time, or when too many wait already. Never rejected. */
  of(address: string): Promise<string | undefined> {
    const known = this.#known.get(address);
    if (known !== undefined && this.#now() < known.until) return known.name;
    if (this.#waiting.length >= this.#bounds.hostNamesKept) return Promise.resolve(undefined);
    const name = this.#lookUp(address);
    this.#known.delete(address);
    this.#known.set(address, { name, until: this.#now() + KEEP_MS });
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#bounds.hostNamesKept && oldest !== undefined) this.#known.delete(oldest);
    return name;
  }

  async #lookUp(address: string): Promise<string | undefined> {
    if (this.#atWork >= this.#bounds.hostNamesAtOnce) await new Promise<void>((go) => this.#waiting.push(go));
    this.#atWork++;
    try {
      const { hostNameMs: timeout, nameServers } = this.#bounds;
      const resolver = new Resolver({ timeout, tries: 1, maxTimeout: timeout });
      if (nameServers !== undefined) resolver.setServers(nameServers);
      const names = await resolver.resolvePtr(pointerOf(address));
      return names.find(isHostName);
    } catch (error) {
      // Whoever did not answer may do so when asked again; that there is no name is an answer.
      if (!isAnswer(error)) this.#known.delete(address);
      return undefined;
    } finally {
      this.#atWork--;
      this.#waiting.shift()?.();
    }
  }
}

/**
 * Where the name of an address is kept. (Node's own `reverse` does not say whether there is no name or no answer.) Of an IPv6 address with
 * IPv4's dots at its end nothing is found.
 */
export function pointerOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return `${plain.split(".").reverse().join(".")}.in-addr.arpa`;
  const [before = [], tail] = plain.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - tail.length)).fill("0");
  const digits = [...before, ...zeros, ...(tail ?? [])].map((group) => group.padStart(4, "0")).join("");
  return `${digits.split("").reverse().join(".")}.ip6.arpa`;
}

/** Whoever owns an address writes its name, and may write anything. */
function isHostName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i.test(name);
}

function isAnswer(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOTFOUND" || code === "ENODATA";
}
