import { memo } from "react";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import { t } from "../strings/t.ts";
import type { Entry, EventLine } from "./entries.ts";
import styles from "./log.module.css";
import { handsWords } from "./take-words.ts";
import { clockTime, dayName } from "./when.ts";

type Line = Extract<Entry, { kind: "line" }>;
type Times = Pick<OperatorConversation, "requestedAt" | "releasedAt" | "acceptedAt">;

/** A line in the middle: the day, what happened, or both. `Today 14:02 · accepted by you after 9 s`. */
export const LogLine = memo(function LogLine({
  at,
  newDay,
  events,
  me,
  visitorName,
  times,
}: Omit<Line, "kind" | "key"> & { me: string; visitorName: string; times: Times | undefined }) {
  if (events.length === 0) return <span className={styles.line}>{dayName(at)}</span>;
  const when = newDay ? `${dayName(at)} ${clockTime(at)}` : clockTime(at);
  // That it was asked for goes without saying once it has been accepted.
  const worthSaying = events.length > 1 ? events.filter(({ event }) => event !== "requested") : events;
  const own = timesOf({ at, events }, times);
  const words = worthSaying.map((event) => happening(event, me, visitorName, own));
  return <span className={styles.line}>{[when, ...words].join(" · ")}</span>;
});

/** The times that are a line's own: of a chat that was accepted more than once only the last acceptance's are known. */
export function timesOf({ at, events }: Pick<Line, "at" | "events">, times: Times | undefined): Times | undefined {
  if (times?.releasedAt === undefined) return times;
  return events.length === 1 && at === times.acceptedAt ? times : undefined;
}

/** What happened, in words. */
export function happening(line: EventLine, me: string, visitorName: string, times: Times | undefined): string {
  const { event, author } = line;
  switch (event) {
    case "requested":
      return t("chat.requestedBy", { name: visitorName });
    case "invited":
      return t("chat.invited", { name: visitorName });
    case "accepted":
      return accepted(author, me, times);
    case "ended":
      if (author.kind === "visitor") return t("chat.endedBy", { name: visitorName });
      if (author.kind !== "operator") return t("chat.endedEvent");
      return author.id === me ? t("chat.endedByYou") : t("chat.endedBy", { name: author.name });
    case "missed":
      return t("chat.missed");
    case "visitor-left":
      return t("chat.visitorLeft", { name: visitorName });
    case "visitor-back":
      return t("chat.visitorBack", { name: visitorName });
    default:
      return handsWords(line, me);
  }
}

function accepted(author: EventLine["author"], me: string, times: Times | undefined): string {
  const mine = author.kind === "operator" && author.id === me;
  const name = author.kind === "operator" ? author.name : "";
  if (times?.acceptedAt === undefined) return mine ? t("chat.acceptedByYou") : t("chat.accepted", { name });
  const time = span(times.acceptedAt - (times.releasedAt ?? times.requestedAt));
  return mine ? t("chat.acceptedByYouAfter", { time }) : t("chat.acceptedAfter", { name, time });
}

function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t("chat.seconds", { count: seconds });
  const rest = String(seconds % 60).padStart(2, "0");
  return t("chat.minutes", { minutes: Math.floor(seconds / 60), seconds: rest });
}
