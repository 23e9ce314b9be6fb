import { type FormEvent, type KeyboardEvent, type RefObject, useState } from "react";
import { useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { TextAreaField } from "../ui/field.tsx";
import { fits } from "./fits.ts";
import styles from "./notes-dialog.module.css";
import { addNote } from "./visitors.ts";

/** Where a new note is written. What was typed stays until the server has it. */
export function NoteForm({
  site,
  visitor,
  box,
}: {
  site: string;
  visitor: number;
  box: RefObject<HTMLTextAreaElement | null>;
}) {
  const limits = useMe((state) => state.limits);
  const [text, setText] = useState("");
  const [state, setState] = useState<{ kind: "ready" | "adding" } | { kind: "refused"; sentence: string }>({
    kind: "ready",
  });
  const fit = fits({ text, input: "text", asHtml: false }, limits);
  const add = async () => {
    box.current?.focus();
    if (text.trim() === "" || fit.kind === "problem" || state.kind === "adding") return;
    setState({ kind: "adding" });
    try {
      await addNote(site, visitor, text);
      setText("");
      setState({ kind: "ready" });
    } catch (problem) {
      setState({ kind: "refused", sentence: refusalSentence(problem) });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };
  const problem = fit.kind === "problem" ? fit.sentence : state.kind === "refused" ? state.sentence : undefined;
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <TextAreaField
        ref={box}
        className={styles.field}
        label={t("chat.newNote")}
        hint={fit.kind === "near" ? fit.sentence : t("chat.noteHint")}
        error={problem}
        dir="auto"
        rows={2}
        value={text}
        readOnly={state.kind === "adding"}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button submit look="primary" size="large" aria-disabled={text.trim() === "" || state.kind === "adding"}>
        {t("chat.addNote")}
      </Button>
    </form>
  );
}
