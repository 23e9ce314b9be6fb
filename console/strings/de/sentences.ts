import type { Sentences } from "../sentences.ts";

/** What is missing or too long in a form, as the server names it. */
const WHAT = {
  "An origin": "Eine Herkunft",
  "The account's name": "Der Name des Kontos",
  "The department's name": "Der Name der Abteilung",
  "The file": "Die Datei",
  "The folder": "Der Ordner",
  "The folder's name": "Der Name des Ordners",
  "The name": "Der Name",
  "The operator ID": "Die Operator-ID",
  "The password": "Das Passwort",
  "The reason": "Der Grund",
  "The screen name": "Der Anzeigename",
  "The site": "Die Website",
  "The site's name": "Der Name der Website",
  "The text": "Der Text",
  "The title": "Der Titel",
  "The word": "Das Wort",
} as const;
const what = (name = ""): string => WHAT[name as keyof typeof WHAT] ?? name;

/** What the server says of a form, in German; it answers in English, whoever asks. */
export const sentences: Sentences = [
  [new RegExp(`^(${Object.keys(WHAT).join("|")}) is missing\\.$`), (name) => `${what(name)} fehlt.`],
  [new RegExp(`^(${Object.keys(WHAT).join("|")}) is too long\\.$`), (name) => `${what(name)} ist zu lang.`],
  [
    new RegExp(`^(${Object.keys(WHAT).join("|")}) can have (\\d+) characters at the most\\.$`),
    (name, most) => `${what(name)} darf höchstens ${most} Zeichen haben.`,
  ],
  [/^The link is not complete\.$/, () => "Der Link ist nicht vollständig."],
  [
    /^The password needs at least (\d+) characters; .*$/,
    (least) => `Das Passwort braucht mindestens ${least} Zeichen; ein paar Wörter hintereinander sind gut.`,
  ],
  [
    /^An operator ID is made of .*$/,
    () => "Eine Operator-ID besteht aus höchstens 64 Buchstaben, Ziffern und . _ @ + - ohne Leerzeichen.",
  ],
  [
    /^"(.*)" is not where a widget can run: .*$/,
    (typed) => `„${typed}“ ist nichts, wo ein Widget laufen kann: Es muss aussehen wie https://www.example.com.`,
  ],
  [/^The site's origins are missing\.$/, () => "Die Herkünfte der Website fehlen."],
  [/^A site can have (\d+) origins at the most\.$/, (most) => `Eine Website kann höchstens ${most} Herkünfte haben.`],
  [/^There is no such site\.$/, () => "Diese Website gibt es nicht."],
  [/^Choose at least one site\.$/, () => "Wählen Sie mindestens eine Website aus."],
  [/^There is no such department\.$/, () => "Diese Abteilung gibt es nicht."],
  [/^The hours must begin before they end\.$/, () => "Die Zeiten müssen beginnen, bevor sie enden."],
  [/^There is no such time zone\.$/, () => "Diese Zeitzone gibt es nicht."],
  [/^A day can have (\d+) spans at the most\.$/, (most) => `Ein Tag kann höchstens ${most} Zeiten haben.`],
  [/^An operator must have room for a chat\.$/, () => "Ein Operator muss Platz für einen Chat haben."],
  [
    /^An operator needs at least 5 seconds to answer\.$/,
    () => "Ein Operator braucht mindestens 5 Sekunden zum Antworten.",
  ],
  [/^An offer can wait for 10 minutes at the most\.$/, () => "Ein Angebot kann höchstens 10 Minuten warten."],
  [/^This is not an address: .*$/, () => "Das ist keine Adresse: Sie muss aussehen wie 203.0.113.7 oder 2001:db8::1."],
  [/^A ban lasts for a minute at the least\.$/, () => "Eine Sperre dauert mindestens eine Minute."],
  [/^A time to keep is a number of days\.$/, () => "Eine Aufbewahrungszeit ist eine Zahl von Tagen."],
  [/^A time to keep is 1 to (\d+) days\.$/, (most) => `Eine Aufbewahrungszeit ist 1 bis ${most} Tage.`],
  [/^At most (\d+) can be added at once\.$/, (most) => `Höchstens ${most} lassen sich auf einmal hinzufügen.`],
  [/^The limit of chats must be a number\.$/, () => "Die Grenze der Chats muss eine Zahl sein."],
  [/^The limit of chats must be from 1 to (\d+)\.$/, (most) => `Die Grenze der Chats muss von 1 bis ${most} sein.`],
  [/^The time to answer must be a number\.$/, () => "Die Zeit zum Antworten muss eine Zahl sein."],
  [
    /^The time to answer must be from 5 seconds to 10 minutes\.$/,
    () => "Die Zeit zum Antworten muss von 5 Sekunden bis 10 Minuten sein.",
  ],
  [/^A word has letters and no spaces\.$/, () => "Ein Wort hat Buchstaben und keine Leerzeichen."],
  [
    /^The language must be a tag such as de, fr or pt-BR\.$/,
    () => "Die Sprache muss ein Kürzel wie de, fr oder pt-BR sein.",
  ],
  [
    /^These are not the \.aff and \.dic of a Hunspell dictionary in UTF-8\.$/,
    () => "Das sind nicht die .aff und .dic eines Hunspell-Wörterbuchs in UTF-8.",
  ],
];
