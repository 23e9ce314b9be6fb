import type { takes as original } from "../en/takes.ts";
import type { Translation } from "../translation.ts";

export const takes = {
  // Verbs
  takeOver: "Übernehmen",
  join: "Dazukommen",
  stepOut: "Verlassen",
  joinOrOut: "Zu einem Chat dazukommen, oder ihn verlassen",
  transfer: "Weitergeben an …",
  more: "Mehr",
  accept: "Annehmen",
  handBack: "Zurückgeben",
  withdraw: "Zurücknehmen",

  // Header and foot
  joinedToo: { one: "{names} ist dabei", other: "{names} sind dabei" },
  looksOn: { one: "{names} schaut zu", other: "{names} schauen zu" },
  offeredTo: "Angeboten: {name}. Bis jemand annimmt, bleibt er bei Ihnen.",
  offeredToYou: "{name} bietet Ihnen diesen Chat an.",
  offeredToDepartment: "{name} bietet diesen Chat an: {department}.",
  word: "„{word}“",
  youJoined: "{name} führt diesen Chat; Sie sind dabei.",
  youWereGone: "Sie waren zu lange weg, deshalb wartet {name} auf jemand anderen. Wer zuerst annimmt, führt den Chat.",

  // What happened
  youBy: "Ihnen",
  youTo: "Sie",
  takenOver: "übernommen von {by}, zuvor bei {from}",
  transferred: "weitergegeben von {from} an {to}",
  offered: "von {by} angeboten an {to}",
  withWord: "{text}: „{word}“",
  handedBack: "von {by} zurückgegeben an {to}",
  withdrawn: "Angebot von {by} zurückgenommen",
  joined: "dazugekommen: {name}",
  steppedOut: "nicht mehr dabei: {name}",
  releasedGone: "nicht mehr bei {by}: zu lange weg",
  releasedNotAllowed: "nicht mehr bei {by}: keine Berechtigung mehr",
  releasedTo: "{text}; jetzt bei {to}",

  // What a colleague has made of it
  lostSite: "Der Chat mit {name} wurde hier geschlossen: Die Website gehört nicht mehr zu Ihren.",
  lostChat: "Der Chat mit {name} wurde hier geschlossen: Sie dürfen ihn nicht mehr sehen.",
  takenFromYou: "{by} hat Ihren Chat mit {name} übernommen.",
  accepted: "{by} hat Ihren Chat mit {name} angenommen.",
  handedBackToYou: "{by} hat den Chat mit {name} zurückgegeben.",

  // The Transfer window
  transferTitle: "Chat mit {name} weitergeben",
  transferText: "Er bleibt bei Ihnen, bis ihn jemand annimmt.",
  to: "An wen",
  colleagues: "Kolleginnen und Kollegen",
  departments: "Abteilungen",
  nobody: "Sonst ist niemand angemeldet",
  nobodyText: "Sobald jemand da ist, steht er hier.",
  online: "Online",
  away: "Abwesend",
  chats: { one: "{count} Chat", other: "{count} Chats" },
  noChats: "keine Chats",
  available: { one: "{count} online", other: "{count} online" },
  wordLabel: "Ein Wort dazu",
  wordHint: "Der Besucher sieht es nie.",
  offer: "Weitergeben",

  // Typing
  colleagueTyping: "{name} schreibt dem Besucher …",
  preview: "{name} schreibt:",
  previews: "Zeigen, was Besucher schreiben, bevor sie es senden",
  previewsHint: "Das Widget sagt es den Besuchern. Nichts davon wird aufbewahrt.",

  // Messages
  messageMenu: "Was mit dieser Nachricht geschehen soll",
  edit: "Bearbeiten",
  delete: "Löschen",
  copy: "Kopieren",
  copied: "Kopiert.",
  edited: "bearbeitet",
  deleted: "Nachricht gelöscht",
  editing: "Wird bearbeitet",
  cancelEdit: "Abbrechen",
  saveEdit: "Speichern",
  editLast: "Die letzte Nachricht ändern, im leeren Eingabefeld",
  deleteTitle: "Diese Nachricht löschen?",
  deleteText: "Sie verschwindet auch beim Besucher, und nichts davon wird aufbewahrt.",
  keep: "Behalten",
} as const satisfies Translation<typeof original>;
