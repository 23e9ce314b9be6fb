import { useEffect } from "react";
import type { CannedItem } from "../../protocol/rest.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import styles from "./canned.module.css";

/** Canned items to choose from; the field that has the focus all the while names the active one. */
export function CannedOptions({
  id,
  items,
  active,
  inFolders = false,
  onPick,
}: {
  id: string;
  items: readonly CannedItem[];
  active: number;
  /** They come folder by folder: its name stands above the first of each. */
  inFolders?: boolean;
  onPick: (item: CannedItem) => void;
}) {
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <div id={id} role="listbox" aria-label={t("canned.canned")} className={styles.options}>
      {items.map((item, index) => (
        // The keys are the field's, which keeps the focus (aria-activedescendant).
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={item.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={cx(styles.option, index === active && styles.active)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          {inFolders && item.folder !== "" && item.folder !== items[index - 1]?.folder && (
            <span className={styles.folder} aria-hidden="true">
              {item.folder}
            </span>
          )}
          <span className={styles.optionTitle}>
            <bdi>{item.title}</bdi>
            {item.folder !== "" && (
              <span className={inFolders ? "visually-hidden" : styles.optionFolder}>{item.folder}</span>
            )}
          </span>
          <span className={styles.optionText} dir="auto">
            {item.text}
          </span>
        </div>
      ))}
    </div>
  );
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
