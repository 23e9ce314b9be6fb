import { Search } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { allEntries, type Entry, filterEntry, findEntries, type SettingsPage } from "./entries.ts";
import { closePalette, usePalette } from "./open-windows.ts";
import { useKeysOf } from "./own-keys.ts";
import styles from "./palette.module.css";
import { noteRecent, recentIds } from "./recent.ts";

/** Finds commands, chats, visitors and settings by a few letters, and does or shows what is chosen. */
export function Palette() {
  const open = usePalette((palette) => palette.open);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={closePalette} title={t("commands.find")} focus={field} bare>
      <Finder field={field} />
    </Dialog>
  );
}

function Finder({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const list = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const pages = useSettingsPages();
  // What was there when the palette was opened: an entry must not move from under the finger.
  const all = useMemo(() => allEntries(pages), [pages]);
  const [recent] = useState(recentIds);
  const found = useMemo(() => withFilter(findEntries(all, query, recent), query), [all, query, recent]);
  const current = Math.min(active, found.length - 1);
  useEffect(() => {
    document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [list, current]);

  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    noteRecent(entry.id);
    closePalette();
    // The closing window gives the focus back; what the entry opens then takes it from there.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that an input method is still using (229: what Safari says) choose its candidates, not ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = steps[event.key];
    if (event.key === "Enter") choose(found[current]);
    else if (step !== undefined && found.length > 0)
      setActive(
        event.key.startsWith("Page")
          ? clamp(current + step, found.length)
          : (current + step + found.length) % found.length,
      );
    else return;
    event.preventDefault();
  };
  const isEmpty = found.length === 0;
  return (
    <>
      <div className={styles.search}>
        <Search aria-hidden="true" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t("commands.find")}
          aria-expanded={!isEmpty}
          aria-controls={isEmpty ? undefined : list}
          aria-activedescendant={isEmpty ? undefined : `${list}-${current}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t("commands.find")}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="visually-hidden" role="status">
        {query !== "" && t("commands.found", { count: found.length })}
      </p>
      {isEmpty ? (
        <p className={styles.none}>{t("commands.nothing", { text: query })}</p>
      ) : (
        <div id={list} role="listbox" aria-label={t("commands.find")} className={styles.entries}>
          {found.map((entry, index) => (
            // The keys are the field's, which keeps the focus (aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={entry.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === current}
              tabIndex={-1}
              className={cx(styles.entry, index === current && styles.active)}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index)}
              onClick={() => choose(entry)}
            >
              <bdi className={styles.label}>{entry.label}</bdi>
              <span className={styles.group}>
                {t(query.trim() === "" && recent.includes(entry.id) ? "commands.recent" : entry.group)}
              </span>
              <EntryKeys entry={entry} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function EntryKeys({ entry }: { entry: Entry }) {
  const [keys] = useKeysOf(entry.command);
  return keys === undefined ? null : <Kbd keys={keys} />;
}

/** A screenful for the page keys; to the first and the last the list turns round. */
const steps: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}

function withFilter(found: Entry[], query: string): Entry[] {
  const filter = filterEntry(query.trim());
  return filter === undefined ? found : [...found, filter];
}

/** The settings come on demand, and so does what pages they have. */
function useSettingsPages(): readonly SettingsPage[] {
  const [pages, setPages] = useState<readonly SettingsPage[]>([]);
  useEffect(() => {
    let isGone = false;
    void import("../settings/settings.tsx").then(
      ({ pagesFor }) => isGone || setPages(pagesFor(useMe.getState().me?.role)),
      () => undefined, // without them there is the way to the settings, which says what is the matter
    );
    return () => {
      isGone = true;
    };
  }, []);
  return pages;
}
