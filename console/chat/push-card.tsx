import { Check, CircleX, ExternalLink, File, Image as ImageIcon, MonitorUp, TriangleAlert } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { PushAs, PushResult } from "../../protocol/message.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { Speaker } from "./bubble.tsx";
import { linkOf } from "./links.ts";
import styles from "./push-card.module.css";
import { type Outcome, pushTitle } from "./pushes.ts";
import { clockTime } from "./when.ts";

/** A pushed page, image or file, and what became of it at the visitor's. */
export const PushCard = memo(function PushCard({
  url,
  as,
  outcome,
  site,
  pageTitle,
  visitorName,
  speaker,
}: {
  url: string;
  as: PushAs;
  outcome: Outcome | undefined;
  site: string | undefined;
  /** What the page calls itself, where that is known. */
  pageTitle: string | undefined;
  visitorName: string;
  speaker: string;
}) {
  const href = linkOf(url);
  const address = pushTitle(url, site);
  const title = pageTitle ?? address;
  return (
    <div className={styles.card}>
      <Speaker name={speaker} />
      <span className={styles.icon} aria-hidden="true">
        {icons[as]}
      </span>
      <div className={styles.words}>
        <a className={styles.title} href={href} title={url} target="_blank" rel="noopener noreferrer">
          <bdi>{as === "image" ? t("chat.pushImage", { title }) : title}</bdi>
        </a>
        {pageTitle !== undefined && <bdi className={styles.address}>{address}</bdi>}
        <Report outcome={outcome} visitorName={visitorName} />
      </div>
      {as === "image" && href !== undefined && (
        <img
          className={styles.picture}
          src={href}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          // The title says where it is; an empty frame would say nothing.
          onError={({ currentTarget }) => (currentTarget.hidden = true)}
        />
      )}
    </div>
  );
});

const icons: { readonly [as in PushAs]: ReactNode } = {
  page: <MonitorUp />,
  image: <ImageIcon />,
  file: <File />,
  site: <ExternalLink />,
};

function Report({ outcome, visitorName: name }: { outcome: Outcome | undefined; visitorName: string }) {
  if (outcome === undefined) return <span className={styles.report}>{t("chat.pushed", { name })}</span>;
  const { mark, key } = reports[outcome.result];
  return (
    <span className={cx(styles.report, styles[outcome.result])}>
      {mark}
      {t(key, { name, time: clockTime(outcome.at) })}
    </span>
  );
}

const reports = {
  loaded: { mark: <Check />, key: "chat.loadedIn" },
  opened: { mark: <Check />, key: "chat.openedBy" },
  refused: { mark: <CircleX />, key: "chat.refusedBy" },
  failed: { mark: <TriangleAlert />, key: "chat.failedIn" },
} as const satisfies { readonly [result in PushResult]: unknown };
