import type { visitor as original } from "../en/visitor.ts";
import type { Translation } from "../translation.ts";

export const visitor = {
  takeOver: "Übernehmen",
  join: "Dem Chat beitreten",
  transfer: "Weitergeben an…",
  details: "Seitenverlauf und frühere Chats…",
  ban: "Sperren…",

  panel: "Über den Besucher",
  title: "Besucher {name}",
  gone: "Nicht mehr auf der Website.",
  addNote: "Kundennotizen",
  name: "Name",
  email: "E-Mail",
  here: "Auf der Website",
  pages: { one: "{count} Seite", other: "{count} Seiten" },
  localTime: "Ortszeit",
  noTimeZone: "unbekannt",
  address: "Adresse",
  attributes: "Von der Website",
  trail: "Seitenverlauf",
  earlier: { one: "und {count} Seite davor", other: "und {count} Seiten davor" },
} as const satisfies Translation<typeof original>;
