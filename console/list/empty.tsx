import { SearchX, Users } from "lucide-react";
import { useSite } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ScriptTag } from "../ui/script-tag.tsx";
import styles from "./list.module.css";
import { clearFilter, useList } from "./live-list.ts";

/** Why there are no rows: nobody is there, or nobody matches. */
export function ListEmpty() {
  const counts = useList((list) => list.counts);
  const site = useSite();
  const all = counts === undefined ? 0 : counts.online + counts.invited + counts.requesting + counts.chatting;
  return (
    <div className={styles.empty}>
      {all > 0 ? (
        <EmptyState icon={<SearchX />} title={t("list.noMatchTitle")}>
          <p>{t("list.noMatchText", { count: all })}</p>
          <Button onClick={clearFilter}>{t("list.clear")}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={<Users />} title={t("list.noneTitle")}>
          <p>{t("list.noneText", { site: site?.name ?? "" })}</p>
          {site !== undefined && <ScriptTag siteKey={site.key} />}
          <a href="/demo/" target="_blank" rel="noreferrer">
            {t("list.demo")}
          </a>
        </EmptyState>
      )}
    </div>
  );
}
