import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import styles from "./keyboard-sheet.module.css";
import { closeSheet, useSheet } from "./open-windows.ts";
import { keysOf } from "./own-keys.ts";
import { type CommandOf, COMMANDS, PLACES } from "./table.ts";

/** Every key of the console on one sheet. */
export function KeyboardSheet() {
  const open = useSheet((sheet) => sheet.open);
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  return (
    <Dialog open={open} onClose={closeSheet} title={t("commands.sheet")} wide>
      {!singleKeys && <p className={styles.off}>{t("commands.singleKeysOff")}</p>}
      <div className={styles.sheet}>
        {PLACES.map(([where, label]) => (
          <section key={where}>
            <h3>{t(label)}</h3>
            <dl>
              {COMMANDS.filter((command) => command.where === where).map((command) => (
                <Line key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <a className={styles.change} href="#/settings/shortcuts" onClick={closeSheet}>
        {t("commands.change")}
      </a>
    </Dialog>
  );
}

function Line({ command }: { command: CommandOf }) {
  const keys = keysOf(command.id);
  if (keys.length === 0) return null;
  return (
    <div className={styles.line}>
      <dt>{t(command.label).replace(/…$/, "")}</dt>
      <dd>
        {keys.map((text) => (
          <Kbd key={text} keys={text} />
        ))}
      </dd>
    </div>
  );
}
