import type { emoji as en } from "../en/emoji.ts";
import type { Translation } from "../translation.ts";

export const emoji = {
  emoji: "Emoji",
  find: "Emoji suchen",
  loading: "Wird geladen …",
  failed: "Die Emoji konnten nicht geladen werden. Öffnen Sie sie wieder, wenn der Server erreichbar ist.",
  none: "So heißt keines.",
  found: { one: "{count} Emoji gefunden", other: "{count} Emoji gefunden" },
  foundHere: "Gefunden",
  recent: "Zuletzt benutzt",
  smileys: "Smileys",
  people: "Menschen",
  animals: "Tiere und Natur",
  food: "Essen und Trinken",
  travel: "Reisen und Orte",
  activities: "Aktivitäten",
  objects: "Gegenstände",
  symbols: "Symbole",
  flags: "Flaggen",
  tone: "Hautfarbe",
  tone0: "Keine Hautfarbe",
  tone1: "Hell",
  tone2: "Mittelhell",
  tone3: "Mittel",
  tone4: "Mitteldunkel",
  tone5: "Dunkel",
} as const satisfies Translation<typeof en>;
