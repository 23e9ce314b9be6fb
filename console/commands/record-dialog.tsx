import { type ReactNode, type RefObject, useId, useRef } from "react";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { conflictsOf } from "./conflicts.ts";
import { changeKeys, keysOf } from "./own-keys.ts";
import { PLATFORM } from "./platform.ts";
import { keysInWords } from "./printed.ts";
import { REFUSALS, refusalOf } from "./reserved.ts";
import styles from "./shortcut-keys.module.css";
import { DIGIT } from "./stroke.ts";
import { type CommandId, type CommandOf, COMMANDS } from "./table.ts";
import { useRecorder } from "./use-recorder.ts";

/** Asks for the new keys of a command, and says before they are saved whose they are already. */
export function RecordDialog({
  command,
  onClose,
}: {
  command: CommandOf;
  /** With a sentence that says what has changed, if anything has. */
  onClose: (done?: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const anyDigit = command.keys.some((keys) => keys.includes(DIGIT));
  const { keys, onKeyDown } = useRecorder(anyDigit);
  const label = t(command.label);
  const { problem, taken } = check(keys, command, anyDigit);
  const save = () => {
    if (keys === "" || problem !== undefined) return field.current?.focus();
    changeKeys({ ...without(taken, keys), [command.id]: [keys] });
    onClose(t("commands.changed", { command: label, keys: keysInWords(keys) }));
  };
  const remove = () => {
    changeKeys({ [command.id]: [] });
    onClose(t("commands.removed", { command: label }));
  };
  return (
    <Dialog
      open
      onClose={() => onClose()}
      title={t("commands.changeOf", { command: label })}
      focus={field}
      footer={
        <>
          <Button look="quiet" onClick={remove}>
            {t("commands.removeKeys")}
          </Button>
          <Button onClick={() => onClose()}>{t("shell.cancel")}</Button>
          <Button look="primary" aria-disabled={keys === "" || problem !== undefined} onClick={save}>
            {t(taken.length > 0 ? "commands.takeOver" : "commands.save")}
          </Button>
        </>
      }
    >
      <Field field={field} keys={keys} onKeyDown={onKeyDown} isWrong={problem !== undefined} />
      <p className={styles.verdict} role="status">
        {problem ?? told(keys, taken)}
      </p>
    </Dialog>
  );
}

function Field({
  field,
  keys,
  onKeyDown,
  isWrong,
}: {
  field: RefObject<HTMLInputElement | null>;
  isWrong: boolean;
} & ReturnType<typeof useRecorder>) {
  const hint = useId();
  return (
    <>
      {/* In a text field screen readers hand the keys on; nothing is written in it. */}
      <input
        ref={field}
        type="text"
        readOnly
        className={styles.field}
        aria-label={t("commands.press")}
        aria-invalid={isWrong || undefined}
        aria-describedby={hint}
        placeholder={t("commands.press")}
        value={keysInWords(keys)}
        onKeyDown={onKeyDown}
      />
      <p id={hint} className={styles.hint}>
        {t("commands.pressHint")}
      </p>
    </>
  );
}

/** Whose the keys are already; else which they are, for somebody who cannot see them. */
function told(keys: string, taken: readonly CommandOf[]): ReactNode {
  if (taken.length > 0)
    return taken.map(({ label }) => t("commands.taken", { keys: keysInWords(keys), command: t(label) })).join(" ");
  return keys !== "" && <span className="visually-hidden">{t("commands.pressed", { keys: keysInWords(keys) })}</span>;
}

/** What speaks against the keys, and whose they are. */
function check(keys: string, command: CommandOf, anyDigit: boolean): { problem?: string; taken: CommandOf[] } {
  if (keys === "") return { taken: [] };
  const isFirst = command.keys.includes(keys);
  const why = isFirst ? undefined : refusalOf(keys, { where: command.where, anyDigit }, PLATFORM);
  if (why !== undefined) return { problem: t(REFUSALS[why], { keys: keysInWords(keys) }), taken: [] };
  const others = COMMANDS.filter(({ id }) => id !== command.id).map((other) => ({
    command: other,
    keys: keysOf(other.id),
  }));
  return { taken: conflictsOf(keys, command.where, others) };
}

/** The keys that the others are left with. */
function without(taken: readonly CommandOf[], keys: string): { [id in CommandId]?: readonly string[] } {
  return Object.fromEntries(
    taken.map((command) => [
      command.id,
      keysOf(command.id).filter((text) => conflictsOf(keys, command.where, [{ command, keys: [text] }]).length === 0),
    ]),
  );
}
