import { CornerDownLeft, FileText, Pencil } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { useCannedInput } from "../canned/use-canned-input.tsx";
import { useMe } from "../state/me.ts";
import { useLine } from "../state/connection.ts";
import { useSpellingInput } from "../spelling/use-spelling-input.tsx";
import { useEmojiInput } from "../emoji/use-emoji-input.tsx";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import styles from "./composer.module.css";
import { changeDraft, type ComposerDraft, draftOf, useDraft } from "./drafts.ts";
import { cancelEditing, editLast, saveEdit } from "./editing.ts";
import { fits, toSend } from "./fits.ts";
import { InputType } from "./input-type.tsx";
import { useChats } from "./store.ts";
import { useChatFocus } from "./use-chat-focus.ts";
import { sendDraft, stoppedTyping, typed } from "./writing.ts";

/** Where the operator writes: text, HTML or the address of a page to push. */
export function Composer({ conversation, name, onNotes }: { conversation: string; name: string; onNotes: () => void }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(conversation);
  const limits = useMe((state) => state.limits);
  const fit = fits(draft, limits);
  const problemId = useId();
  const canned = useCannedInput(conversation, box);
  const emoji = useEmojiInput(conversation, box);
  useChatFocus(conversation, box);
  useEffect(() => () => stoppedTyping(conversation), [conversation]);

  const change = (next: Partial<ComposerDraft>) => changeDraft(conversation, next);
  /** Sends what stands in the box, or the beginning of it: what was written since stays there. */
  const send = (text = draftOf(conversation).text) => {
    const written = draftOf(conversation);
    const message = toSend({ ...written, text }, limits);
    if (message === undefined) return;
    if (written.editing !== undefined) {
      stoppedTyping(conversation);
      void saveEdit(conversation, message);
      change({ text: draftOf(conversation).text + written.text.slice(text.length) });
      return;
    }
    void sendDraft(conversation, message);
    // Back to Text: a sentence typed after a pushed page must not be taken for an address.
    change({ text: written.text.slice(text.length), input: "text" });
    stoppedTyping(conversation);
  };
  const spelling = useSpellingInput(conversation, box, send);
  const wantToSend = () => {
    box.current?.focus();
    if (toSend(draftOf(conversation), limits) !== undefined) void spelling.sendChecked(send);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (canned.onKeyDown(event) || emoji.onKeyDown(event)) return;
    if (editingKey(event, conversation)) return;
    // Enter that chooses a candidate in an input method is not meant for us (229: what Safari says instead).
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    wantToSend();
  };
  const url = draft.input === "url";
  return (
    <div className={styles.composer}>
      <LineProblem />
      <div className={styles.bar}>
        {draft.editing === undefined ? (
          <InputType
            value={draft.input}
            onChange={(input) => change({ input })}
            onPressed={() => box.current?.focus()}
          />
        ) : (
          <Editing conversation={conversation} />
        )}
        <IconButton label={t("chat.note")} command="chat-notes" onClick={onNotes}>
          <FileText />
        </IconButton>
        {spelling.button}
        {emoji.menu}
        {canned.menu}
      </div>
      <div className={styles.frame}>
        {canned.list}
        {emoji.list}
        <textarea
          ref={box}
          className={cx(styles.box, (url || draft.asHtml) && styles.code)}
          aria-label={url ? t("chat.address") : t("chat.message", { name })}
          aria-describedby={fit.kind === "fits" ? undefined : problemId}
          aria-invalid={fit.kind === "problem" || undefined}
          placeholder={placeholder(draft, name)}
          dir="auto"
          rows={2}
          value={draft.text}
          spellCheck={!url && !spelling.underlines}
          {...(url && { autoCapitalize: "off", autoCorrect: "off" })}
          {...emoji.attributes}
          {...canned.attributes}
          onKeyDown={onKeyDown}
          onContextMenu={spelling.onContextMenu}
          {...canned.listeners}
          onChange={(event) => {
            canned.look();
            if (!(event.nativeEvent as InputEvent).isComposing) emoji.look(event.target);
            spelling.written(event.target);
            change({ text: event.target.value });
            if (event.target.value.trim() === "") stoppedTyping(conversation);
            else typed(conversation);
          }}
          onBlur={() => {
            canned.close();
            emoji.close();
            stoppedTyping(conversation);
          }}
        />
        {spelling.layer}
      </div>
      {spelling.windows}
      <div className={styles.send}>
        {!url && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={draft.asHtml}
              onChange={(event) => change({ asHtml: event.target.checked })}
            />
            {t("chat.asHtml")}
          </label>
        )}
        <span id={problemId} className={cx(styles.fit, fit.kind === "problem" && styles.problem)} aria-live="polite">
          {fit.kind !== "fits" && fit.sentence}
        </span>
        <Button
          look="primary"
          size="large"
          className={styles.button}
          aria-disabled={toSend(draft, limits) === undefined}
          onClick={wantToSend}
        >
          {t(draft.editing !== undefined ? "takes.saveEdit" : url ? "chat.pop" : "chat.send")}
          <span className={styles.key} aria-hidden="true">
            <CornerDownLeft />
          </span>
        </Button>
      </div>
    </div>
  );
}

/** In the place of the input type: that a message that was sent is being changed. */
function Editing({ conversation }: { conversation: string }) {
  return (
    <>
      <span className={styles.editing} role="status">
        <Pencil aria-hidden="true" /> {t("takes.editing")}
      </span>
      <Button size="small" look="quiet" onClick={() => cancelAndFocus(conversation)}>
        {t("takes.cancelEdit")}
      </Button>
    </>
  );
}

function cancelAndFocus(conversation: string): void {
  cancelEditing(conversation);
  useChats.setState({ focus: conversation });
}

/** Escape leaves the message as it is; Up in an empty box fetches the last one. True: the key was meant for this. */
function editingKey(event: KeyboardEvent, conversation: string): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || event.nativeEvent.isComposing) return false;
  const { text, input, editing } = draftOf(conversation);
  const isMeant = (key === "Escape" && editing !== undefined) || (key === "ArrowUp" && text === "" && input === "text");
  if (!isMeant) return false;
  if (key === "Escape") cancelEditing(conversation);
  else if (!editLast(conversation)) return false;
  event.preventDefault();
  return true;
}

function placeholder({ input, asHtml }: ComposerDraft, name: string): string {
  if (input === "url") return t("chat.urlPlaceholder");
  return asHtml ? t("chat.htmlPlaceholder", { name }) : t("chat.textPlaceholder", { name });
}

/** Says why nothing comes and goes just now; when the line is well it takes no room. */
function LineProblem() {
  const line = useLine();
  return (
    <p className={styles.line} role="status">
      {line.kind !== "online" && t("chat.offline")}
    </p>
  );
}
