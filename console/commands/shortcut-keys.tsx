import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Section } from "../settings/section.tsx";
import settings from "../settings/settings.module.css";
import { changeKeys, resetKeys, useKeysOf, useOwnKeys } from "./own-keys.ts";
import { RecordDialog } from "./record-dialog.tsx";
import styles from "./shortcut-keys.module.css";
import { type CommandOf, COMMANDS, PLACES } from "./table.ts";

/** Preferences → Shortcut keys: what every command's keys are, and others in their place. */
export function ShortcutKeys() {
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  const hasOwn = useOwnKeys(({ keys }) => Object.keys(keys).length > 0);
  const [open, setOpen] = useState<CommandOf>();
  const [isResetting, setResetting] = useState(false);
  const [done, setDone] = useState("");
  const close = (sentence?: string) => {
    setOpen(undefined);
    if (sentence !== undefined) setDone(sentence);
  };
  return (
    <Section
      title={t("commands.title")}
      text={t("commands.text")}
      action={hasOwn && <Button onClick={() => setResetting(true)}>{t("commands.resetAll")}</Button>}
    >
      {!singleKeys && <p className={styles.off}>{t("commands.singleKeysOff")}</p>}
      <p className="visually-hidden" role="status">
        {done}
      </p>
      {PLACES.map(([where, label]) => (
        <section key={where} className={styles.place}>
          <h3>{t(label)}</h3>
          <table className={settings.table}>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t("commands.command")}</th>
                <th scope="col">{t("commands.keys")}</th>
                <th scope="col">{t("commands.change")}</th>
              </tr>
            </thead>
            <tbody>
              {COMMANDS.filter((command) => command.where === where && command.fixed === undefined).map((command) => (
                <Line key={command.id} command={command} onChange={() => setOpen(command)} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {open !== undefined && <RecordDialog command={open} onClose={close} />}
      <ResetDialog open={isResetting} onClose={() => setResetting(false)} />
    </Section>
  );
}

function Line({ command, onChange }: { command: CommandOf; onChange: () => void }) {
  const keys = useKeysOf(command.id);
  const isOwn = useOwnKeys((own) => command.id in own.keys);
  const name = t(command.label).replace(/…$/, "");
  return (
    <tr>
      <td>{name}</td>
      <td className={styles.keys}>
        {keys.length === 0 && <span className={settings.quiet}>{t("commands.noKeys")}</span>}
        {keys.map((text) => (
          <Kbd key={text} keys={text} />
        ))}
      </td>
      <td className={styles.buttons}>
        {isOwn && (
          <IconButton
            label={t("commands.resetOf", { command: name })}
            onClick={({ currentTarget }) => {
              // The button goes; its neighbour is the next best place.
              (currentTarget.nextElementSibling as HTMLElement | null)?.focus();
              changeKeys({ [command.id]: undefined });
            }}
          >
            <RotateCcw />
          </IconButton>
        )}
        <Button size="small" aria-label={t("commands.changeOf", { command: name })} onClick={onChange}>
          {t("commands.changeShort")}
        </Button>
      </td>
    </tr>
  );
}

function ResetDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const reset = () => {
    onClose();
    resetKeys();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("commands.resetAllTitle")}
      description={t("commands.resetAllText")}
      footer={
        <>
          <Button onClick={onClose}>{t("shell.cancel")}</Button>
          <Button look="primary" onClick={reset}>
            {t("commands.resetAll")}
          </Button>
        </>
      }
    />
  );
}
