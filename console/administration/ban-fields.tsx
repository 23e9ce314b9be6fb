import { t } from "../strings/t.ts";
import { SelectField, TextField } from "../ui/field.tsx";

const HOUR_MS = 3_600_000;
const DURATIONS = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
  ever: undefined,
} as const;
type Duration = keyof typeof DURATIONS;
const NAMES: readonly Duration[] = ["hour", "day", "week", "month", "ever"];

export interface BanTerms {
  duration: Duration;
  reason: string;
}

export const A_DAY: BanTerms = { duration: "day", reason: "" };

/** As the server wants them. */
export function termsOf({ duration, reason }: BanTerms): { reason: string; forMs?: number } {
  const forMs = DURATIONS[duration];
  return { reason: reason.trim(), ...(forMs !== undefined && { forMs }) };
}

/** For how long, and why. */
export function BanFields({ value, onChange }: { value: BanTerms; onChange: (terms: BanTerms) => void }) {
  return (
    <>
      <SelectField
        label={t("administration.duration")}
        value={value.duration}
        onChange={({ target }) =>
          onChange({ ...value, duration: NAMES.find((name) => name === target.value) ?? value.duration })
        }
      >
        {NAMES.map((name) => (
          <option key={name} value={name}>
            {t(`administration.for-${name}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("administration.reason")}
        hint={t("administration.reasonHint")}
        value={value.reason}
        onChange={({ target }) => onChange({ ...value, reason: target.value })}
        maxLength={200}
        autoComplete="off"
      />
    </>
  );
}
