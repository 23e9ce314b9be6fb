import type { Shopful } from "./browsing.ts";
import type { Child } from "./child.ts";
import type { Installation } from "./installation.ts";
import type { BrowseAnswers } from "./processes/browse.ts";

/** A part of which the child's patience is never too short. */
const AT_A_TIME = 10_000;

/** Has everybody come who is to be in the shop. */
export async function fillShop(
  shop: Child<BrowseAnswers>,
  installation: Installation,
  shopful: Shopful,
): Promise<void> {
  for (let full = false; !full;) full = await shop.ask("come", { installation, shopful, count: AT_A_TIME });
}
