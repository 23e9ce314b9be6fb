import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useOffers } from "../commands/offers.ts";
import { useKeysOf } from "../commands/own-keys.ts";
import { shortcutsOf } from "../commands/printed.ts";
import type { CommandId } from "../commands/table.ts";
import type { Key } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";
import { addWord, ignoreWord, misspelledIn } from "./checker.ts";
import { LanguageField } from "./language-field.tsx";
import { Place } from "./place.tsx";
import styles from "./spell-dialog.module.css";
import { useSpelling } from "./status.ts";
import { useSuggestions } from "./use-suggestions.ts";
import { change, changeAll, ignore, ignoreAll, type Walk } from "./walk.ts";

/** What has become of the text when the window closes. */
export interface Checked {
  text: string;
  cursor: number;
  /** Whether it is to be sent now. */
  send: boolean;
}

/**
 * The manual's Spell Checker: walks through the misspelled words of a text. What it changes is put into the input box when it closes, in
 * one piece that one "undo" takes back. `sending`: the message was on its way, and goes on when nothing is left.
 */
export function SpellDialog({
  text,
  html,
  cursor,
  sending,
  onClose,
}: {
  text: string;
  html: boolean;
  cursor: number;
  sending: boolean;
  onClose: (checked: Checked) => void;
}) {
  const [walk, setWalk] = useState<Walk>({ text, left: [], cursor });
  const [state, setState] = useState<"looking" | "walking" | "no-dictionary">("looking");
  const [changed, setChanged] = useState(false);
  const language = useSpelling((spelling) => ("language" in spelling.state ? spelling.state.language : ""));
  const current = state === "walking" ? walk.left[0] : undefined;
  const close = (send = false, now = walk) => onClose({ text: now.text, cursor: now.cursor, send });
  useOffers({ "spelling-send": { run: () => close(true), can: () => sending } });

  /** Looks at the text from its beginning, in another language perhaps. */
  const begin = async (now: Walk) => {
    setState("looking");
    const left = await misspelledIn(now.text, html, true);
    setWalk({ ...now, left: left ?? [] });
    setState(left === undefined ? "no-dictionary" : "walking");
    if (sending && left?.length === 0) close(true, { ...now, left });
  };
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin(walk);
  });
  const go = (next: Walk) => {
    setWalk(next);
    setChanged(true);
    if (sending && next.left.length === 0) close(true, next);
  };
  const end = useRef<HTMLButtonElement>(null);
  const isDone = state === "walking" && current === undefined;
  useEffect(() => {
    if (isDone) end.current?.focus();
  }, [isDone]);
  return (
    <Dialog
      open
      wide
      keys="spelling"
      onClose={() => close()}
      title={t("spelling.title")}
      footer={
        <>
          <LanguageField onChange={() => void begin(walk)} />
          <span className={styles.gap} />
          <Button look={isDone && !sending ? "primary" : "quiet"} onClick={() => close()} ref={end}>
            {t("spelling.close")}
          </Button>
          {sending && <Action command="spelling-send" label="spelling.sendAnyway" onClick={() => close(true)} />}
        </>
      }
    >
      <p className={styles.message} role="status">
        {state === "looking" && t("spelling.loading")}
        {isDone && t(changed ? "spelling.done" : "spelling.noneWrong")}
        {current !== undefined && (
          <span className="visually-hidden">
            {t("spelling.place", { word: current.word, count: walk.left.length })}
          </span>
        )}
      </p>
      {state === "no-dictionary" && <NoDictionary onAgain={() => void begin(walk)} />}
      {current !== undefined && (
        <Step
          // Each word begins with its own suggestions, and with the field they fill.
          key={`${current.from} ${current.word} ${language}`}
          walk={walk}
          onGo={go}
        />
      )}
    </Dialog>
  );
}

function NoDictionary({ onAgain }: { onAgain: () => void }) {
  const failed = useSpelling((spelling) => spelling.state.kind === "failed");
  return (
    <div className={styles.problem} role="alert">
      <p>{t(failed ? "spelling.failed" : "spelling.none")}</p>
      {failed && <Button onClick={onAgain}>{t("spelling.tryAgain")}</Button>}
    </div>
  );
}

