import { Play } from "lucide-react";
import { type ChangeEvent, useState } from "react";
import { asSound, sharedId } from "../alerts/alert-preferences.ts";
import { ALERT_KINDS, type AlertKind } from "../alerts/kinds.ts";
import { usePermission } from "../alerts/notifications.ts";
import { chooseOwnSound, OWN_LIMIT_SECONDS, type OwnProblem, useOwnSound } from "../alerts/own-file.ts";
import { setKind, setVolume, useAlertPreferences } from "../alerts/preferences.ts";
import { loadShared, useSharedSounds } from "../alerts/shared-sounds.ts";
import { play, wake } from "../alerts/speaker.ts";
import { testAlerts, type TestResult } from "../alerts/test-alerts.ts";
import { TUNES } from "../alerts/tunes.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import styles from "./alerts.module.css";
import { Section } from "./section.tsx";
import settings from "./settings.module.css";

const WAYS = ["sound", "popup", "flash"] as const;

/** How this operator is told: which way for what, how it sounds, and a test of it all. */
export function AlertSettings() {
  return (
    <Section title={t("alerts.alerts")} text={t("alerts.alertsText")}>
      <div className={styles.parts}>
        <Switches />
        <PopupHelp />
        <Volume />
        <OwnSound />
        <TestButton />
      </div>
    </Section>
  );
}

function Switches() {
  return (
    <div className={styles.scroll}>
      <table className={settings.table}>
        <thead>
          <tr>
            <th scope="col">{t("alerts.kind")}</th>
            {WAYS.map((way) => (
              <th key={way} scope="col">
                {t(`alerts.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ALERT_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`alerts.${kind}`)}</th>
              {WAYS.map((way) => (
                <td key={way}>
                  <div className={styles.choice}>
                    <Switch kind={kind} way={way} />
                    {way === "sound" && <WhichSound kind={kind} />}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Switch({ kind, way }: { kind: AlertKind; way: (typeof WAYS)[number] }) {
  const isOn = useAlertPreferences(({ kinds }) => kinds[kind][way]);
  return (
    <input
      type="checkbox"
      className={styles.switch}
      aria-label={t(`alerts.${way}For`, { kind: t(`alerts.${kind}`) })}
      checked={isOn}
      onChange={({ target }) => setKind(kind, { [way]: target.checked })}
    />
  );
}

function WhichSound({ kind }: { kind: AlertKind }) {
  const { tune } = useAlertPreferences(({ kinds }) => kinds[kind]);
  const volume = useAlertPreferences((preferences) => preferences.volume);
  const ownName = useOwnSound(({ name }) => name);
  const shared = useSharedSounds(({ sounds }) => sounds) ?? [];
  const words = t(`alerts.${kind}`);
  const id = sharedId(tune);
  // What is chosen and gone sounds as the bell.
  const isGone = tune === "own" ? ownName === undefined : id !== undefined && !shared.some((one) => one.id === id);
  const listen = async () => {
    wake();
    if (id !== undefined) await loadShared(id);
    play(tune, { volume });
  };
  return (
    <>
      <select
        className={styles.tune}
        aria-label={t("alerts.tuneFor", { kind: words })}
        value={isGone ? "bell" : tune}
        onChange={({ target }) => setKind(kind, { tune: asSound(target.value) ?? "bell" })}
      >
        {TUNES.map((name) => (
          <option key={name} value={name}>
            {t(`alerts.tune-${name}`)}
          </option>
        ))}
        {shared.map((one) => (
          <option key={one.id} value={`shared:${one.id}`}>
            {one.name}
          </option>
        ))}
        {ownName !== undefined && <option value="own">{t("alerts.tune-own", { name: ownName })}</option>}
      </select>
      <IconButton label={t("alerts.play", { kind: words })} onClick={() => void listen()}>
        <Play />
      </IconButton>
    </>
  );
}

function PopupHelp() {
  const permission = usePermission((state) => state.permission);
  if (permission === "denied") return <p>{t("alerts.deniedHelp")}</p>;
  if (permission === "unsupported") return <p>{t("alerts.unsupportedHelp")}</p>;
  return null;
}

function Volume() {
  const volume = useAlertPreferences((preferences) => preferences.volume);
  return (
    <label className={styles.volume}>
      <span>{t("alerts.volume")}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(volume * 100)}
        aria-valuetext={`${Math.round(volume * 100)} %`}
        onChange={({ target }) => setVolume(Number(target.value) / 100)}
      />
    </label>
  );
}

function OwnSound() {
  const [problem, setProblem] = useState<OwnProblem>();
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file !== undefined) setProblem(await chooseOwnSound(file));
  };
  return (
    <TextField
      label={t("alerts.own")}
      hint={t("alerts.ownHint", { seconds: OWN_LIMIT_SECONDS })}
      error={problem && t(`alerts.own-${problem}`, { seconds: OWN_LIMIT_SECONDS })}
      type="file"
      accept="audio/*"
      onChange={(event) => void choose(event)}
    />
  );
}

function TestButton() {
  const [result, setResult] = useState<TestResult>();
  return (
    <div>
      <Button look="primary" onClick={() => void testAlerts("request").then(setResult)}>
        {t("alerts.test")}
      </Button>
      <div role="status" className={styles.result}>
        {result !== undefined && (
          <>
            <ul>
              {WAYS.map((way) => (
                <li key={way}>{t(`alerts.${way}-${result[way]}`)}</li>
              ))}
            </ul>
            <p className={settings.quiet}>{t("alerts.notHeard")}</p>
          </>
        )}
      </div>
    </div>
  );
}
