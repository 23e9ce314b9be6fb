import { type ReactNode, useId } from "react";
import { t } from "../strings/t.ts";
import styles from "./administration.module.css";

interface Option {
  id: string;
  name: string;
}

/** Several of a few, by their ids. */
export function CheckList({
  label,
  hint,
  options,
  chosen,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <Checks options={options} chosen={chosen} onChange={onChange} />
      {hint !== undefined && <p className={styles.quiet}>{hint}</p>}
    </fieldset>
  );
}

function Checks({
  options,
  chosen,
  wrong,
  onChange,
}: {
  options: readonly Option[];
  chosen: readonly string[];
  /** The element that says what is wrong with them. */
  wrong?: string | undefined;
  onChange: (ids: string[]) => void;
}) {
  return options.map(({ id, name }) => (
    <label key={id} className={styles.choice}>
      <input
        type="checkbox"
        checked={chosen.includes(id)}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={wrong}
        onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
      />
      <bdi>{name}</bdi>
    </label>
  ));
}

/** All sites, or only these: of none it says what to do, and whoever sends it looks for that too. */
export function AllOrSome({
  label,
  words,
  options,
  value,
  onChange,
}: {
  label: string;
  words: { all: string; some: string };
  options: readonly Option[];
  value: readonly string[] | "all";
  onChange: (value: string[] | "all") => void;
}) {
  const id = useId();
  const isNone = value !== "all" && value.length === 0;
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <label className={styles.choice}>
        <input type="radio" checked={value === "all"} onChange={() => onChange("all")} />
        {words.all}
      </label>
      <label className={styles.choice}>
        <input
          type="radio"
          checked={value !== "all"}
          onChange={() => value === "all" && onChange(options.length === 1 ? options.map(({ id }) => id) : [])}
        />
        {words.some}
      </label>
      {value !== "all" && (
        <div className={styles.within}>
          <Checks options={options} chosen={value} wrong={isNone ? id : undefined} onChange={onChange} />
          {isNone && (
            <p id={id} className={styles.wrong}>
              {t("administration.tickOne")}
            </p>
          )}
        </div>
      )}
    </fieldset>
  );
}
