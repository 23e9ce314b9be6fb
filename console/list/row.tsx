import { memo } from "react";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { callsMe, useQueueing, useQueueState } from "../queue/queue.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { formatNumber } from "../strings/translation.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { formatFullTime } from "../ui/format.ts";
import { StatusDot } from "../ui/status-dot.tsx";
import { Tag } from "../ui/tag.tsx";
import { Elapsed } from "../ui/time.tsx";
import { Flag } from "./flag.tsx";
import styles from "./list.module.css";
import { useList } from "./live-list.ts";
import { cameFromHost, pathOf } from "./show.ts";
import { act } from "./visitor-actions.ts";

/** The id of a visitor's row in the document, for `aria-activedescendant`. */
export function rowId(visitor: number): string {
  return `visitor-${visitor}`;
}

/** A place in the list. Draws itself anew only when its own visitor or its own place changes. */
export const ListRow = memo(function ListRow({
  visitor,
  index,
  top,
}: {
  /** Unknown while the row has not arrived. */
  visitor: number | undefined;
  index: number;
  /** Pixels below the first row. */
  top: number;
}) {
  const row = useList((list) => (visitor === undefined ? undefined : list.rows.byVisitor.get(visitor)));
  const isSelected = useList((list) => visitor !== undefined && list.cursor.visitor === visitor);
  const style = { transform: `translateY(${top}px)` };
  if (row === undefined) return <Skeleton index={index} style={style} />;
  return (
    <div
      id={rowId(row.visitor)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-visitor={row.visitor}
      className={cx(styles.row, row.status === "requesting" && styles.requesting, isSelected && styles.selected)}
      style={style}
    >
      <Cells row={row} />
    </div>
  );
});

function Cells({ row }: { row: VisitorRow }) {
  const language = usePreferences((preferences) => preferences.language);
  const isQueueing = useQueueing();
  const came = cameFromHost(row.cameFrom);
  return (
    <>
      <div role="gridcell" className={styles.status}>
        <Status row={row} />
        {!isQueueing && row.status !== "invited" && (
          <span className={cx(styles.sub, styles.whose)} title={row.operator}>
            <Whose row={row} />
          </span>
        )}
      </div>
      <div role="gridcell" className={cx(styles.visitor, styles.mono)}>
        {row.visitor}
      </div>
      <div role="gridcell" className={styles.client}>
        <Client row={row} />
      </div>
      <div role="gridcell" className={styles.location} title={row.url}>
        <bdi className={styles.title}>{row.title || pathOf(row.url)}</bdi>
        {row.title !== "" && <bdi className={styles.sub}>{pathOf(row.url)}</bdi>}
      </div>
      <div
        role="gridcell"
        className={cx(styles.online, styles.number)}
        title={t("list.arrived", { time: formatFullTime(language, row.arrivedAt) })}
      >
        <Elapsed since={row.arrivedAt} />
      </div>
      <div role="gridcell" className={cx(styles.pages, styles.number)} title={t("list.tabs", { count: row.tabs })}>
        {formatNumber(language, row.pages)}
      </div>
      <div role="gridcell" className={cx(styles.cameFrom, styles.second)} title={row.cameFrom || undefined}>
        {came ?? t("list.direct")}
      </div>
      <div role="gridcell" className={cx(styles.browser, styles.second)} title={row.browser}>
        {row.browser}
      </div>
      <div role="gridcell" className={cx(styles.device, styles.second)} title={row.device}>
        {row.device}
      </div>
      {isQueueing && (
        <div role="gridcell" className={styles.operator} title={row.operator}>
          <Whose row={row} />
        </div>
      )}
    </>
  );
}

function Status({ row }: { row: VisitorRow }) {
  const { status, requestedAt, invitation } = row;
  return (
    <>
      <StatusDot status={status} pulse={status === "requesting"} />
      <span className={styles.word}>{t(`list.${status}`)}</span>
      {status === "requesting" && requestedAt !== undefined && (
        <span className={cx(styles.sub, styles.waited)} title={t("list.waitingLong")}>
          <Elapsed since={requestedAt} />
        </span>
      )}
      {status === "invited" && invitation !== undefined && (
        <span className={styles.sub} title={t(invitation === "shown" ? "list.inviteShownLong" : "list.inviteSentLong")}>
          {t(invitation === "shown" ? "list.inviteShown" : "list.inviteSent")}
        </span>
      )}
    </>
  );
}

/** Who has the visitor, or whom the request is offered to; where it calls this operator, the button that takes it. */
function Whose({ row }: { row: VisitorRow }) {
  const queue = useQueueState(row.conversation);
  if (row.status !== "requesting") return row.operator;
  if (callsMe({ queue })) return <Accept row={row} />;
  return queue?.kind === "waits" ? <span className={styles.sub}>{t("queue.inQueue")}</span> : row.operator;
}

/**
 * Client IP, with the country, what marks the visitor and one's own remark before it, and the host name, if known, after it. A name says that the visitor
 * is known already, so that it stands in the place of "returning".
 */
function Client({ row }: { row: VisitorRow }) {
  const { country, countryGuessed = false, name, visits, remark, address, hostName } = row;
  return (
    <>
      {country !== undefined && <Flag country={country} guessed={countryGuessed} />}
      {(name !== undefined || visits > 1) && (
        <span className={styles.mark} title={t("list.visits", { count: visits })}>
          <Tag>
            <bdi>{name ?? t("list.returning")}</bdi>
          </Tag>
        </span>
      )}
      {remark !== undefined && (
        <span className={styles.remark} title={remark}>
          [<bdi>{remark}</bdi>]
        </span>
      )}
      <span className={styles.mono} title={address}>
        {address}
      </span>
      {hostName !== undefined && (
        <span className={cx(styles.mono, styles.sub, styles.host)} title={hostName}>
          ({hostName})
        </span>
      )}
    </>
  );
}

/** Not a stop of the Tab key: in the list, Enter and A do the same on the selected row. */
function Accept({ row }: { row: VisitorRow }) {
  return (
    <Button look="primary" size="small" tabIndex={-1} onClick={() => void act("accept", row)}>
      {t("list.accept")}
    </Button>
  );
}

/** A place whose row is on its way. */
function Skeleton({ index, style }: { index: number; style: { transform: string } }) {
  // Lengths that look like different rows and do not flicker when drawn again.
  const width = 35 + ((index * 37) % 45);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy="true"
      className={cx(styles.row, styles.skeleton)}
      style={style}
    >
      <div role="gridcell" className={styles.status}>
        <i style={{ inlineSize: "60%" }} />
      </div>
      <div role="gridcell" className={styles.visitor}>
        <i style={{ inlineSize: "70%" }} />
      </div>
      <div role="gridcell" className={styles.client}>
        <i style={{ inlineSize: "55%" }} />
      </div>
      <div role="gridcell" className={styles.location}>
        <i style={{ inlineSize: `${width}%` }} />
      </div>
    </div>
  );
}
