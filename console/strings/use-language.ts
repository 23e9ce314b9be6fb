import { useEffect, useState } from "react";
import { usePreferences } from "../state/preferences.ts";
import { isLoaded, type Language, loadLanguage } from "./catalogue.ts";

/** The language in which everything is drawn: the operator's, once its strings are here. */
export function useLanguage(): Language {
  const language = usePreferences((preferences) => preferences.language);
  const [, setLoaded] = useState<Language>();
  useEffect(() => {
    if (isLoaded(language)) return;
    loadLanguage(language).then(
      () => setLoaded(language),
      () => undefined, // it stays in English
    );
  }, [language]);
  return isLoaded(language) ? language : "en";
}
