import { type ReactNode, useEffect, useState } from "react";
import { lookAtPush, type Push, turnPushOff, turnPushOn, usePush } from "../alerts/web-push.ts";
import { ApiError } from "../state/api.ts";
import { install, useInstall } from "../state/install.ts";
import type { Key } from "../strings/catalogue.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "./section.tsx";
import styles from "./settings.module.css";

/** What belongs to this browser and not to the person: whether it is called, and whether the console is an app here. */
export function ThisBrowser() {
  return (
    <Section title={t("device.title")} text={t("device.text")}>
      <div className={styles.narrow}>
        <PushSwitch />
        <App />
      </div>
    </Section>
  );
}

/** Why there is no switch to press, where there is none. */
const HINTS: { readonly [push in Push]?: Key } = {
  unsupported: "device.pushUnsupported",
  "not-here": "device.pushNotHere",
  blocked: "device.pushBlocked",
};

function PushSwitch() {
  const push = usePush((state) => state.push);
  const [problem, setProblem] = useState<string>();
  useEffect(() => void lookAtPush().catch((error: unknown) => setProblem(sentenceOf(error))), []);
  const change = (isOn: boolean) => {
    setProblem(undefined);
    (isOn ? turnPushOn() : turnPushOff()).catch((error: unknown) => setProblem(sentenceOf(error)));
  };
  const hint = HINTS[push];
  const isPossible = push === "on" || push === "off" || push === "blocked";
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          disabled={!isPossible}
          checked={push === "on"}
          onChange={({ target }) => change(target.checked)}
        />
        <span>
          {t("device.push")}
          <span className={styles.quiet}>{t(hint ?? "device.pushText")}</span>
        </span>
      </label>
      <p role="alert">{problem}</p>
    </div>
  );
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return refusalSentence(error);
  return t("device.pushFailed", { reason: error instanceof Error ? error.message : String(error) });
}

function App() {
  const state = useInstall((installing) => installing.state);
  return (
    <Described title={t("device.app")}>
      {state === "app" && <p className={styles.quiet}>{t("device.appRuns")}</p>}
      {state === "by-hand" && <p className={styles.quiet}>{t("device.appByHand")}</p>}
      {state === "offered" && (
        <>
          <p className={styles.quiet}>{t("device.appOffered")}</p>
          <Button onClick={() => void install()}>{t("device.install")}</Button>
        </>
      )}
    </Described>
  );
}

function Described({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.described}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
