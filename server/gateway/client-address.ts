import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** The proxies whose X-Forwarded-For is believed. */
export class TrustedProxies {
  readonly #list = new BlockList();
  readonly #isEmpty: boolean;

  /** @param ranges addresses or CIDR ranges, IPv4 or IPv6; checked by the configuration */
  constructor(ranges: readonly string[]) {
    this.#isEmpty = ranges.length === 0;
    for (const range of ranges) {
      const [address = "", bits] = range.split("/");
      const family = isIP(address) === 6 ? "ipv6" : "ipv4";
      if (bits === undefined) this.#list.addAddress(address, family);
      else this.#list.addSubnet(address, Number(bits), family);
    }
  }

  /** The client's address: the last hop that is not a trusted proxy of ours. */
  clientAddress(request: IncomingMessage): string {
    const direct = plain(request.socket.remoteAddress ?? "");
    if (this.#isEmpty || !this.#trusts(direct)) return direct;
    const header = request.headers["x-forwarded-for"];
    const hops = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",").map((hop) => plain(hop.trim()));
    for (const hop of hops.reverse()) {
      if (isIP(hop) === 0) break;
      if (!this.#trusts(hop)) return hop;
    }
    return direct;
  }

  /** What becomes of the request's X-Forwarded-For, if it has one. */
  forwarding(request: IncomingMessage): "none" | "trusted" | "ignored" {
    if (request.headers["x-forwarded-for"] === undefined) return "none";
    return this.#trusts(plain(request.socket.remoteAddress ?? "")) ? "trusted" : "ignored";
  }

  #trusts(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.#list.check(address, family === 6 ? "ipv6" : "ipv4");
  }
}

/** An IPv4 address as itself, also where it arrived in IPv6's clothes (RFC 4291 § 2.5.5.2). */
function plain(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}
