import { Suspense, useEffect, useRef } from "react";
import { t } from "../strings/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { nameOf } from "./chat.ts";
import { NoteForm } from "./note-form.tsx";
import { NoteList } from "./note-list.tsx";
import { closeNotes, useNotes } from "./notes.ts";
import styles from "./notes-dialog.module.css";
import { PastList } from "./past-list.tsx";
import { followVisitor, useVisitor } from "./visitors.ts";
import { onDemand } from "../ui/on-demand.tsx";

// With it comes all that draws a conversation, which the first load does without.
const PastChat = onDemand(() => import("./past-chat.tsx").then((it) => it.PastChat));

/** The manual's Client Note window: the notes on a visitor, Add at the bottom, and beside them what was talked before. */
export function NotesDialog() {
  const { whose, past } = useNotes();
  const visitor = useVisitor(whose?.site, whose?.visitor);
  const box = useRef<HTMLTextAreaElement>(null);
  const { site, visitor: number } = whose ?? {};
  useEffect(() => {
    if (site === undefined || number === undefined) return undefined;
    return followVisitor(site, number);
  }, [site, number]);
  const named = visitor.row?.name ?? visitor.past.find(({ visitorName }) => visitorName !== undefined)?.visitorName;
  const name = named ?? `#${number ?? ""}`;
  const shown = visitor.past.find(({ id }) => id === past);
  return (
    <Dialog
      open={whose !== null}
      onClose={closeNotes}
      wide
      focus={box}
      title={t("chat.notesTitle", { name })}
      description={t("chat.notesText")}
      {...(whose !== null && shown === undefined && { footer: <NoteForm {...whose} box={box} /> })}
    >
      {shown === undefined ? (
        <div className={styles.columns}>
          <NoteList notes={visitor.notes} known={visitor.remembered} />
          <PastList past={visitor.past} known={visitor.remembered} />
        </div>
      ) : (
        <Suspense fallback={<p role="status">{t("chat.loading")}</p>}>
          <PastChat conversation={shown} name={shown.visitorName ?? named ?? nameOf(shown)} />
        </Suspense>
      )}
    </Dialog>
  );
}
