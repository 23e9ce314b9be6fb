import { AlertNotice } from "../alerts/notice.tsx";
import { useList } from "../list/live-list.ts";
import { retryNow, useLatency, useLine } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { StatusDot } from "../ui/status-dot.tsx";
import { Elapsed, useSecondsUntil } from "../ui/time.tsx";
import styles from "./foot.module.css";
import { UpgradeNotice } from "./upgrade-notice.tsx";

/** The line's state, who is there, who waits longest, and who one is oneself. */
export function Foot() {
  return (
    <footer className={styles.frame}>
      <div className={styles.foot}>
        <LineStatus />
        <UpgradeNotice />
        <AlertNotice />
        <Operators />
        <LongestWait />
        <Whoami />
      </div>
    </footer>
  );
}

/** How the line to the server is; a change is also read out. */
function LineStatus() {
  const line = useLine();
  const latencyMs = useLatency();
  switch (line.kind) {
    case "online":
      return (
        <span className={styles.line} role="status">
          <StatusDot status="online" />
          <span>
            {t("shell.live")}
            {latencyMs !== undefined && (
              <span aria-hidden="true" className={styles.number}>
                {" · "}
                {t("shell.latency", { ms: latencyMs })}
              </span>
            )}
          </span>
        </span>
      );
    case "connecting":
      return (
        <span className={cx(styles.line, styles.trouble)} role="status">
          <StatusDot status="requesting" pulse />
          {t("shell.connecting")}
        </span>
      );
    case "waiting":
      return <Waiting until={line.until} />;
    case "closed":
      return (
        <span className={cx(styles.line, styles.trouble)} role="status">
          <StatusDot status="offline" />
          {line.code === undefined ? t("shell.connecting") : t("shell.lineClosed")}
          <button type="button" className={styles.press} onClick={() => location.reload()}>
            {t("shell.reload")}
          </button>
        </span>
      );
  }
}

function Waiting({ until }: { until: number }) {
  const seconds = useSecondsUntil(until);
  return (
    <span className={cx(styles.line, styles.trouble)}>
      <StatusDot status="requesting" pulse />
      <span role="status" className="visually-hidden">
        {t("shell.lineLost")}
      </span>
      <span aria-hidden="true" className={styles.number}>
        {t("shell.reconnecting", { seconds })}
      </span>
      <button type="button" className={styles.press} onClick={retryNow}>
        {t("shell.now")}
      </button>
    </span>
  );
}

function Operators() {
  const online = useMe(({ colleagues }) => colleagues.filter(({ status }) => status === "online").length);
  const loggedIn = useMe(({ colleagues }) => colleagues.filter(({ status }) => status !== "offline").length);
  const names = useMe(({ colleagues }) =>
    colleagues
      .filter(({ status }) => status !== "offline")
      .map(({ name }) => name)
      .join(", "),
  );
  return (
    <span
      className={cx(styles.number, styles.figure)}
      title={`${t("shell.operatorsLong", { online, loggedIn })}\n${names}`}
    >
      {t("shell.operators")} {online} / {loggedIn}
    </span>
  );
}

function LongestWait() {
  const since = useList((list) => list.counts?.waitingSince);
  if (since === undefined) return null;
  return (
    <span className={cx(styles.number, styles.figure)}>
      {t("shell.longestWait")} <Elapsed since={since} />
    </span>
  );
}

function Whoami() {
  const me = useMe((state) => state.me);
  const departments = useMe((state) => state.departments);
  if (me === undefined) return null;
  const own = departments.filter(({ id }) => me.departments?.includes(id)).map(({ name }) => name);
  const who = `${me.login} @ ${me.account}${own.length > 0 ? ` [${own.join(", ")}]` : ""}`;
  return (
    <span className={styles.me} title={`${who} · ${me.name}`}>
      <span className={styles.name}>{me.name}</span> <span>{who}</span>
    </span>
  );
}
