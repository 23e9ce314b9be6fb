import { X } from "lucide-react";
import { useState } from "react";
import type { Condition } from "../../protocol/visitor-list.ts";
import { countryName } from "../list/flag.tsx";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { codesOf, emptyOf, KINDS } from "./conditions.ts";
import styles from "./filter-dialog.module.css";

interface Props {
  condition: Condition;
  onChange: (condition: Condition) => void;
}

/** One condition: what is asked, whether the contrary, and of what. */
export function ConditionRow({ condition, onChange, onRemove }: Props & { onRemove: () => void }) {
  const kindName = t(`filters.${condition.if}`);
  return (
    <div className={styles.row}>
      <select
        aria-label={t("filters.kind")}
        value={condition.if}
        onChange={({ target }) => onChange(emptyOf(KINDS.find((kind) => kind === target.value) ?? "page"))}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`filters.${kind}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t("filters.whether", { kind: kindName })}
        value={condition.not === true ? "not" : "so"}
        onChange={({ target }) => onChange({ ...condition, not: target.value === "not" })}
      >
        <option value="so">{t(yes(condition))}</option>
        <option value="not">{t(no(condition))}</option>
      </select>
      <Value condition={condition} onChange={onChange} />
      <IconButton label={t("filters.remove", { kind: kindName })} onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  );
}

function Value({ condition, onChange }: Props) {
  const label = t("filters.value", { kind: t(`filters.${condition.if}`) });
  switch (condition.if) {
    case "here-for":
      return (
        <NumberBox
          label={label}
          value={condition.minutes}
          least={0}
          onChange={(minutes) => onChange({ ...condition, minutes })}
        />
      );
    case "pages":
    case "visits":
      return (
        <NumberBox
          label={label}
          value={condition.least}
          least={1}
          onChange={(least) => onChange({ ...condition, least })}
        />
      );
    case "chatted":
      // Keeps the place of what the others are asked by.
      return <span />;
    case "country":
      return <Countries label={label} of={condition.of} onChange={(of) => onChange({ ...condition, of })} />;
    case "attribute":
      return (
        <span className={styles.two}>
          <input
            aria-label={t("filters.attributeName")}
            placeholder={t("filters.attributeName")}
            value={condition.name}
            maxLength={40}
            onChange={({ target }) => onChange({ ...condition, name: target.value })}
          />
          <input
            aria-label={label}
            value={condition.has}
            maxLength={200}
            onChange={({ target }) => onChange({ ...condition, has: target.value })}
          />
        </span>
      );
    default:
      return (
        <input
          aria-label={label}
          value={condition.has}
          maxLength={200}
          onChange={({ target }) => onChange({ ...condition, has: target.value })}
        />
      );
  }
}

function NumberBox({
  label,
  value,
  least,
  onChange,
}: {
  label: string;
  value: number;
  least: number;
  onChange: (value: number) => void;
}) {
  return (
    <input
      type="number"
      aria-label={label}
      min={least}
      max={10_000}
      value={value}
      onChange={({ target }) => onChange(Math.max(least, Math.min(10_000, Math.round(target.valueAsNumber || 0))))}
    />
  );
}

function Countries({
  label,
  of,
  onChange,
}: {
  label: string;
  of: readonly string[];
  onChange: (of: string[]) => void;
}) {
  const language = usePreferences((preferences) => preferences.language);
  const [text, setText] = useState(of.join(", "));
  return (
    <span className={cx(styles.two, styles.countries)}>
      <input
        aria-label={label}
        placeholder="DE, AT, CH"
        value={text}
        maxLength={200}
        onChange={({ target }) => {
          setText(target.value);
          onChange(codesOf(target.value));
        }}
      />
      <span className={styles.names}>{of.map((code) => countryName(language, code)).join(", ")}</span>
    </span>
  );
}

function yes({ if: kind }: Condition) {
  if (kind === "country") return "filters.isOneOf";
  if (kind === "chatted") return "filters.isSo";
  return kind === "here-for" || kind === "pages" || kind === "visits" ? "filters.atLeast" : "filters.contains";
}

function no({ if: kind }: Condition) {
  if (kind === "country") return "filters.isNoneOf";
  if (kind === "chatted") return "filters.isNotSo";
  return kind === "here-for" || kind === "pages" || kind === "visits" ? "filters.lessThan" : "filters.containsNot";
}
