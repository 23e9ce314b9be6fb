import { usePreferences } from "../state/preferences.ts";
import { type Key, type Parts, stringsOf } from "./catalogue.ts";
import { fill, type Values } from "./translation.ts";

/** The string named `key` in the operator's language. Changing the language draws the whole console anew, so no hook is needed. */
export function t(key: Key, values?: Values): string {
  const { language } = usePreferences.getState();
  const [part, name] = key.split(".") as [keyof Parts, string];
  const strings = stringsOf(language)[part];
  // The type of `key` promises that the entry is there.
  return fill(language, strings[name] ?? key, values);
}
