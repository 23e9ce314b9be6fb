import { create } from "zustand";
import { t } from "../strings/t.ts";
import { calling } from "./alerts.ts";
import { numberIcon } from "./number-icon.ts";
import { titleOf } from "./popups.ts";
import { useAlertPreferences } from "./preferences.ts";
import { flashTitle } from "./window-title.ts";
import { useAlerts, useDismissed } from "./watch.ts";

/** Slower than what harms anybody (WCAG 2.3.1 allows three a second), and as often as a tab in the background may. */
const FLASH_MS = 1_000;

/** Something to flash for a moment, of a test. */
export const useTestFlash = create<{ text: string | undefined }>(() => ({ text: undefined }));

interface Flash {
  count: number;
  text: string;
}

/** Flashes title and icon of this window, and numbers the app's badge, until the returned function is called. */
export function startFlash(): () => void {
  let flash: Flash | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isLit = false;
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");

  const draw = () => {
    // A number on the icon is no movement; a title that comes and goes is.
    flashTitle(flash !== undefined && (isLit || stillness.matches) ? flash.text : undefined);
    setIcon(flash === undefined ? undefined : numberIcon(flash.count, isLit && !stillness.matches));
  };
  const beat = () => {
    isLit = !isLit;
    draw();
  };
  const update = () => {
    const next = current();
    if (next?.count === flash?.count && next?.text === flash?.text) return;
    const isMore = (next?.count ?? 0) > (flash?.count ?? 0);
    flash = next;
    // What is new shows at once, not at the next beat: in a tab that has lain idle that may be a minute off.
    if (isMore) isLit = true;
    clearInterval(timer);
    timer = flash === undefined ? undefined : setInterval(beat, FLASH_MS);
    setBadge(flash?.count ?? 0);
    draw();
  };

  const ends = [useAlerts, useDismissed, useAlertPreferences, useTestFlash].map((store) => store.subscribe(update));
  update();
  return () => {
    for (const end of ends) end();
    clearInterval(timer);
    flash = undefined;
    setBadge(0);
    draw();
  };
}

function current(): Flash | undefined {
  const { kinds } = useAlertPreferences.getState();
  const alerts = useAlerts.getState();
  const callers = calling(alerts, useDismissed.getState().names, (kind) => kinds[kind].flash);
  const unread = kinds.message.flash ? Object.values(alerts.unread) : [];
  const testText = useTestFlash.getState().text;
  const messages = unread.reduce((sum, { count }) => sum + count, 0);
  const count = callers.length + messages + (testText === undefined ? 0 : 1);
  if (count === 0) return undefined;
  const newest = callers.at(-1);
  const text =
    testText ?? (newest === undefined ? t("alerts.messageFrom", { name: unread.at(-1)?.name ?? "" }) : titleOf(newest));
  return { count, text: `(${count}) ${text}` };
}

function setIcon(address: string | undefined): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link === null) return;
  link.dataset["resting"] ??= link.href;
  const wanted = address ?? link.dataset["resting"];
  if (link.href !== wanted) link.href = wanted;
}

/** The number on the icon of the installed app, where the system shows one; where it does not, nothing is lost. */
function setBadge(count: number): void {
  if (!("setAppBadge" in navigator)) return;
  const done = count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count);
  done.catch(() => undefined);
}
