import type { Hours } from "../../protocol/rest.ts";

export type Span = Hours["days"][number][number];

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;

/** Nine to five from Monday to Friday, by this computer's clock. */
export function officeHours(): Hours {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, days: Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 540, to: 1_020 }] : [])) };
}

/** The weekdays' names, from Monday on. */
export function weekdays(language: string, width: "long" | "short" = "long"): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => format.format(MONDAY + day * DAY_MS));
}

/** `09:00`; the end of the day is `00:00`, as clocks show it. */
export function timeOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** Minutes since midnight; `isEnd`: midnight is the one at the end. Undefined for what is no time. */
export function minuteOf(time: string, isEnd: boolean): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (hours === undefined) return undefined;
  const minute = Number(hours) * 60 + Number(minutes);
  return isEnd && minute === 0 ? DAY_MINUTES : minute;
}

/** The day whose hours end before they begin, if there is one. */
export function wrongDay({ days }: Hours): number | undefined {
  const index = days.findIndex((spans) => spans.some(({ from, to }) => from >= to));
  return index < 0 ? undefined : index;
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}

/** `Mon–Fri 09:00–17:00`: days in a row with the same hours are said together; closed days are not said. */
export function hoursInWords({ days }: Hours, language: string): string {
  const names = weekdays(language, "short");
  const words = days.map((spans) => spans.map(({ from, to }) => `${timeOf(from)}–${timeOf(to)}`).join(", "));
  const parts: string[] = [];
  for (let first = 0; first < 7;) {
    let last = first;
    while (last < 6 && words[last + 1] === words[first]) last += 1;
    const range = first === last ? names[first] : `${names[first]}–${names[last]}`;
    if (words[first] !== "") parts.push(`${range} ${words[first]}`);
    first = last + 1;
  }
  return parts.join(" · ");
}
