import { isIP, isIPv6 } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import type { Config } from "./config.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The origins under which browsers reach this server, the one to show to people first. With a public URL it is that one alone; without, what
 * the computer knows of itself. A name that only a DNS server knows needs --public-url: to take it from the Host header would be to believe
 * any page whose name points here.
 */
export function ownOrigins({ publicUrl, host }: Pick<Config, "publicUrl" | "host">, port: number): readonly string[] {
  if (publicUrl !== undefined) return [publicUrl];
  return [...new Set(hosts(host).map((each) => new URL(`http://${each}:${port}`).origin))];
}

/** Whether only this computer can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function hosts(host: string): string[] {
  if (isLoopback(host)) return LOOPBACK;
  if (host !== "0.0.0.0" && host !== "::") return [bracketed(host)];
  const addresses = Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).map(({ address }) => bracketed(address)),
  );
  return [...LOOPBACK, ...(isHostName(hostname()) ? [hostname()] : []), ...addresses];
}

function bracketed(host: string): string {
  return isIPv6(host) ? `[${host.split("%")[0]}]` : host;
}

function isHostName(name: string): boolean {
  return isIP(name) === 0 && URL.canParse(`http://${name}`);
}
