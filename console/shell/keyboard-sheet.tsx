import { create } from "zustand";
import { CHAT_COMMANDS } from "../chat/commands.ts";
import { type Command, COMMANDS } from "../state/commands.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import styles from "./keyboard-sheet.module.css";

const useSheet = create<{ open: boolean }>(() => ({ open: false }));

/** Shows the sheet with all the keys. */
export function openKeyboardSheet(): void {
  useSheet.setState({ open: true });
}

const ALL: readonly Command[] = [...COMMANDS, ...CHAT_COMMANDS];
const PLACES = [
  ["everywhere", "shell.whereEverywhere"],
  ["list", "shell.whereList"],
  ["chat", "shell.whereChat"],
] as const;

/** Every key of the console on one sheet. */
export function KeyboardSheet() {
  const open = useSheet((sheet) => sheet.open);
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  return (
    <Dialog open={open} onClose={() => useSheet.setState({ open: false })} title={t("shell.shortcuts")} wide>
      {!singleKeys && <p className={styles.off}>{t("shell.singleKeysOff")}</p>}
      <div className={styles.sheet}>
        {PLACES.map(([where, label]) => (
          <section key={where}>
            <h3>{t(label)}</h3>
            <dl>
              {ALL.filter((command) => command.where === where).map((command) => (
                <Line key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ command }: { command: Command }) {
  return (
    <div className={styles.line}>
      <dt>{t(command.label).replace(/…$/, "")}</dt>
      <dd>
        {command.keys.map((keys) => (
          <Kbd key={keys} keys={keys} />
        ))}
      </dd>
    </div>
  );
}
