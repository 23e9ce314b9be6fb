import { usePreferences } from "../state/preferences.ts";
import { catalogue, type Key } from "./catalogue.ts";
import { fill, type Strings, type Values } from "./translation.ts";

/** The string named `key` in the operator's language. Changing the language draws the whole console anew, so no hook is needed. */
export function t(key: Key, values?: Values): string {
  const { language } = usePreferences.getState();
  const [part, name] = key.split(".") as [keyof (typeof catalogue)["en"], string];
  const strings: Strings = catalogue[language][part];
  // The type of `key` promises that the entry is there.
  return fill(language, strings[name] ?? key, values);
}
