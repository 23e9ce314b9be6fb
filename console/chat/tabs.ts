/** The open chats from left to right, and the one in front. */
export interface Tabs {
  order: readonly string[];
  active: string | null;
}

/** Puts a chat at the end if it is not there yet. It comes to the front when asked to, or when nothing else is there. */
export function withTab(tabs: Tabs, id: string, toFront: boolean): Tabs {
  const order = tabs.order.includes(id) ? tabs.order : [...tabs.order, id];
  const active = toFront || tabs.active === null ? id : tabs.active;
  return order === tabs.order && active === tabs.active ? tabs : { order, active };
}

/** Takes a chat away; its right neighbour comes to the front in its place, or else the left one. */
export function withoutTab(tabs: Tabs, id: string): Tabs {
  const index = tabs.order.indexOf(id);
  if (index < 0) return tabs;
  const order = tabs.order.filter((one) => one !== id);
  if (tabs.active !== id) return { order, active: tabs.active };
  return { order, active: order[index] ?? order.at(-1) ?? null };
}

/** The chat so many steps to the right (or left, when negative), round the ends. */
export function tabBeside(tabs: Tabs, steps: number): string | null {
  const { order, active } = tabs;
  if (active === null || order.length === 0) return order[0] ?? null;
  const index = (order.indexOf(active) + steps + order.length) % order.length;
  return order[index] ?? null;
}

/** Orders chats as they stood before a reload; those that are new come last, as they came. */
export function inOldOrder(ids: readonly string[], before: readonly string[]): string[] {
  const place = (id: string): number => (before.includes(id) ? before.indexOf(id) : before.length);
  return ids.toSorted((one, other) => place(one) - place(other));
}
