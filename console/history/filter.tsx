import { Download, Search, X } from "lucide-react";
import { type ChangeEvent, useId } from "react";
import { useMaySupervise } from "../settings/rights.ts";
import { useMe } from "../state/me.ts";
import type { Key } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import styles from "./filter.module.css";
import { type HistoryFilter, noFilter, paramsOf, useHistory } from "./query.ts";

const OUTCOMES = [
  ["answered", "history.answered"],
  ["missed", "history.missed"],
  ["left", "history.left"],
  ["live", "history.live"],
] as const;

/** What to look for; everything is looked for at once, as it is typed and chosen. */
export function Filter() {
  const filter = useHistory((state) => state.filter);
  const { sites, departments, colleagues } = useMe();
  const words = useId();
  const change = (part: Partial<HistoryFilter>) => useHistory.setState({ filter: { ...filter, ...part } });
  const isFiltered = Object.values(filter).some((value) => value !== "");
  return (
    <search className={styles.filter}>
      <label htmlFor={words} className="visually-hidden">
        {t("history.search")}
      </label>
      <span className={styles.words}>
        <Search aria-hidden="true" />
        <input
          id={words}
          type="search"
          value={filter.words}
          maxLength={300}
          placeholder={t("history.placeholder")}
          onChange={({ target }) => change({ words: target.value })}
        />
      </span>
      <Choice
        label="history.status"
        value={filter.outcome}
        options={OUTCOMES.map(([id, label]) => ({ id, name: t(label) }))}
        onChoose={(outcome) => change({ outcome: OUTCOMES.find(([id]) => id === outcome)?.[0] ?? "" })}
      />
      <Choice
        label="history.operator"
        value={filter.operator}
        options={colleagues}
        onChoose={(operator) => change({ operator })}
      />
      {sites.length > 1 && (
        <Choice label="history.site" value={filter.site} options={sites} onChoose={(site) => change({ site })} />
      )}
      {departments.length > 0 && (
        <Choice
          label="history.department"
          value={filter.department}
          options={departments}
          onChoose={(department) => change({ department })}
        />
      )}
      <Day label="history.from" value={filter.from} onChoose={(from) => change({ from })} />
      <Day label="history.to" value={filter.to} onChoose={(to) => change({ to })} />
      {isFiltered && (
        <IconButton label={t("history.clear")} onClick={() => useHistory.setState({ filter: noFilter })}>
          <X />
        </IconButton>
      )}
      <Export filter={filter} />
    </search>
  );
}

function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  label: Key;
  value: string;
  options: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}) {
  const id = useId();
  const onChange = ({ target }: ChangeEvent<HTMLSelectElement>) => onChoose(target.value);
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{t(label)}</label>
      <select id={id} value={value} onChange={onChange}>
        <option value="">{t("history.any")}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

function Day({ label, value, onChoose }: { label: Key; value: string; onChoose: (day: string) => void }) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{t(label)}</label>
      <input id={id} type="date" value={value} onChange={({ target }) => onChoose(target.value)} />
    </span>
  );
}

/** All that the filter finds, as a file; the server writes it as the browser takes it. */
function Export({ filter }: { filter: HistoryFilter }) {
  const may = useMaySupervise();
  if (!may) return null;
  const address = (format: "csv" | "ndjson") => {
    const params = paramsOf(filter);
    params.set("format", format);
    return `/api/v1/history/export?${params.toString()}`;
  };
  return (
    <span className={styles.export}>
      <Download aria-hidden="true" />
      <a href={address("csv")} download>
        {t("history.exportCsv")}
      </a>
      <a href={address("ndjson")} download>
        {t("history.exportNdjson")}
      </a>
    </span>
  );
}
