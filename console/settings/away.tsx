import { setPreferences, usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { SelectField } from "../ui/field.tsx";
import styles from "./settings.module.css";

const MINUTES = [0, 5, 10, 15, 30, 60];

/** When the operator is away by itself, and what ends that. */
export function AwaySettings() {
  const { awayMinutes, backByItself } = usePreferences();
  const choices = MINUTES.includes(awayMinutes) ? MINUTES : [...MINUTES, awayMinutes];
  return (
    <>
      <SelectField
        label={t("settings.away")}
        hint={t("settings.awayText")}
        value={awayMinutes}
        onChange={({ target }) => setPreferences({ awayMinutes: Number(target.value) })}
      >
        {choices.map((minutes) => (
          <option key={minutes} value={minutes}>
            {minutes === 0 ? t("settings.awayNever") : t("settings.awayAfter", { count: minutes })}
          </option>
        ))}
      </SelectField>
      {awayMinutes > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={backByItself}
            onChange={({ target }) => setPreferences({ backByItself: target.checked })}
          />
          <span>
            {t("settings.back")}
            <span className={styles.quiet}>{t("settings.backText")}</span>
          </span>
        </label>
      )}
    </>
  );
}
