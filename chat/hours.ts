import type { Hours } from "./department.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Making one takes longer than everything it is asked afterwards. A time zone is one of some hundreds. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What was found out last, and for which minute: it is asked far more often than it changes. */
const known = new WeakMap<Hours, { minute: number; isOpen: boolean }>();

/** Whether somebody answers at this time (ms since 1970), by the clock on the department's wall. */
export function isOpen(hours: Hours | undefined, at: number): boolean {
  if (hours === undefined) return true;
  const minute = Math.floor(at / 60_000); // every wall's clock is some whole minutes from every other's
  const last = known.get(hours);
  if (last?.minute === minute) return last.isOpen;
  const wall = wallTime(hours.timeZone, at);
  const found = (hours.days[wall.day] ?? []).some(({ from, to }) => from <= wall.minute && wall.minute < to);
  known.set(hours, { minute, isOpen: found });
  return found;
}

/** `day`: 0 is Monday. `minute`: since midnight. */
function wallTime(timeZone: string, at: number): { day: number; minute: number } {
  const clock = clocks.get(timeZone) ?? newClock(timeZone);
  clocks.set(timeZone, clock);
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const minute = Number(parts.get("hour")) * 60 + Number(parts.get("minute"));
  return { day: DAYS.indexOf(parts.get("weekday") ?? ""), minute };
}

function newClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
