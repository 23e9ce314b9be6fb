import type { Ticket } from "../../protocol/rest.ts";
import styles from "../settings/settings.module.css";
import { t } from "../strings/t.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { Time } from "../ui/time.tsx";

/** A one-time link, to be copied and sent. */
export function OneTimeLink({ ticket }: { ticket: Ticket }) {
  return (
    <div className={styles.form}>
      <output className={styles.link}>{ticket.link}</output>
      <p className={styles.quiet}>
        {t("settings.linkUntil")} <Time at={ticket.expiresAt} />
      </p>
      <div>
        <CopyButton text={ticket.link} label={t("settings.copyLink")} />
      </div>
    </div>
  );
}