/** One misspelled word: where it stands, what may have been meant, and what can be done. */
function Step({ walk, onGo }: { walk: Walk; onGo: (next: Walk) => void }) {
  const [{ word } = { word: "" }] = walk.left;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(word);
  const [typed, setTyped] = useState<string>();
  const replacement = typed ?? suggestions?.[0] ?? word;
  useEffect(() => field.current?.focus(), []);

  const add = () => {
    addWord(word).catch((error: unknown) =>
      toast(t("spelling.addFailed", { word, why: refusalSentence(error) }), "problem"),
    );
    onGo(ignoreAll(walk));
  };
  const actions = {
    change: () => onGo(change(walk, replacement)),
    changeAll: () => onGo(changeAll(walk, replacement)),
    ignore: () => onGo(ignore(walk)),
    ignoreAll: () => {
      ignoreWord(word);
      onGo(ignoreAll(walk));
    },
    add,
  };
  const choose = (by: number) => {
    if (suggestions === undefined || suggestions.length === 0) return;
    const at = suggestions.indexOf(replacement);
    setTyped(suggestions[(at + by + suggestions.length) % suggestions.length]);
  };
  useOffers({
    "spelling-change": actions.change,
    "spelling-change-all": actions.changeAll,
    "spelling-ignore": actions.ignore,
    "spelling-ignore-all": actions.ignoreAll,
    "spelling-add": actions.add,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
    if (event.nativeEvent.isComposing || event.keyCode === 229 || altKey || ctrlKey || metaKey || shiftKey) return;
    if (key === "ArrowDown") choose(1);
    else if (key === "ArrowUp") choose(-1);
    else if (key === "Enter") actions.change();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.step}>
      <div className={styles.words}>
        <Place walk={walk} />
        <label className={styles.field}>
          {t("spelling.changeTo")}
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-expanded={(suggestions?.length ?? 0) > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            value={replacement}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        <Suggestions
          id={listId}
          words={suggestions}
          chosen={replacement}
          onChoose={setTyped}
          onTake={(one) => onGo(change(walk, one))}
        />
      </div>
      <div className={styles.actions}>
        <Action command="spelling-change" label="spelling.change" primary onClick={actions.change} />
        <Action command="spelling-change-all" label="spelling.changeAll" onClick={actions.changeAll} />
        <Action command="spelling-ignore" label="spelling.ignore" onClick={actions.ignore} />
        <Action command="spelling-ignore-all" label="spelling.ignoreAll" onClick={actions.ignoreAll} />
        <Action command="spelling-add" label="spelling.add" onClick={actions.add} />
      </div>
    </div>
  );
}

/** A button with its keys. */
function Action({
  command,
  label,
  primary = false,
  onClick,
}: {
  command: CommandId;
  label: Key;
  primary?: boolean;
  onClick: () => void;
}) {
  const [keys] = useKeysOf(command);
  return (
    <Button
      look={primary ? "primary" : "plain"}
      className={styles.action}
      onClick={onClick}
      aria-keyshortcuts={shortcutsOf(command)}
    >
      {t(label)} {keys !== undefined && <Kbd keys={keys} onAccent={primary} />}
    </Button>
  );
}

function Suggestions({
  id,
  words,
  chosen,
  onChoose,
  onTake,
}: {
  id: string;
  words: readonly string[] | undefined;
  chosen: string;
  onChoose: (word: string) => void;
  onTake: (word: string) => void;
}) {
  return (
    <div>
      <p className={styles.label} aria-hidden="true">
        {t("spelling.suggestions")}
      </p>
      {words?.length === 0 && <p className={styles.none}>{t("spelling.noSuggestions")}</p>}
      <div id={id} role="listbox" aria-label={t("spelling.suggestions")} className={styles.list}>
        {words === undefined && <p className={styles.none}>{t("spelling.looking")}</p>}
        {words?.map((word) => (
          // The keys are the field's, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={word}
            role="option"
            aria-selected={word === chosen}
            tabIndex={-1}
            className={styles.option}
            dir="auto"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(word)}
            onDoubleClick={() => onTake(word)}
          >
            {word}
          </div>
        ))}
      </div>
    </div>
  );
}
