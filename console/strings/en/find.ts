import type { Strings } from "../translation.ts";

export const find = {
  inChat: "Search in this chat",
  count: "{at} of {count}",
  none: "Nothing found",
  earlier: "Earlier (Enter)",
  later: "Later (Shift+Enter)",
  showAll: "Show all",
  showLess: "Show less",
} as const satisfies Strings;
