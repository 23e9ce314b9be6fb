import type { queue as original } from "../en/queue.ts";
import type { Translation } from "../translation.ts";

export const queue = {
  // Die Karte
  offer: "Chat-Anfrage für Sie",
  offerFrom: "Chat-Anfrage von {name}, Ihnen angeboten",
  secondsLeft: { one: "noch {count} Sekunde zum Antworten", other: "noch {count} Sekunden zum Antworten" },
  accept: "Annehmen",
  decline: "Weitergeben",
  commandAccept: "Die angebotene Anfrage annehmen",
  commandDecline: "Die angebotene Anfrage weitergeben",

  // Die Liste
  inQueue: "In der Warteschlange",
  offeredTo: "Diese Anfrage ist gerade {name} angeboten.",
  waitsForTurn: "Diese Anfrage wartet, bis sie an der Reihe ist.",

  // Einstellungen
  queueing: "Warteschlange",
  queueingText:
    "Mit der Warteschlange wird eine Anfrage immer nur einem freien Operator angeboten. Wer nicht rechtzeitig antwortet oder ablehnt, gibt sie weiter.",
  noDepartment: "Anfragen ohne Abteilung",
  rule: "Anfragen gehen",
  "rule-off": "an alle zugleich",
  "rule-least-busy": "zuerst an den mit den wenigsten Chats",
  "rule-longest-idle": "zuerst an den, der am längsten frei ist",
  "rule-in-turn": "der Reihe nach an jeden",
  "hint-off": "Wer zuerst kommt, nimmt eine Anfrage an.",
  "hint-least-busy":
    "Zuerst wird gefragt, wer die wenigsten offenen Chats hat; unter gleichen, wer am längsten frei ist.",
  "hint-longest-idle": "Zuerst wird gefragt, wessen letzter Chat am längsten her ist.",
  "hint-in-turn": "Ein Operator nach dem anderen wird gefragt, in fester Reihenfolge.",
  mostChats: "Chats je Operator",
  mostChatsHint: "Wer so viele offene Chats hat, bekommt keine weiteren angeboten.",
  wrongNumber: "Eine ganze Zahl von {least} bis {most}.",
  answerSeconds: "Sekunden zum Antworten",
  answerSecondsHint: "Danach wird die Anfrage dem nächsten angeboten. Nach drei Runden ruft sie alle.",
  allRequests: "Alle Anfragen",
  edit: "Warteschlange: {name}",
  limit: { one: "höchstens {count} Chat je Operator", other: "höchstens {count} Chats je Operator" },
  time: { one: "{count} Sekunde zum Antworten", other: "{count} Sekunden zum Antworten" },
  save: "Speichern",
  saved: "Die Warteschlange ist eingestellt.",
  onlyAdministrators: "Nur der Inhaber und Administratoren ändern das.",
} as const satisfies Translation<typeof original>;
