import type { Tabs } from "./tabs.ts";

const KEPT = "shopbell.chats";

/** The tabs' order before the page was loaded again. */
export function keptOrder(): Tabs {
  try {
    const kept = Object(JSON.parse(sessionStorage.getItem(KEPT) ?? "{}")) as Partial<Tabs>;
    const order = Array.isArray(kept.order) ? kept.order.filter((id) => typeof id === "string") : [];
    return { order, active: typeof kept.active === "string" ? kept.active : null };
  } catch {
    return { order: [], active: null }; // Forbidden or damaged: the chats then stand as the server names them.
  }
}

export function keepOrder(tabs: Tabs): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(tabs));
  } catch {
    // Nothing is lost but the order.
  }
}
