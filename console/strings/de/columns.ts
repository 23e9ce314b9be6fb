import type { columns as original } from "../en/columns.ts";
import type { Translation } from "../translation.ts";

export const columns = {
  columns: "Spalten",
  menuFor: "Spalte {column}",
  hint: "Drücken sortiert. Ziehen verschiebt, ebenso Strg+← →. Am Rand ziehen ändert die Breite, ebenso Umschalt+← →. Rechtsklick für mehr.",
  ascending: "Aufwärts sortieren",
  descending: "Abwärts sortieren",
  left: "Nach links",
  right: "Nach rechts",
  wider: "Breiter",
  narrower: "Schmaler",
  hide: "Diese Spalte ausblenden",
  reset: "Wie am Anfang",
  noRoom: "{column} (kein Platz)",
  moved: "{column} ist jetzt Spalte {place}.",
  width: "{column} ist {width} Pixel breit.",

  country: "Land",
  language: "Sprache",
  visits: "Besuche",
  campaign: "Kampagne",
} as const satisfies Translation<typeof original>;
