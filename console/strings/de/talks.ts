import type { Translation } from "../translation.ts";
import type { talks as english } from "../en/talks.ts";

export const talks: Translation<typeof english> = {
  operators: "Operatoren",
  toOperators: "Zu den Operatoren",
  tally: "{online} online von {loggedIn} angemeldeten",
  text: "Ein Doppelklick öffnet den Chat mit einem Kollegen. Er ist von den Chats mit Besuchern getrennt, und niemand sonst liest ihn.",
  id: "ID",
  name: "Anzeigename",
  department: "Abteilung",
  status: "Status",
  chat: "Chatten",
  chatWith: "Mit {name} chatten",
  you: "Sie",
  actions: "Was mit {name} zu tun ist",
  alone: "Sie sind der einzige Operator",
  aloneText: "Ein Administrator lädt Kollegen unter Einstellungen → Operatoren ein.",
  online: "Online",
  away: "Abwesend",
  offline: "Abgemeldet",

  colleague: "Kollege",
  log: "Chat mit Ihrem Kollegen {name}",
  nothingYet: "Noch wurde nichts geschrieben. {name} liest es hier, jetzt oder später.",
  message: "Nachricht an Ihren Kollegen {name}",
  placeholder: "An {name} schreiben …",
  readsLater: "{name} ist nicht angemeldet und liest es später.",
  close: "Diesen Chat mit einem Kollegen schließen",
};
