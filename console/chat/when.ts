import { usePreferences } from "../state/preferences.ts";
import { serverNow } from "../state/me.ts";

const DAY_MS = 86_400_000;

/** `14:02`, in the operator's language and time zone. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** `Today`, `Yesterday`, `12 September`, with the year where it is another. */
export function dayName(at: number): string {
  const now = serverNow();
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0 || days === 1)
    return capitalised(new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(-days, "day"));
  const otherYear = new Date(at).getFullYear() !== new Date(now).getFullYear();
  const year = otherYear ? ({ year: "numeric" } as const) : {};
  return new Intl.DateTimeFormat(language(), { day: "numeric", month: "long", ...year }).format(at);
}

/** `12 Sep`, with the year where it is another. */
export function shortDay(at: number): string {
  const otherYear = new Date(at).getFullYear() !== new Date(serverNow()).getFullYear();
  const year = otherYear ? ({ year: "numeric" } as const) : {};
  return new Intl.DateTimeFormat(language(), { day: "numeric", month: "short", ...year }).format(at);
}

/** The operator's language, as it is written where they live if the browser knows: 14:02 or 2:02 PM. */
function language(): string {
  const { language: chosen } = usePreferences.getState();
  return navigator.languages.find((tag) => tag.split("-")[0] === chosen) ?? chosen;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
}
