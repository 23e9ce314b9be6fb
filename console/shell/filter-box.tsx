import { Search, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useLocation } from "wouter";
import { filterText, useList } from "../list/live-list.ts";
import { keysOf } from "../state/commands.ts";
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
        aria-keyshortcuts={keysOf("filter")}
        placeholder={t("shell.filter")}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => filterText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === "" ? (
        <span aria-hidden="true">
          <Kbd keys={keysOf("filter")} />
        </span>
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
