import { useState } from "react";
import { serverNow, useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { useSecondsUntil } from "../ui/time.tsx";
import styles from "./time-left.module.css";

/** The ring's radius, of a box of 40. */
const RADIUS = 17;
const LENGTH = 2 * Math.PI * RADIUS;
/** From here on it is urgent. */
const LAST_SECONDS = 5;

/** How long an offer still stands: a ring that empties, and the seconds in it. By the server's clock. */
export function TimeLeft({ since, until }: { since: number; until: number }) {
  const offset = useMe(({ clockOffsetMs }) => clockOffsetMs);
  const seconds = useSecondsUntil(until - offset);
  // The movement is set once, and goes on by itself.
  const [past] = useState(() => serverNow() - since);
  const duration = `${until - since}ms`;
  return (
    <span
      className={styles.left}
      role="img"
      aria-label={t("queue.secondsLeft", { count: seconds })}
      data-urgent={seconds <= LAST_SECONDS || undefined}
    >
      <svg viewBox="0 0 40 40" className={styles.ring} aria-hidden="true">
        <circle cx="20" cy="20" r={RADIUS} className={styles.track} />
        <circle
          cx="20"
          cy="20"
          r={RADIUS}
          className={styles.rest}
          strokeDasharray={LENGTH}
          style={{ animationDuration: duration, animationDelay: `${-past}ms` }}
        />
      </svg>
      <span className={styles.seconds} aria-hidden="true">
        {seconds}
      </span>
    </span>
  );
}
