import { object, oneOf, optional, type Shape, string, type TypeOf } from "./shape.ts";

/** The languages that the widget speaks; each has its words in `widget/strings/`. */
export const WIDGET_LANGUAGES = ["en", "de"] as const;
export type WidgetLanguage = (typeof WIDGET_LANGUAGES)[number];

/** What the button says until a site says otherwise; the panel's own words come with the panel. */
export const BUTTON_WORDS: Record<WidgetLanguage, { chat: string; leave: string }> = {
  en: { chat: "Chat with us", leave: "Leave us a message" },
  de: { chat: "Mit uns chatten", leave: "Nachricht hinterlassen" },
};

/** What a site can say in its own words: the names of the widget's own, in the order in which a visitor meets them. */
export const LOOK_TEXTS = [
  /** The button, while somebody is there and while nobody is. */
  "chat",
  "leave",
  /** The panel's title, the line under it, and the first greeting. */
  "title",
  "weAreOnline",
  "welcome",
  /** In the field where the visitor writes. */
  "write",
  /** The title and the line under it while nobody is there, and the form's small print. */
  "away",
  "leaveAMessage",
  "weReply",
] as const;
export type LookTexts = { [Name in (typeof LOOK_TEXTS)[number]]?: string };
export const LOOK_TEXT_LENGTH = 200;
/** CSS pixels. */
export const MOST_OFFSET = 400;

const text = optional(string(LOOK_TEXT_LENGTH, 1));
const lookTextsShape: Shape<LookTexts> = object({
  chat: text,
  leave: text,
  title: text,
  weAreOnline: text,
  welcome: text,
  write: text,
  away: text,
  leaveAMessage: text,
  weReply: text,
});

/** How a site's widget looks, as administrators choose it. What is missing is as it always was. */
export interface SiteLook {
  /** `#rrggbb`, lower case. What stands on it is black or white, whichever is easier to read. */
  colour?: string;
  side?: "left" | "right";
  /** Distances from the side and from the lower edge, in CSS pixels. */
  x?: number;
  y?: number;
  /** `none`: the page has an element of its own that opens the panel. */
  button?: "round" | "none";
  /** A CSS selector: what opens the panel when it is clicked, beside everything with `data-shopbell-open`. */
  opener?: string;
  /** In which the widget speaks, the preferred one first; empty = all there are. */
  languages?: WidgetLanguage[];
  texts?: { [Language in WidgetLanguage]?: LookTexts };
}

/** A look as one visitor's widget needs it: nothing is left to decide. */
export const visitorLookShape = object({
  /** Changes with anything else here; a widget that has this look already is not sent it again. */
  id: string(16, 1),
  language: oneOf(...WIDGET_LANGUAGES),
  /** Class names and declarations for the widget's outermost element. */
  class: string(40),
  style: string(120),
  opener: string(300),
  chat: string(LOOK_TEXT_LENGTH, 1),
  leave: string(LOOK_TEXT_LENGTH, 1),
  /** Words in place of the panel's own. */
  words: optional(lookTextsShape),
});
export type VisitorLook = TypeOf<typeof visitorLookShape>;

/**
 * What a visitor's widget is to look like.
 * @param wanted the visitor's languages as tags, the preferred one first.
 */
export function lookFor(look: SiteLook, wanted: readonly string[]): VisitorLook {
  const { colour, side, x, y, button, opener, texts } = look;
  const language = chooseLanguage(look.languages ?? [], wanted);
  const { chat, leave, ...words } = { ...BUTTON_WORDS[language], ...texts?.[language] };
  const style = [
    ...(colour === undefined ? [] : [`--accent:${colour}`, `--accent-ink:${inkOn(colour)}`]),
    ...(x === undefined ? [] : [`--x:${x}px`]),
    ...(y === undefined ? [] : [`--y:${y}px`]),
  ];
  const made = {
    language,
    class: [side === "left" ? "left" : "", button === "none" ? "bare" : ""].join(" ").trim(),
    style: style.join(";"),
    opener: ["[data-shopbell-open]", opener].filter(Boolean).join(","),
    chat,
    leave,
    ...(Object.keys(words).length > 0 && { words }),
  };
  return { id: fingerprint(JSON.stringify(made)), ...made };
}

/** The first wanted language that is offered; otherwise the first one offered. */
function chooseLanguage(offered: readonly WidgetLanguage[], wanted: readonly string[]): WidgetLanguage {
  const choice = offered.length > 0 ? offered : WIDGET_LANGUAGES;
  const primary = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  const found = primary.find((tag) => choice.some((language) => language === tag));
  return choice.find((language) => language === found) ?? choice[0] ?? "en";
}

/** Black or white; one of the two has a contrast of at least 4.5 to 1 with any colour (WCAG 2.2, 1.4.3). */
export function inkOn(colour: string): "#000" | "#fff" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // The contrasts are (L + 0.05) / 0.05 with black and 1.05 / (L + 0.05) with white.
  return (luminance + 0.05) ** 2 > 0.05 * 1.05 ? "#000" : "#fff";
}

/** FNV-1a, 32 bits: enough to see that something changed. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
