import type { find as en } from "../en/find.ts";
import type { Translation } from "../translation.ts";

export const find = {
  inChat: "In diesem Chat suchen",
  count: "{at} von {count}",
  none: "Nichts gefunden",
  earlier: "Früher (Eingabe)",
  later: "Später (Umschalt+Eingabe)",
  showAll: "Alles zeigen",
  showLess: "Weniger zeigen",
} as const satisfies Translation<typeof en>;
