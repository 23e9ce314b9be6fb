import { t } from "../strings/t.ts";
import { toast } from "../ui/toast.tsx";
import { on, tell } from "./connection.ts";
import { readKept, writeKept } from "./kept.ts";
import { useMe } from "./me.ts";
import { usePreferences } from "./preferences.ts";

/** When somebody last touched any of this browser's windows, for all of them. */
const KEPT = "shopbell.touched";
/** The other windows are told no more often than this; they wait for minutes. */
const TELL_OTHERS_MS = 1_000;
const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "focus"] as const;

let touchedAt = Date.now();
let toldOthersAt = 0;
let isIdle = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Tells the server when nobody has touched this browser's windows for as long as the operator set, and when somebody does again. It is
 * the server that puts this together for all browsers of one operator.
 */
export function watchIdle(): void {
  for (const type of TOUCHES) addEventListener(type, touched, { capture: true, passive: true });
  addEventListener("storage", ({ key }) => key === KEPT && look());
  usePreferences.subscribe(({ awayMinutes }, before) => awayMinutes !== before.awayMinutes && look());
  on("welcome", () => {
    tellServer();
    look();
  });
  look();
}

function touched(): void {
  const now = Date.now();
  touchedAt = now;
  if (now - toldOthersAt >= TELL_OTHERS_MS) {
    toldOthersAt = now;
    writeKept(KEPT, String(now));
  }
  if (!isIdle) return;
  look();
  const { isAwayByItself } = useMe.getState();
  if (isAwayByItself && !usePreferences.getState().backByItself) toast(t("shell.stillAway"));
}

/** Finds out whether the time is over, and comes back when it will be. */
function look(): void {
  clearTimeout(waiting);
  const { awayMinutes } = usePreferences.getState();
  const kept = Number(readKept(KEPT) ?? 0);
  // A touch from the future was made before the clock was set back.
  const last = Math.max(touchedAt, kept <= Date.now() ? kept : 0);
  const left = last + awayMinutes * 60_000 - Date.now();
  const before = isIdle;
  isIdle = awayMinutes > 0 && left <= 0;
  if (isIdle !== before) tellServer();
  if (awayMinutes > 0 && !isIdle) waiting = setTimeout(look, left);
}

function tellServer(): void {
  tell({ type: "idle", idle: isIdle, back: usePreferences.getState().backByItself });
}
