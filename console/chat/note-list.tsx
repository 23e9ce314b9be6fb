import { useLayoutEffect, useRef } from "react";
import type { Note } from "../../protocol/server-to-operator.ts";
import { t } from "../strings/t.ts";
import { Time } from "../ui/time.tsx";
import styles from "./notes-dialog.module.css";

/** The notes, oldest first, so that a new one appears above the box it was written in. */
export function NoteList({ notes, known }: { notes: readonly Note[]; known: boolean }) {
  const end = useRef<HTMLDivElement>(null);
  const newest = notes.at(-1)?.id;
  useLayoutEffect(() => {
    if (newest !== undefined) end.current?.scrollIntoView({ block: "nearest" });
  }, [newest]);
  return (
    <section className={styles.notes} aria-label={t("chat.notes")} aria-live="polite">
      {known && notes.length === 0 && <p className={styles.none}>{t("chat.noNotes")}</p>}
      {notes.map(({ id, author, at, text }) => (
        <article key={id} className={styles.note}>
          <p className={styles.by}>
            <b>{author}</b> <Time at={at} />
          </p>
          <p className={styles.text} dir="auto">
            {text}
          </p>
        </article>
      ))}
      <div ref={end} />
    </section>
  );
}
