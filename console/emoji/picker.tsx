import { type KeyboardEvent, memo, type MouseEvent, type RefObject, useEffect, useId, useState } from "react";
import canned from "../canned/canned.module.css";
import type { Key } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { type Emoji, searchEmoji, toned, TONES } from "./emoji.ts";
import styles from "./emoji.module.css";
import { type EmojiGroups, useEmoji } from "./names.ts";
import { changeEmoji, useEmojiPreferences } from "./preferences.ts";

/** As many as stand in a row (emoji.module.css). */
const COLUMNS = 9;
const MOST_FOUND = 90;
const GROUPS: readonly Key[] = [
  "emoji.smileys",
  "emoji.people",
  "emoji.animals",
  "emoji.food",
  "emoji.travel",
  "emoji.activities",
  "emoji.objects",
  "emoji.symbols",
  "emoji.flags",
];

interface Part {
  label: Key;
  emoji: readonly Emoji[];
}

/** The field that finds emoji, and all of them below, group by group. The field has the focus all the while. */
export function Picker({
  field,
  onPick,
}: {
  field: RefObject<HTMLInputElement | null>;
  onPick: (emoji: Emoji) => void;
}) {
  const id = useId();
  const groups = useEmoji(true);
  const { recent, tone } = useEmojiPreferences();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  // Loaded after the window has opened, which would have given it the focus.
  useEffect(() => field.current?.focus(), [field]);
  if (groups === "failed") return <p className={styles.none}>{t("emoji.failed")}</p>;
  const parts = groups === undefined ? [] : partsOf(groups, recent, query);
  const shown = parts.flatMap(({ emoji }) => emoji);
  const current = shown[active];

  const go = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey)
      return;
    // In what is typed, Left and Right move the cursor.
    const isAlong = query === "" || event.currentTarget.selectionStart === query.length;
    if (event.key === "ArrowDown") go(below(parts, active, 1));
    else if (event.key === "ArrowUp") go(below(parts, active, -1));
    else if (event.key === "ArrowRight" && isAlong) go(active + 1);
    else if (event.key === "ArrowLeft" && query === "") go(active - 1);
    else if (event.key === "PageDown") go(active + 6 * COLUMNS);
    else if (event.key === "PageUp") go(active - 6 * COLUMNS);
    else if (event.key === "Enter" && current !== undefined) onPick(current);
    else return;
    event.preventDefault();
  };
  const click = ({ target }: MouseEvent) => {
    const option = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
    const picked = shown[Number(option?.dataset["index"] ?? -1)];
    if (picked !== undefined) onPick(picked);
  };
  const isEmpty = shown.length === 0;
  return (
    <>
      <input
        ref={field}
        className={canned.search}
        type="text"
        role="combobox"
        aria-label={t("emoji.find")}
        aria-expanded={!isEmpty}
        aria-controls={isEmpty ? undefined : id}
        aria-activedescendant={isEmpty ? undefined : `${id}-${active}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t("emoji.find")}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isEmpty ? (
        <p className={styles.none} role="status">
          {t(groups === undefined ? "emoji.loading" : "emoji.none")}
        </p>
      ) : (
        // The keys are the field's, which keeps the focus (aria-activedescendant).
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          id={id}
          role="listbox"
          aria-label={t("emoji.emoji")}
          className={styles.groups}
          onPointerDown={(event) => event.preventDefault()}
          onClick={click}
        >
          {parts.map(({ label, emoji }, index) => {
            const first = parts.slice(0, index).reduce((sum, part) => sum + part.emoji.length, 0);
            const isHere = active >= first && active < first + emoji.length;
            return (
              <Group
                key={label}
                id={id}
                label={label}
                emoji={emoji}
                first={first}
                active={isHere ? active : -1}
                tone={tone}
              />
            );
          })}
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.called}>{current?.name}</span>
        <div role="radiogroup" aria-label={t("emoji.tone")} className={styles.tones}>
          {TONES.map((sign, index) => (
            <label key={sign} className={styles.tone} title={t(TONE_NAMES[index] ?? "emoji.tone")}>
              <input
                type="radio"
                name={`${id}-tone`}
                aria-label={t(TONE_NAMES[index] ?? "emoji.tone")}
                checked={tone === index}
                onChange={() => changeEmoji({ tone: index })}
              />
              {`✋${sign}`}
            </label>
          ))}
        </div>
      </div>
    </>
  );
}

const TONE_NAMES: readonly Key[] = [
  "emoji.tone0",
  "emoji.tone1",
  "emoji.tone2",
  "emoji.tone3",
  "emoji.tone4",
  "emoji.tone5",
];

/** Drawn anew only when something in it changes: there are two thousand. */
const Group = memo(function Group({
  id,
  label,
  emoji,
  first,
  active,
  tone,
}: {
  id: string;
  label: Key;
  emoji: readonly Emoji[];
  first: number;
  active: number;
  tone: number;
}) {
  return (
    <div role="group" aria-label={t(label)} className={styles.group}>
      <p className={styles.label} aria-hidden="true">
        {t(label)}
      </p>
      {emoji.map((one, index) => (
        <div
          key={one.emoji}
          id={`${id}-${first + index}`}
          role="option"
          aria-selected={first + index === active}
          aria-label={one.name}
          title={one.name}
          data-index={first + index}
          className={cx(styles.emoji, first + index === active && styles.active)}
        >
          {toned(one, tone)}
        </div>
      ))}
    </div>
  );
});

function partsOf(groups: EmojiGroups, recent: readonly string[], query: string): Part[] {
  const all = groups.flat();
  if (query.trim() !== "") {
    const found = searchEmoji(all, query.replace(/^:/, ""), MOST_FOUND);
    return found.length === 0 ? [] : [{ label: "emoji.foundHere", emoji: found }];
  }
  const taken = recent.flatMap((sign) => all.find(({ emoji }) => emoji === sign) ?? []);
  const parts = groups.map((emoji, index): Part => ({ label: GROUPS[index] ?? "emoji.symbols", emoji }));
  return taken.length === 0 ? parts : [{ label: "emoji.recent", emoji: taken }, ...parts];
}

/** The one below or above: each group begins a row of its own. */
function below(parts: readonly Part[], active: number, by: 1 | -1): number {
  let first = 0;
  for (const [index, { emoji }] of parts.entries()) {
    const at = active - first;
    if (at < emoji.length) {
      const column = at % COLUMNS;
      const next = at + by * COLUMNS;
      if (next >= 0 && next < emoji.length) return first + next;
      const isLastRow = Math.floor(at / COLUMNS) === Math.floor((emoji.length - 1) / COLUMNS);
      if (by === 1 && !isLastRow) return first + emoji.length - 1;
      const other = parts[index + by]?.emoji.length;
      if (other === undefined) return active;
      if (by === 1) return first + emoji.length + Math.min(column, other - 1);
      const row = Math.floor((other - 1) / COLUMNS) * COLUMNS;
      return first - other + Math.min(row + column, other - 1);
    }
    first += emoji.length;
  }
  return active;
}
