import { lookup, type LookupAddress } from "node:dns";
import { Agent } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** The push services of the browsers that have Web Push: Chromium's, Firefox', Edge's, Safari's. */
export const PUSH_SERVICES: readonly string[] = Object.freeze([
  "fcm.googleapis.com",
  "*.push.services.mozilla.com",
  "*.notify.windows.com",
  "*.push.apple.com",
]);

/** Networks that are nobody's push service: one's own computer, one's own network, and what has no owner (RFC 6890). */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv6");

/**
 * Which addresses a browser may give the server to be called at: only https, only at the named services, so that nobody makes the server
 * call whom they like. A name is `host`, `host:port` or `*.domain`.
 */
export class PushServices {
  readonly #names: readonly string[];
  /** For the calls: also a service that is named is not called in one's own network, unless the administrator has named it. */
  readonly agent: Agent;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: 50,
      lookup: names === PUSH_SERVICES ? lookupPublic : lookup,
    });
  }

  /** Whether a browser may be called there. */
  allow(endpoint: string): boolean {
    const url = URL.parse(endpoint);
    if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return false;
    return this.#names.some((name) => {
      if (name.startsWith("*.")) return url.port === "" && url.hostname.endsWith(name.slice(1));
      return url.host === name;
    });
  }
}

/** A name's addresses, without those of one's own network. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return done(error, "");
    const found = addresses.filter(({ address }) => !isPrivate(address));
    const [first] = found;
    if (first === undefined) return done(new Error(`${host} has no public address.`), "");
    if (options.all === true) done(null, found);
    else done(null, first.address, first.family);
  });
};

/** Whether an address belongs to nobody's push service. */
export function isPrivate(address: string): boolean {
  const plain = address.toLowerCase().startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
  return PRIVATE.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}
