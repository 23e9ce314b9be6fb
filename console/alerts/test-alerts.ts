import { t } from "../strings/t.ts";
import { useTestFlash } from "./flash.ts";
import type { AlertKind } from "./kinds.ts";
import { askPermission, closePopups, showPopup, usePermission } from "./notifications.ts";
import { useAlertPreferences } from "./preferences.ts";
import { canSound, play, wake } from "./speaker.ts";

/** What came of one way of telling. */
export type Outcome = "done" | "off" | "blocked";
export interface TestResult {
  sound: Outcome;
  popup: Outcome;
  flash: Outcome;
}

const TAG = "shopbell-test";
/** Long enough to look up at the title and the corner of the screen. */
const TEST_MS = 6_000;

let ending: ReturnType<typeof setTimeout> | undefined;

/** Tells of a kind as if it had just come, by the operator's own switches; called during a press. */
export async function testAlerts(kind: AlertKind): Promise<TestResult> {
  const { kinds, volume } = useAlertPreferences.getState();
  const { sound, popup, flash, tune } = kinds[kind];
  const text = t("alerts.testText");
  wake();
  if (flash) useTestFlash.setState({ text });
  clearTimeout(ending);
  ending = setTimeout(() => {
    useTestFlash.setState({ text: undefined });
    void closePopups((tag) => tag === TAG);
  }, TEST_MS);
  if (sound) play(tune, { volume });
  const popped = popup ? await testPopup(text) : "off";
  return { sound: sound ? (canSound() ? "done" : "blocked") : "off", popup: popped, flash: flash ? "done" : "off" };
}

async function testPopup(title: string): Promise<Outcome> {
  await askPermission();
  if (usePermission.getState().permission !== "granted") return "blocked";
  await showPopup({ tag: TAG, title, body: "", data: { waits: false }, actions: [] });
  return "done";
}
