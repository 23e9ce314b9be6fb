import { useSyncExternalStore } from "react";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";

/** What the visitor's own clock says now. */
export function LocalTime({ timeZone }: { timeZone: string }) {
  const language = usePreferences((preferences) => preferences.language);
  const time = useSyncExternalStore(everySecond, () => localTime(language, timeZone));
  return time === undefined ? t("visitor.noTimeZone") : `${time} · ${timeZone.replaceAll("_", " ")}`;
}

function everySecond(tick: () => void): () => void {
  const timer = setInterval(tick, 1_000);
  return () => clearInterval(timer);
}

function localTime(language: string, timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat(language, {
      weekday: "short",
      timeStyle: undefined,
      hour: "2-digit",
      minute: "2-digit",
      timeZone,
    }).format();
  } catch {
    return undefined; // whatever a browser says it is
  }
}
