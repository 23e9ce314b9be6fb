import type { alerts as original } from "../en/alerts.ts";
import type { Translation } from "../translation.ts";

export const alerts = {
  // What is told
  requestFrom: "Chat-Anfrage von {name}",
  acceptedBy: "{name} hat Ihre Einladung angenommen",
  transferOf: "Der Chat mit {name} wird Ihnen angeboten",
  messageFrom: "Neue Nachricht von {name}",
  andMore: { one: "{text}, und {count} weitere", other: "{text}, und {count} weitere" },
  accept: "Annehmen",
  dismiss: "Verwerfen",
  open: "Chat öffnen",
  silence: "Stumm",
  chatSilent: "Die Nachrichten dieses Chats sind stumm",
  chatSound: "Ton bei neuer Nachricht",

  // What is kept back
  soundBlocked: "Der Browser blockiert den Ton.",
  turnOnSound: "Ton einschalten",
  popupsNotAllowed: "Popups sind noch nicht erlaubt.",
  popupsDenied: "Der Browser blockiert Popups.",
  allow: "Popups erlauben",
  what: "Was tun",

  // Preferences
  alerts: "Hinweise",
  alertsText:
    "Wie Sie Bescheid bekommen. Jeder Operator hat seine eigenen Einstellungen, in jedem Browser, in dem er sich anmeldet.",
  kind: "Wann",
  request: "Chat-Anfrage",
  message: "Nachricht",
  accepted: "Einladung angenommen",
  transferred: "Chat an mich weitergegeben",
  sound: "Ton",
  popup: "Popup",
  flash: "Blinkendes Symbol",
  soundFor: "{kind}: Ton",
  popupFor: "{kind}: Popup",
  flashFor: "{kind}: blinkendes Symbol",
  tuneFor: "{kind}: welcher Ton",
  play: "Anhören: {kind}",
  "tune-bell": "Ladenglocke",
  "tune-chime": "Gong",
  "tune-glass": "Glas",
  "tune-marimba": "Marimba",
  "tune-knock": "Klopfen",
  "tune-drop": "Tropfen",
  "tune-phone": "Telefon",
  "tune-own": "Eigener: {name}",
  volume: "Lautstärke",
  own: "Ihr eigener Ton",
  ownHint: "Eine Audiodatei von bis zu {seconds} Sekunden und 1 MB. Sie bleibt in diesem Browser.",
  "own-too-large": "Diese Datei ist größer als 1 MB.",
  "own-not-audio": "Der Browser kann diese Datei nicht als Ton abspielen.",
  "own-too-long": "Dieser Ton ist länger als {seconds} Sekunden.",
  "own-not-kept": "Der Browser hat die Datei nicht gespeichert. In einem privaten Fenster kann er das nicht.",
  deniedHelp:
    "Dieser Browser blockiert Popups der Konsole. Drücken Sie auf das Zeichen links neben der Adresse, erlauben Sie Benachrichtigungen und kommen Sie zurück.",
  unsupportedHelp: "Popups brauchen einen Browser mit Benachrichtigungen und die Konsole über https.",

  // A test
  test: "Meine Hinweise testen",
  testText: "Ein Test Ihrer Hinweise",
  "sound-done": "Ton: abgespielt.",
  "sound-off": "Ton: für Chat-Anfragen ausgeschaltet.",
  "sound-blocked": "Ton: der Browser hält ihn zurück.",
  "popup-done": "Popup: gezeigt.",
  "popup-off": "Popup: für Chat-Anfragen ausgeschaltet.",
  "popup-blocked": "Popup: der Browser hält es zurück.",
  "flash-done": "Blinkendes Symbol: sehen Sie auf den Titel des Tabs.",
  "flash-off": "Blinkendes Symbol: für Chat-Anfragen ausgeschaltet.",
  "flash-blocked": "Blinkendes Symbol: der Browser hält es zurück.",
  notHeard: "Abgespielt oder gezeigt, aber nichts kam? Sehen Sie nach der Lautstärke des Computers und „Nicht stören“.",

  // Administration
  sounds: "Töne",
  soundsText:
    "Jeder Operator kann sie für Hinweise wählen, neben denen, die Shopbell mitbringt. Audiodateien von bis zu {seconds} Sekunden und 1 MB.",
  noSounds: "Noch keine Töne hinzugefügt",
  addSound: "Ton hinzufügen",
  listenTo: "{name} anhören",
  removeSound: "{name} entfernen",
  removeSoundText: "Wer ihn gewählt hat, hört stattdessen die Ladenglocke.",
} as const satisfies Translation<typeof original>;
