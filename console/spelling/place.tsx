import { useEffect, useRef } from "react";
import { t } from "../strings/t.ts";
import styles from "./spell-dialog.module.css";
import type { Walk } from "./walk.ts";

/** What scrolls must be reachable without a mouse. */
const reachable = { role: "group", tabIndex: 0 };

/** The text with the misspelled word that the walk has come to, scrolled to where that stands. */
export function Place({ walk }: { walk: Walk }) {
  const mark = useRef<HTMLElement>(null);
  const [word] = walk.left;
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "nearest" });
  });
  if (word === undefined) return null;
  return (
    <div>
      <p className={styles.label}>{t("spelling.notFound")}</p>
      <div className={styles.place} {...reachable} aria-label={t("spelling.notFound")} dir="auto">
        {walk.text.slice(0, word.from)}
        <mark ref={mark}>{walk.text.slice(word.from, word.to)}</mark>
        {walk.text.slice(word.to)}
      </div>
    </div>
  );
}
