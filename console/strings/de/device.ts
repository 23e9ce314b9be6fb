import type { device as original } from "../en/device.ts";
import type { Translation } from "../translation.ts";

export const device = {
  title: "Dieser Browser",
  text: "Nur für diesen Browser; andere Computer und Telefone haben ihre eigenen.",
  push: "Mich rufen, wenn kein Fenster offen ist",
  pushText:
    "Bei Chat-Anfragen, die eine Weile niemand angenommen hat, bei Chats, die Ihnen oder Ihrer Abteilung angeboten werden, wenn ein Besucher in einem Ihrer Chats schreibt, und bei hinterlassenen Nachrichten. Bis Sie sich hier abmelden. Der Ruf ist verschlüsselt und enthält nichts, was ein Besucher geschrieben hat.",
  pushBlocked:
    "Dieser Browser sperrt Benachrichtigungen der Konsole. Drücken Sie auf das Zeichen links der Adresse und erlauben Sie sie.",
  pushUnsupported:
    "Dieser Browser lässt sich nicht rufen. Auf iPhone oder iPad legen Sie Shopbell zuerst auf den Home-Bildschirm.",
  pushNotHere:
    "Dieser Server ruft noch niemanden: Der Administrator muss --push-contact setzen oder eine öffentliche URL mit https.",
  pushFailed: "Der Browser lässt sich nicht rufen: {reason}",
  app: "Shopbell als App",
  appOffered: "In einem eigenen Fenster, mit Symbol bei Ihren Programmen und der Zahl der Anfragen darauf.",
  appByHand:
    "In einem eigenen Fenster, mit Symbol bei Ihren Programmen: Suchen Sie „Installieren“ im Menü des Browsers oder neben der Adresse. Auf iPhone oder iPad: Teilen, Zum Home-Bildschirm.",
  appRuns: "Shopbell läuft hier als App.",
  install: "Installieren",
} as const satisfies Translation<typeof original>;
