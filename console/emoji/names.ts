import { useEffect, useState } from "react";
import { usePreferences } from "../state/preferences.ts";
import type { Language } from "../strings/catalogue.ts";
import { type Emoji, readEmoji } from "./emoji.ts";

/** The emoji in their groups, as Unicode orders them. */
export type EmojiGroups = readonly (readonly Emoji[])[];

// Some 40 KB for each language, with the first emoji that is looked for.
const FILES: { readonly [language in Language]: () => Promise<{ default: string[][] }> } = {
  en: () => import("./names/en.json"),
  de: () => import("./names/de.json"),
};
const loaded = new Map<Language, Promise<EmojiGroups>>();

/** The emoji with their names in the operator's language. */
export async function loadEmoji(): Promise<EmojiGroups> {
  const { language } = usePreferences.getState();
  const known = loaded.get(language) ?? FILES[language]().then((file) => file.default.map(readEmoji));
  loaded.set(language, known);
  try {
    return await known;
  } catch (error) {
    loaded.delete(language);
    throw error;
  }
}

/** The same, once `wanted`; `failed` when it could not be loaded. */
export function useEmoji(wanted: boolean): EmojiGroups | "failed" | undefined {
  const [groups, setGroups] = useState<EmojiGroups | "failed">();
  useEffect(() => {
    if (!wanted) return undefined;
    let isStale = false;
    loadEmoji().then(
      (found) => !isStale && setGroups(found),
      () => !isStale && setGroups("failed"),
    );
    return () => {
      isStale = true;
    };
  }, [wanted]);
  return groups;
}
