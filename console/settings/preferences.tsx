import { useMe } from "../state/me.ts";
import { setPreferences, type Theme, THEMES, usePreferences } from "../state/preferences.ts";
import { isLanguage, LANGUAGES } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { SelectField } from "../ui/field.tsx";
import { AlertSettings } from "./alerts.tsx";
import { AwaySettings } from "./away.tsx";
import { Section } from "./section.tsx";
import styles from "./settings.module.css";
import { ThisBrowser } from "./this-browser.tsx";

const words: Record<Theme, "shell.themeSystem" | "shell.themeLight" | "shell.themeDark"> = {
  system: "shell.themeSystem",
  light: "shell.themeLight",
  dark: "shell.themeDark",
};

/** What this browser's operator likes. */
export function PreferenceSettings() {
  const { theme, language, singleKeys } = usePreferences();
  return (
    <>
      <Section title={t("settings.general")} text={t("settings.preferencesText")}>
        <div className={styles.narrow}>
          <SelectField
            label={t("shell.theme")}
            value={theme}
            onChange={({ target }) =>
              setPreferences({ theme: THEMES.find((word) => word === target.value) ?? "system" })
            }
          >
            {THEMES.map((value) => (
              <option key={value} value={value}>
                {t(words[value])}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("shell.language")}
            value={language}
            onChange={({ target }) => isLanguage(target.value) && setPreferences({ language: target.value })}
          >
            {Object.entries(LANGUAGES).map(([value, label]) => (
              <option key={value} value={value} lang={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={singleKeys}
              onChange={({ target }) => setPreferences({ singleKeys: target.checked })}
            />
            <span>
              {t("settings.singleKeys")}
              <span className={styles.quiet}>{t("settings.singleKeysText")}</span>
            </span>
          </label>
          <AwaySettings />
          <HostNameSetting />
        </div>
      </Section>
      <AlertSettings />
      <ThisBrowser />
    </>
  );
}

function HostNameSetting() {
  const hostNames = usePreferences((preferences) => preferences.hostNames);
  const isAllowed = useMe(({ mayNameHosts }) => mayNameHosts);
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        disabled={!isAllowed}
        checked={hostNames && isAllowed}
        onChange={({ target }) => setPreferences({ hostNames: target.checked })}
      />
      <span>
        {t("settings.hostNames")}
        <span className={styles.quiet}>{t(isAllowed ? "settings.hostNamesText" : "settings.hostNamesForbidden")}</span>
      </span>
    </label>
  );
}
