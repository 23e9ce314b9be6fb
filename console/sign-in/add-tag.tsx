import { useEffect } from "react";
import { Link } from "wouter";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { hide, show, useList } from "../list/live-list.ts";
import { visitorName } from "../list/show.ts";
import { useSite } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { ScriptTag } from "../ui/script-tag.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import { Page } from "./page.tsx";
import styles from "./page.module.css";

/** The first site's tag, and the first visitor as soon as there is one. */
export function AddTag() {
  const site = useSite();
  const first = useList(({ rows }) => rows.byVisitor.get(rows.order[0] ?? 0));
  useEffect(() => {
    show(0, 1);
    return hide;
  }, []);
  return (
    <Page title={t("signIn.tagTitle")} text={t("signIn.tagText", { site: site?.name ?? "" })} wide>
      <div className={styles.tag}>{site !== undefined && <ScriptTag siteKey={site.key} />}</div>
      <div role="status" className={cx(styles.news, first !== undefined && styles.there)}>
        {first === undefined ? <Waiting /> : <There row={first} />}
      </div>
      <div className={styles.actions}>
        <a href="/demo/" target="_blank" rel="noreferrer" className={buttonClass()}>
          {t("signIn.demo")}
        </a>
        <Link href="/" replace className={buttonClass(first === undefined ? "plain" : "primary")}>
          {t(first === undefined ? "signIn.later" : "signIn.toList")}
        </Link>
      </div>
    </Page>
  );
}

function Waiting() {
  return (
    <>
      <span className={styles.dot}>
        <StatusDot status="requesting" pulse />
      </span>
      <div>
        <h2>{t("signIn.waitingTitle")}</h2>
        <p>{t("signIn.waitingText")}</p>
      </div>
    </>
  );
}

function There({ row }: { row: VisitorRow }) {
  return (
    <>
      <span className={styles.dot}>
        <StatusDot status="online" pulse />
      </span>
      <div>
        <h2>{t("signIn.thereTitle")}</h2>
        <p>{t("signIn.thereText", { visitor: visitorName(row), page: row.title || row.url })}</p>
      </div>
    </>
  );
}
