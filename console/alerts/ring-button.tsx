import { BellRing } from "lucide-react";
import { calling } from "./alerts.ts";
import { titleOf } from "./popups.ts";
import { t } from "../strings/t.ts";
import styles from "./ring-button.module.css";
import { dismiss, useAlerts, useDismissed } from "./watch.ts";

/** What the bell rings for, to see instead of to hear; a press stops it. Not there while nothing rings. */
export function RingButton() {
  const waiting = useAlerts((alerts) => alerts.waiting);
  const dismissed = useDismissed(({ names }) => names);
  const callers = calling({ waiting }, dismissed);
  const newest = callers.at(-1);
  const text = newest === undefined ? "" : titleOf(newest);
  const more = callers.length - 1;
  const words = more > 0 ? t("alerts.andMore", { text, count: more }) : text;
  return (
    <>
      <span role="status" className="visually-hidden">
        {words}
      </span>
      {newest !== undefined && (
        <button
          type="button"
          className={styles.ring}
          title={`${words}. ${t("alerts.silence")}`}
          aria-label={`${t("alerts.silence")}: ${words}`}
          onClick={() => {
            for (const { conversation } of callers) dismiss(conversation);
          }}
        >
          <BellRing className={styles.bell} aria-hidden="true" />
          <span className={styles.words}>{words}</span>
        </button>
      )}
    </>
  );
}
