import { type Language, isLanguage } from "../strings/catalogue.ts";
import { ownStore } from "./own.ts";
import { fieldsOf } from "./own-kept.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const SAVE_FORMATS = ["text", "html", "json"] as const;
export const SAVE_PLACES = ["directory", "download"] as const;

export interface Preferences {
  theme: Theme;
  language: Language;
  /** Whether single keys (`/`, `?`) work outside of the list; some people's speech or assistive input types them by accident. */
  singleKeys: boolean;
  /** As what a chat is saved, and where to; where the browser cannot write into directories it is a download. */
  saveFormat: (typeof SAVE_FORMATS)[number];
  saveTo: (typeof SAVE_PLACES)[number];
  /** Minutes without a touch after which the operator is away; 0 = never. */
  awayMinutes: number;
  /** Whether a touch ends that. */
  backByItself: boolean;
  /** Whether the list shows the host names of all whom it shows, where the server allows it. */
  hostNames: boolean;
}

const MOST_AWAY_MINUTES = 8 * 60;
const darkSystem = matchMedia("(prefers-color-scheme: dark)");

/** What the operator likes, in whatever browser. */
export const { useStore: usePreferences, change: setPreferences } = ownStore("preferences", read);

function read(value: unknown): Preferences {
  const kept = fieldsOf(value);
  const theme = THEMES.find((word) => word === kept["theme"]) ?? "system";
  const language = isLanguage(kept["language"]) ? kept["language"] : browserLanguage();
  return {
    theme,
    language,
    saveFormat: SAVE_FORMATS.find((word) => word === kept["saveFormat"]) ?? "text",
    saveTo: SAVE_PLACES.find((word) => word === kept["saveTo"]) ?? "directory",
    singleKeys: kept["singleKeys"] !== false,
    awayMinutes: minutes(kept["awayMinutes"]),
    backByItself: kept["backByItself"] !== false,
    hostNames: kept["hostNames"] === true,
  };
}

/** At first nobody goes away by itself: whoever works beside the console would miss a visitor. */
function minutes(kept: unknown): number {
  return typeof kept === "number" && kept > 0 && kept <= MOST_AWAY_MINUTES ? kept : 0;
}

function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = tag.split("-")[0];
    if (isLanguage(language)) return language;
  }
  return "en";
}

/** Puts theme and language on the document, now and whenever they change. */
export function applyPreferences(): void {
  const apply = () => {
    const { theme, language } = usePreferences.getState();
    const dark = theme === "dark" || (theme === "system" && darkSystem.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
    document.documentElement.lang = language;
  };
  apply();
  usePreferences.subscribe(apply);
  darkSystem.addEventListener("change", apply);
}
