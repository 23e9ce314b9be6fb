import { FileText } from "lucide-react";
import type { Note } from "../../protocol/server-to-operator.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import styles from "./note-strip.module.css";
import { shortDay } from "./when.ts";

/** Above this a note would take the place of the conversation. */
const LONG = 400;

/** The newest client note in full, at the top of a chat from its first moment; the others are a press away. */
export function NoteStrip({ notes, onMore }: { notes: readonly Note[]; onMore: () => void }) {
  const newest = notes.at(-1);
  if (newest === undefined) return null;
  // It scrolls, and what scrolls must be reachable without a mouse.
  const long = newest.text.length > LONG;
  return (
    <section className={styles.strip} aria-label={t("chat.note")}>
      <FileText aria-hidden="true" />
      <p className={cx(styles.words, long && styles.long)} dir="auto" {...(long && { tabIndex: 0 })}>
        <b>{t("chat.note")}</b> {newest.text}{" "}
        <span className={styles.by}>
          — {newest.author}, {shortDay(newest.at)}
        </span>{" "}
        {notes.length > 1 && (
          <button type="button" className={styles.more} onClick={onMore}>
            {t("chat.moreNotes", { count: notes.length - 1 })}
          </button>
        )}
      </p>
    </section>
  );
}
