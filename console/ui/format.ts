/** A span as a clock counts it: `0:41`, `12:40`, `1:02:09`; hours go on counting past a day. */
export function formatSpan(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A point in time in the operator's time zone: the time today, otherwise with the day, and the year where it is another. */
export function formatTime(language: string, at: number, now: number): string {
  const date = new Date(at);
  const today = new Date(now);
  const sameYear = date.getFullYear() === today.getFullYear();
  const sameDay = sameYear && date.getMonth() === today.getMonth() && date.getDate() === today.getDate();
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  if (sameDay) return new Intl.DateTimeFormat(language, time).format(date);
  const day: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", ...(!sameYear && { year: "numeric" }) };
  return new Intl.DateTimeFormat(language, { ...day, ...time }).format(date);
}

/** A day with its time, in full, for tooltips. */
export function formatFullTime(language: string, at: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "medium" }).format(new Date(at));
}
