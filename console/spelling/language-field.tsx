import { useEffect, useId } from "react";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { findLanguages } from "./checker.ts";
import { languageName } from "./choose.ts";
import { changeSpelling } from "./preferences.ts";
import styles from "./spell-dialog.module.css";
import { useSpelling } from "./status.ts";

/** Which dictionary the Spell Checker goes by. */
export function LanguageField({ onChange }: { onChange: () => void }) {
  const id = useId();
  const { languages = [], state } = useSpelling();
  const consoleLanguage = usePreferences((preferences) => preferences.language);
  useEffect(() => void findLanguages(), []);
  const chosen = "language" in state ? state.language : "";
  return (
    <div className={styles.language}>
      <label htmlFor={id}>{t("spelling.language")}</label>
      <select
        id={id}
        // On a narrow screen the label is not shown.
        aria-label={t("spelling.language")}
        value={chosen}
        onChange={({ target }) => {
          changeSpelling({ language: target.value });
          onChange();
        }}
      >
        {!languages.includes(chosen) && <option value={chosen} />}
        {languages.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag, consoleLanguage)}
          </option>
        ))}
      </select>
    </div>
  );
}
