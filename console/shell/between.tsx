import { Bell, CloudOff, Signpost } from "lucide-react";
import { Link } from "wouter";
import { boot } from "../state/session.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import styles from "./between.module.css";

/** Before it is known what to show. */
export function Starting() {
  return (
    <div className={styles.starting} role="status" aria-label={t("shell.loading")}>
      <Bell aria-hidden="true" />
    </div>
  );
}

/** The server did not answer the first question. */
export function Unreachable() {
  return (
    <main className={styles.page}>
      <EmptyState heading="h1" icon={<CloudOff />} title={t("shell.failed")}>
        <p>{t("shell.refused-unreachable")}</p>
        <Button look="primary" onClick={() => void boot()}>
          {t("shell.tryAgain")}
        </Button>
      </EmptyState>
    </main>
  );
}

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <div className={styles.page}>
      <EmptyState heading="h1" icon={<Signpost />} title={t("shell.notFound")}>
        <Link href="/">{t("shell.toVisitors")}</Link>
      </EmptyState>
    </div>
  );
}
