import { Copy, Plus, X } from "lucide-react";
import { useId } from "react";
import type { Hours } from "../../protocol/rest.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import styles from "./administration.module.css";
import { isTimeZone, minuteOf, officeHours, type Span, timeOf, weekdays, wrongDay } from "./hours.ts";

const USUAL: Span = { from: 540, to: 1_020 };

/** When a department answers: always, or within spans of each weekday by the clock of a time zone. */
export function HoursField({
  value,
  onChange,
}: {
  value: Hours | undefined;
  onChange: (hours: Hours | undefined) => void;
}) {
  const zones = useId();
  const language = usePreferences((preferences) => preferences.language);
  const names = weekdays(language);
  const wrong = value === undefined ? undefined : wrongDay(value);
  const setDay = (hours: Hours, day: number, spans: Span[]) =>
    onChange({ ...hours, days: hours.days.with(day, spans) });
  return (
    <fieldset className={styles.group}>
      <legend>{t("administration.hours")}</legend>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={value !== undefined}
          onChange={({ target }) => onChange(target.checked ? officeHours() : undefined)}
        />
        {t("administration.hasHours")}
      </label>
      <p className={styles.quiet}>{t(value === undefined ? "administration.always" : "administration.hasHoursText")}</p>
      {value !== undefined && (
        <>
          <TextField
            label={t("administration.timeZone")}
            list={zones}
            value={value.timeZone}
            onChange={({ target }) => onChange({ ...value, timeZone: target.value })}
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            error={isTimeZone(value.timeZone) ? undefined : t("administration.wrongZone")}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <div className={styles.days}>
            {names.map((name, day) => (
              <Day
                key={name}
                name={name}
                spans={value.days[day] ?? []}
                wrong={wrong === day ? t("administration.wrongSpan", { day: name }) : undefined}
                onChange={(spans) => setDay(value, day, spans)}
                onCopy={
                  day === 0
                    ? () => onChange({ ...value, days: value.days.map((own, to) => (to < 5 ? monday(value) : own)) })
                    : undefined
                }
              />
            ))}
          </div>
        </>
      )}
    </fieldset>
  );
}

function monday({ days }: Hours): Span[] {
  return [...(days[0] ?? [])];
}

function Day({
  name,
  spans,
  wrong,
  onChange,
  onCopy,
}: {
  name: string;
  spans: readonly Span[];
  /** What is wrong with them. */
  wrong: string | undefined;
  onChange: (spans: Span[]) => void;
  onCopy: (() => void) | undefined;
}) {
  const set = (index: number, change: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)));
  return (
    <div className={styles.day}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={spans.length > 0}
          onChange={({ target }) => onChange(target.checked ? [USUAL] : [])}
        />
        {name}
      </label>
      {spans.length === 0 ? (
        <span className={styles.quiet}>{t("administration.closed")}</span>
      ) : (
        <div className={styles.spans}>
          {spans.map((span, index) => (
            // A span has no name but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className={styles.span}>
              <Clock
                label={t("administration.opens", { day: name })}
                minute={span.from}
                isWrong={span.from >= span.to}
                onChange={(time) => set(index, { from: minuteOf(time, false) ?? span.from })}
              />
              <span aria-hidden="true">–</span>
              <Clock
                label={t("administration.closes", { day: name })}
                minute={span.to}
                isWrong={span.from >= span.to}
                onChange={(time) => set(index, { to: minuteOf(time, true) ?? span.to })}
              />
              {index === 0 ? (
                <IconButton
                  label={t("administration.addSpan", { day: name })}
                  disabled={spans.length >= 6}
                  onClick={() => onChange([...spans, next(spans)])}
                >
                  <Plus />
                </IconButton>
              ) : (
                <IconButton
                  label={t("administration.removeSpan", { day: name })}
                  onClick={() => onChange(spans.filter((_, at) => at !== index))}
                >
                  <X />
                </IconButton>
              )}
            </div>
          ))}
          {wrong !== undefined && (
            <p role="alert" className={styles.wrong}>
              {wrong}
            </p>
          )}
          {onCopy !== undefined && (
            <div>
              <Button look="quiet" size="small" className={styles.copy} onClick={onCopy}>
                <Copy size={13} />
                {t("administration.copyMonday")}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

/** After the last one, for two hours, if the day has them. */
function next(spans: readonly Span[]): Span {
  const from = Math.min(spans.at(-1)?.to ?? 0, 1_380) + 30;
  return { from: Math.min(from, 1_410), to: Math.min(from + 120, 1_440) };
}

function Clock({
  label,
  minute,
  isWrong,
  onChange,
}: {
  label: string;
  minute: number;
  isWrong: boolean;
  onChange: (time: string) => void;
}) {
  return (
    <input
      type="time"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={timeOf(minute)}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
