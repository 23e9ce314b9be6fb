import type { history as english } from "../en/history.ts";
import type { Translation } from "../translation.ts";

export const history: Translation<typeof english> = {
  title: "Verlauf",
  toHistory: "Zum Verlauf",
  search: "Verlauf durchsuchen",
  placeholder: 'Wörter, "Wörter zusammen", ein Name, eine E-Mail-Adresse oder #10001',
  status: "Status",
  operator: "Operator",
  site: "Website",
  department: "Abteilung",
  from: "Von",
  to: "Bis",
  any: "Alle",
  clear: "Filter löschen",
  exportCsv: "Als Tabelle ausgeben (CSV)",
  exportNdjson: "als JSON-Zeilen",

  found: "Gespräche",
  count: { one: "{count} Gespräch", other: "{count} Gespräche" },
  none: "Kein Gespräch passt",
  noneYet: "Noch keine Gespräche",
  failed: "Der Verlauf konnte nicht gelesen werden.",
  more: "Frühere Gespräche",
  choose: "Wählen Sie ein Gespräch",
  chooseText: "Es steht hier, wie sein Operator es gesehen hat.",
  chatWith: "Chat mit {name}",
  open: "Chat öffnen",
  back: "Zurück zur Liste",

  answered: "Beantwortet",
  missed: "Verpasst",
  left: "Hinterlassene Nachricht",
  live: "Läuft",
  waiting: "Wartet",
  goesOn: "Läuft mit {name}",
  answeredBy: "Beantwortet von {name}",
};
