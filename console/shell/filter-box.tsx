import { Search, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useLocation } from "wouter";
import { filterText, useList } from "../list/live-list.ts";
import { useKeysOf } from "../commands/own-keys.ts";
import { shortcutsOf } from "../commands/printed.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import styles from "./top-bar.module.css";

const FILTER_ID = "filter-visitors";
/** The protocol's bound for the filter's text. */
const MOST = 200;

/** Filters the list by what any column says; there while the list is. */
export function FilterBox() {
  const [location] = useLocation();
  const text = useList((list) => list.text);
  const [keys] = useKeysOf("filter");
  if (location !== "/") return <div className={styles.filler} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && text !== "") filterText("");
    else if (event.key === "Escape" || event.key === "ArrowDown") focusList();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.filter}>
      <Search aria-hidden="true" />
      <input
        id={FILTER_ID}
        type="search"
        value={text}
        maxLength={MOST}
        aria-label={t("shell.filter")}
        aria-keyshortcuts={shortcutsOf("filter")}
        placeholder={t("shell.filter")}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => filterText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === "" ? (
        keys !== undefined && (
          <span aria-hidden="true">
            <Kbd keys={keys} />
          </span>
        )
      ) : (
        <IconButton label={t("shell.clearFilter")} className={styles.clear ?? ""} onClick={() => filterText("")}>
          <X />
        </IconButton>
      )}
    </div>
  );
}

/** Puts the cursor into the filter. */
export function focusFilter(): void {
  const box = document.getElementById(FILTER_ID);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

function focusList(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus();
}
