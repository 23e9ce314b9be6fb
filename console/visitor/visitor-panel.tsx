import { useEffect } from "react";
import { NoteList } from "../chat/note-list.tsx";
import { openNotes, useNotes } from "../chat/notes.ts";
import { PastList } from "../chat/past-list.tsx";
import { followVisitor, useVisitor } from "../chat/visitors.ts";
import { visitorName } from "../list/show.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Facts } from "./facts.tsx";
import { closeVisitor } from "./open.ts";
import { Trail } from "./trail.tsx";
import styles from "./visitor-panel.module.css";

/** All that is known of a visitor: who and where they are, the pages of this visit, what was talked and noted before. */
export function VisitorPanel({ site, visitor }: { site: string; visitor: number }) {
  useEffect(() => followVisitor(site, visitor), [site, visitor]);
  const known = useVisitor(site, visitor);
  const past = useNotes((state) => state.past);
  // A past chat opens in the window that shows past chats.
  useEffect(() => {
    if (past === null || useNotes.getState().whose !== null) return;
    closeVisitor();
    useNotes.setState({ whose: { site, visitor }, past });
  }, [past, site, visitor]);
  const toNotes = () => {
    closeVisitor();
    openNotes(site, visitor);
  };
  return (
    <Dialog
      open
      wide
      onClose={closeVisitor}
      title={t("visitor.title", { name: visitorName(known.row ?? { visitor }) })}
      {...(known.gone && { description: t("visitor.gone") })}
      footer={<Button onClick={toNotes}>{t("visitor.addNote")}</Button>}
    >
      <div className={styles.columns} aria-busy={known.row === undefined && !known.gone}>
        <div>
          {known.row !== undefined && <Facts row={known.row} email={known.email} attributes={known.attributes} />}
        </div>
        <div>
          <Trail pages={known.pages} all={known.row?.pages} />
          <PastList past={known.past} known={known.remembered} />
          <h3 className={styles.head}>{t("chat.notes")}</h3>
          <NoteList notes={known.notes} known={known.remembered} />
        </div>
      </div>
    </Dialog>
  );
}
