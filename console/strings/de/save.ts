import type { save as original } from "../en/save.ts";
import type { Translation } from "../translation.ts";

export const save = {
  save: "Chat speichern",
  saved: "Gespeichert als {file} in {directory}.",
  notAllowed:
    "Der Browser durfte nicht in das Verzeichnis schreiben. Wählen Sie es unter Einstellungen → Chats speichern noch einmal.",
  failed: "Das Verzeichnis ließ sich nicht beschreiben, deshalb ist der Chat ein Download. {reason}",
  title: "Chat mit {name}",

  settings: "Chats speichern",
  settingsText: "Was der Knopf oben im Chat speichert, und wo. Das gewählte Verzeichnis gehört zu diesem Browser.",
  format: "Format",
  text: "Text",
  html: "HTML, das wie der Chat aussieht",
  json: "JSON, für Programme",
  place: "Wohin",
  directory: "In ein einmal gewähltes Verzeichnis",
  download: "Als Download",
  choose: "Verzeichnis wählen",
  chosen: "Chats werden in {name} gespeichert.",
  noneChosen: "Noch keins gewählt; Sie werden beim ersten Speichern gefragt.",
  noDirectories: "Dieser Browser speichert Chats als Downloads; er lässt Seiten nicht in Verzeichnisse schreiben.",
} as const satisfies Translation<typeof original>;
