import { ChatError } from "../../chat/error.ts";
import type { Operator } from "../../chat/operator.ts";
import type { FromOperator } from "../../protocol/operator-to-server.ts";
import type { Core } from "./core.ts";

type BanWish = Extract<FromOperator, { type: "ban" }>;

/** Bans a visitor, the address they come from, or both. Throws `visitor-gone` when the address has left with them. */
export async function banVisitor({ bans, directory }: Core, who: Operator, wish: BanWish): Promise<void> {
  const { site, visitor, by, reason = "", forMs } = wish;
  const address = by === "visitor" ? undefined : directory.get(site, visitor)?.address;
  if (address === undefined && by !== "visitor")
    throw new ChatError("visitor-gone", "This visitor has left the site, and the address with them.");
  await bans.add(who, {
    site,
    reason,
    ...(by === "address" ? {} : { visitor }),
    ...(address === undefined ? {} : { address }),
    ...(forMs === undefined ? {} : { forMs }),
  });
}

/** Looks up the name of a visitor's address, for everybody who sees the row. Throws `visitor-gone` or `no-host-name`. */
export async function findHostName({ directory, hostNames }: Core, site: string, visitor: number): Promise<void> {
  const address = directory.get(site, visitor)?.address;
  if (address === undefined) throw new ChatError("visitor-gone", "This visitor has left the site.");
  const hostName = await hostNames.of(address);
  if (hostName === undefined) throw new ChatError("no-host-name", "No host name is known for this address.");
  directory.setHostName(site, visitor, address, hostName);
}
