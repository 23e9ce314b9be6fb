import { useSyncExternalStore } from "react";
import { serverNow } from "../state/me.ts";
import { usePreferences } from "../state/preferences.ts";
import { formatFullTime, formatSpan, formatTime } from "./format.ts";

/** One timer for all the clocks on the screen. */
const clocks = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(tick: () => void): () => void {
  clocks.add(tick);
  timer ??= setInterval(() => clocks.forEach((each) => each()), 1000);
  return () => {
    clocks.delete(tick);
    if (clocks.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** How long since `since` (server's clock), counting up: `0:41`. */
export function Elapsed({ since }: { since: number }) {
  return useSyncExternalStore(subscribe, () => formatSpan(serverNow() - since));
}

/** Seconds until `until` (`Date.now()`), counting down to 0. */
export function useSecondsUntil(until: number): number {
  return useSyncExternalStore(subscribe, () => Math.max(0, Math.ceil((until - Date.now()) / 1000)));
}

/** When something was (server's clock): `14:02` today, `12 Sep, 14:02` before. */
export function Time({ at }: { at: number }) {
  const language = usePreferences((preferences) => preferences.language);
  return (
    <time dateTime={new Date(at).toISOString()} title={formatFullTime(language, at)}>
      {formatTime(language, at, serverNow())}
    </time>
  );
}
