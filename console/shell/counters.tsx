import { Users } from "lucide-react";
import { useLocation } from "wouter";
import type { VisitorStatus } from "../../protocol/visitor-list.ts";
import { filterStatus, useList } from "../list/live-list.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { formatNumber } from "../strings/translation.ts";
import { cx } from "../ui/cx.ts";
import { StatusDot } from "../ui/status-dot.tsx";
import styles from "./top-bar.module.css";

const SHOWN = ["requesting", "chatting", "invited"] as const;

/** How many visitors there are, in all and by status; a press shows only those. */
export function Counters() {
  const counts = useList((list) => list.counts);
  const statuses = useList((list) => list.statuses);
  const [location, navigate] = useLocation();
  if (counts === undefined) return null;
  const all = counts.online + counts.invited + counts.requesting + counts.chatting;
  const choose = (status?: VisitorStatus) => {
    filterStatus(status !== undefined && statuses.includes(status) ? undefined : status);
    if (location !== "/") navigate("/");
  };
  return (
    <div className={styles.counters} role="group" aria-label={t("shell.counters")}>
      <Pill
        count={all}
        word={t("shell.allVisitors", { count: all })}
        pressed={statuses.length === 0}
        onPress={() => choose()}
      />
      {SHOWN.map((status) => (
        <Pill
          key={status}
          status={status}
          count={counts[status]}
          word={t(`shell.${status}`, { count: counts[status] })}
          pressed={statuses.includes(status)}
          onPress={() => choose(status)}
        />
      ))}
    </div>
  );
}

function Pill({
  status,
  count,
  word,
  pressed,
  onPress,
}: {
  status?: VisitorStatus;
  count: number;
  word: string;
  pressed: boolean;
  onPress: () => void;
}) {
  const language = usePreferences((preferences) => preferences.language);
  const number = formatNumber(language, count);
  return (
    <button
      type="button"
      className={cx(styles.pill, styles[status ?? "all"])}
      aria-pressed={pressed}
      title={`${number} ${word}`}
      onClick={onPress}
    >
      {status === undefined ? (
        <Users className={styles.people} aria-hidden="true" />
      ) : (
        <StatusDot status={status} pulse={status === "requesting" && count > 0} />
      )}
      <b>{number}</b> <span className={styles.word}>{word}</span>
    </button>
  );
}
