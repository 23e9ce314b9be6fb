import type { ReactNode } from "react";
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
  onChange,
}: {
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  return options.map(({ id, name }) => (
    <label key={id} className={styles.choice}>
      <input
        type="checkbox"
        checked={chosen.includes(id)}
        onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
      />
      <bdi>{name}</bdi>
    </label>
  ));
}

/** All, or only these. */
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
          <Checks options={options} chosen={value} onChange={onChange} />
        </div>
      )}
    </fieldset>
  );
}
