import type { canned as original } from "../en/canned.ts";
import type { Translation } from "../translation.ts";

export const canned = {
  // In the composer
  canned: "Bausteine",
  open: "Textbausteine und URL-Bausteine",
  messages: "Textbausteine",
  urls: "URL-Bausteine",
  find: "Nach Titel, Ordner oder Text suchen",
  found: {
    one: "{count} Textbaustein. Eingabe fügt ihn ein, Escape bricht ab.",
    other: "{count} Textbausteine. Pfeiltasten wählen, Eingabe fügt einen ein, Escape bricht ab.",
  },
  noneYet: "Es gibt noch keine.",
  noneFound: "Keiner enthält diese Wörter.",
  editAll: "Hinzufügen und ändern",

  // Preferences
  messagesTitle: "Textbausteine",
  urlsTitle: "URL-Bausteine",
  messagesText:
    "Was Sie oft schreiben. Tippen Sie im Chat / und einige Buchstaben des Titels, oder drücken Sie Strg+/.",
  urlsText: "Seiten, Bilder und Dateien, die Sie oft schicken. Wechseln Sie im Chat zu URL und drücken Sie Strg+/.",
  add: "Hinzufügen",
  addMessage: "Textbaustein hinzufügen",
  addUrl: "URL-Baustein hinzufügen",
  edit: "{title} ändern",
  import: "Importieren",
  export: "Exportieren",
  exportJson: "Als JSON",
  exportCsv: "Als CSV, für eine Tabelle",
  none: "Noch keine Textbausteine",
  noUrls: "Noch keine URL-Bausteine",
  noFolder: "Ohne Ordner",
  shared: "gemeinsam",
  uses: { one: "einmal benutzt", other: "{count}-mal benutzt" },
  unused: "noch nicht benutzt",

  // One of them
  title: "Titel",
  folder: "Ordner",
  folderHint: "Muss nicht sein. Ein neuer Name legt einen neuen Ordner an.",
  message: "Nachricht",
  url: "URL",
  urlHint: "Eine Adresse, oder ein Pfad wie /zelte.",
  audience: "Für",
  forMe: "Nur mich",
  forAll: "Alle Operatoren",
  forDepartment: "Abteilung {name}",
  formerDepartment: "eine frühere Abteilung",
  shareHint: "Das lässt sich später nicht ändern.",
  variables: "Einsetzen:",
  preview: "Vorschau",
  tooLong: "{over} Zeichen zu lang: Höchstens {limit} lassen sich senden.",
  remove: "Löschen",
  removeSure: "Wirklich löschen",
  nameUnknown: "lieber Gast",
  sampleVisitor: "Ada",
  samplePage: "Zelt Ridge 2P",

  // Import
  importTitle: "Import aus {file}",
  importNew: { one: "{count} ist neu und wird hinzugefügt.", other: "{count} sind neu und werden hinzugefügt." },
  importKnown: { one: "{count} ist schon da.", other: "{count} sind schon da." },
  importOther: {
    one: "{count} ist von der anderen Art und wird dort hinzugefügt.",
    other: "{count} sind von der anderen Art und werden dort hinzugefügt.",
  },
  importWrong:
    "Diese Datei lässt sich nicht lesen. Sie muss JSON sein, wie es hier exportiert wird, oder CSV, dessen erste Zeile die Spalten nennt: title, text und vielleicht folder.",
  importTooLarge: "Diese Datei ist zu groß.",
  importPart: "{count} davon sind hinzugefügt, dann hat der Server abgelehnt: {sentence}",
  imported: { one: "{count} hinzugefügt.", other: "{count} hinzugefügt." },
} as const satisfies Translation<typeof original>;
