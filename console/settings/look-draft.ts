import { LOOK_TEXTS, type LookTexts, MOST_OFFSET, type SiteLook, WIDGET_LANGUAGES } from "../../protocol/look.ts";

/** A look as it is being typed. Empty = as the widget comes. */
export interface Draft {
  colour: string;
  side: "left" | "right";
  x: string;
  y: string;
  hasButton: boolean;
  opener: string;
  /** The languages offered with commas between them, or `all`. */
  languages: string;
  texts: { en: LookTexts; de: LookTexts };
}

export function draftOf({ colour = "", side = "right", x, y, button, opener = "", languages, texts }: SiteLook): Draft {
  return {
    colour,
    side,
    x: x?.toString() ?? "",
    y: y?.toString() ?? "",
    hasButton: button !== "none",
    opener,
    languages: languages?.join() || "all",
    texts: { en: {}, de: {}, ...texts },
  };
}

/** The look that a draft makes, with nothing in it that was not chosen; undefined while something is wrong. */
export function lookOf(draft: Draft): SiteLook | undefined {
  const colour = colourOf(draft.colour);
  const x = offsetOf(draft.x);
  const y = offsetOf(draft.y);
  const opener = draft.opener.trim();
  if (colour === false || x === false || y === false || !isSelector(opener)) return undefined;
  const offered = draft.languages.split(",");
  const languages = offered.flatMap((name) => WIDGET_LANGUAGES.filter((language) => language === name));
  const texts = Object.fromEntries(
    WIDGET_LANGUAGES.map((language) => [language, filled(draft.texts[language])] as const).filter(
      ([, its]) => Object.keys(its).length > 0,
    ),
  );
  return {
    ...(colour !== undefined && { colour }),
    ...(draft.side === "left" && { side: draft.side }),
    ...(x !== undefined && { x }),
    ...(y !== undefined && { y }),
    ...(!draft.hasButton && { button: "none" }),
    ...(opener !== "" && { opener }),
    ...(languages.length > 0 && { languages }),
    ...(Object.keys(texts).length > 0 && { texts }),
  };
}

/** The colour that was typed, nothing for none, false for what is none. */
export function colourOf(typed: string): string | undefined | false {
  const colour = typed.trim().toLowerCase();
  if (colour === "") return undefined;
  return /^#[0-9a-f]{6}$/.test(colour) && colour;
}

/** The distance that was typed, nothing for none, false for what is none. */
export function offsetOf(typed: string): number | undefined | false {
  if (typed.trim() === "") return undefined;
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= MOST_OFFSET && Number(typed);
}

/** Whether the page would find elements by it; nothing at all is fine too. */
export function isSelector(typed: string): boolean {
  if (typed.trim() === "") return true;
  try {
    document.createDocumentFragment().querySelector(typed);
    return !/[{};\\@]/.test(typed);
  } catch {
    return false;
  }
}

function filled(texts: LookTexts): LookTexts {
  const kept: LookTexts = {};
  for (const name of LOOK_TEXTS) {
    const text = texts[name]?.trim();
    if (text) kept[name] = text;
  }
  return kept;
}
