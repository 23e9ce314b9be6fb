import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { formatNumber } from "../strings/translation.ts";
import { Button } from "../ui/button.tsx";
import { isKnownHere } from "../chat/takes.ts";
import { cx } from "../ui/cx.ts";
import { formatFullTime } from "../ui/format.ts";
import { StatusDot } from "../ui/status-dot.tsx";
import { Tag } from "../ui/tag.tsx";
import { Elapsed } from "../ui/time.tsx";
import { campaignText } from "./campaign.ts";
import type { ColumnId } from "./columns.ts";
import { countryName, Flag } from "./flag.tsx";
import styles from "./list.module.css";
import { callsMe, useQueueing, useQueueState } from "../queue/queue.ts";
import { cameFromHost, languageName, pathOf } from "./show.ts";
import { act } from "./visitor-actions.ts";

/** What a row shows in a column. */
export function Cell({ column, row }: { column: ColumnId; row: VisitorRow }) {
  const language = usePreferences((preferences) => preferences.language);
  switch (column) {
    case "status":
      return (
        <div role="gridcell" className={styles.status}>
          <Status row={row} />
        </div>
      );
    case "visitor":
      return (
        <div role="gridcell" className={cx(styles.visitor, styles.mono)}>
          {row.visitor}
        </div>
      );
    case "client":
      return (
        <div role="gridcell" className={styles.client}>
          <Client row={row} />
        </div>
      );
    case "location":
      return (
        <div role="gridcell" className={styles.location} title={row.url}>
          <bdi className={styles.title}>{row.title || pathOf(row.url)}</bdi>
          {row.title !== "" && <bdi className={styles.sub}>{pathOf(row.url)}</bdi>}
        </div>
      );
    case "online":
      return (
        <Figure title={t("list.arrived", { time: formatFullTime(language, row.arrivedAt) })}>
          <Elapsed since={row.arrivedAt} />
        </Figure>
      );
    case "pages":
      return <Figure title={t("list.tabs", { count: row.tabs })}>{formatNumber(language, row.pages)}</Figure>;
    case "visits":
      return <Figure title={t("list.visits", { count: row.visits })}>{formatNumber(language, row.visits)}</Figure>;
    case "cameFrom":
      return <Words title={row.cameFrom || undefined}>{cameFromHost(row.cameFrom) ?? t("list.direct")}</Words>;
    case "country": {
      const name = row.country === undefined ? undefined : countryName(language, row.country);
      const guessed = row.countryGuessed === true && name !== undefined;
      return (
        <Words title={guessed ? t("list.countryGuessed", { country: name }) : name}>
          {guessed ? `${name} ?` : name}
        </Words>
      );
    }
    case "language":
      return <Words title={row.language}>{languageName(language, row.language)}</Words>;
    case "campaign":
      return <Words title={row.campaign?.replaceAll("&", ", ")}>{campaignText(row.campaign)}</Words>;
    case "browser":
    case "device":
      return <Words title={row[column]}>{row[column]}</Words>;
    case "operator":
      return (
        <div role="gridcell" className={styles.operator} title={row.operator}>
          <Whose row={row} />
        </div>
      );
  }
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="gridcell" className={styles.number} title={title}>
      {children}
    </div>
  );
}

function Words({ title, children }: { title: string | undefined; children: ReactNode }) {
  return (
    <div role="gridcell" className={styles.second} title={title}>
      {children}
    </div>
  );
}

function Status({ row }: { row: VisitorRow }) {
  const { status, requestedAt, invitation, operator } = row;
  /** Without "Assigned to" the status says who chats, and holds the button. */
  const isAlone = !useQueueing();
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
      {isAlone && status !== "invited" && (
        <span className={cx(styles.sub, styles.whose)} title={operator}>
          <Whose row={row} />
        </span>
      )}
    </>
  );
}

/** Who has the visitor, or whom the request is offered to; where it calls this operator, the button that takes it. */
function Whose({ row }: { row: VisitorRow }) {
  const queue = useQueueState(row.conversation);
  if (row.status !== "requesting") return row.operator;
  // The list shows every visitor of the site, a request only to those whose department it is of.
  if (!isKnownHere(row.conversation ?? "")) return null;
  if (callsMe({ queue })) return <Accept row={row} />;
  if (queue?.kind !== "waits") return row.operator;
  return (
    <span className={styles.sub} title={t("queue.inQueue")}>
      {t("queue.inQueue")}
    </span>
  );
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
          <Tag>{name === undefined ? <Returning visits={visits} /> : <bdi>{name}</bdi>}</Tag>
        </span>
      )}
      {remark !== undefined && (
        <span className={styles.remark} style={{ minInlineSize: beginning(remark) }} title={remark}>
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

/** Room for a remark's first words, which are what tells one visitor from the other; for all of a short one. */
function beginning(remark: string): string {
  return `min(60px, ${(remark.length + 2) * 0.5}em)`;
}

/** In words where the column has room for them, else by how often. */
function Returning({ visits }: { visits: number }) {
  const language = usePreferences((preferences) => preferences.language);
  return (
    <span className={styles.returning}>
      <span className={styles.often} aria-hidden="true">
        <RotateCcw /> {formatNumber(language, visits)}
      </span>
      <span className={styles.inWords}>{t("list.returning")}</span>
    </span>
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
