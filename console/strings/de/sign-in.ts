import type { signIn as original } from "../en/sign-in.ts";
import type { Translation } from "../translation.ts";

export const signIn = {
  title: "Anmelden",
  ended: "Sie wurden abgemeldet. Melden Sie sich an, um dort weiterzumachen, wo Sie waren.",
  login: "Operator-ID",
  password: "Passwort",
  submit: "Anmelden",
  signingIn: "Meldet an…",

  neededTitle: "Shopbell läuft. Es hat noch keinen Inhaber.",
  neededText:
    "Öffnen Sie den Einrichtungslink, der auf dem Terminal steht, in dem der Server gestartet wurde. Er sieht so aus:",
  neededRestart: "Der Link gilt einmal. Ist er weg, starten Sie den Server neu; dann zeigt er einen neuen.",

  setUpTitle: "Shopbell einrichten",
  setUpText: "Sie werden Inhaber. Alles lässt sich später ändern.",
  you: "Sie",
  account: "Konto",
  accountHint: "Der Name Ihrer Firma oder Ihres Ladens, wie Kollegen ihn sehen.",
  loginHint: "Damit melden Sie sich an.",
  name: "Anzeigename",
  nameHint: "Was Besucher und Kollegen sehen.",
  site: "Ihre Website",
  siteName: "Name der Website",
  origins: "Adressen",
  originsHint:
    "Wo das Widget laufen darf, eine je Zeile, etwa https://www.example.com. Das darf leer bleiben und später kommen; der Demo-Shop geht sofort.",
  create: "Konto anlegen",
  creating: "Einen Moment…",

  missing: "Bitte ausfüllen.",
  loginWrong: "Nur Buchstaben, Ziffern und . _ @ + -, ohne Leerzeichen, am Anfang ein Buchstabe oder eine Ziffer.",
  originWrong:
    "„{origin}“ ist nicht die Adresse einer Website. Sie muss mit https:// oder http:// beginnen, etwa https://www.example.com.",
  passwordShort: { one: "noch {count} Zeichen", other: "noch {count} Zeichen" },
  passwordTooShort: "Mindestens {least} Zeichen.",
  passwordHint: "Mindestens {least} Zeichen. Ein paar Wörter hintereinander sind gut und leicht zu merken.",
  passwordWeak: "Leicht zu erraten",
  passwordGood: "Gut",
  passwordStrong: "Sehr gut",
  showPassword: "Passwort zeigen",
  hidePassword: "Passwort verbergen",

  tagTitle: "Setzen Sie diesen Tag auf Ihre Website",
  tagText: "Vor </body> auf jede Seite von {site}.",
  waitingTitle: "Wartet auf Ihren ersten Besucher…",
  waitingText:
    "Öffnen Sie eine Ihrer Seiten mit dem Tag oder den Demo-Shop in einem anderen Fenster. Diese Seite merkt es von selbst.",
  thereTitle: "Da ist jemand!",
  thereText: "Besucher {visitor} ist auf {page}.",
  demo: "Demo-Shop öffnen",
  toList: "Zu den Besuchern",
  later: "Später",

  joinTitle: "Zu Ihren Kollegen",
  joinText: "Wählen Sie, wie Sie sich anmelden und was Besucher sehen.",
  join: "Beitreten",
} as const satisfies Translation<typeof original>;
