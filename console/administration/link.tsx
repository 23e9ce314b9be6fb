import { useEffect, useRef } from "react";
import type { Ticket } from "../../protocol/rest.ts";
import styles from "../settings/settings.module.css";
import { t } from "../strings/t.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { Time } from "../ui/time.tsx";

/** A one-time link, to be copied and sent. The button that made it is gone: the focus goes on to the one that copies it. */
export function OneTimeLink({ ticket }: { ticket: Ticket }) {
  const copy = useRef<HTMLDivElement>(null);
  useEffect(() => copy.current?.querySelector("button")?.focus(), []);
  return (
    <div className={styles.form}>
      <output className={styles.link}>{ticket.link}</output>
      <p className={styles.quiet}>
        {t("settings.linkUntil")} <Time at={ticket.expiresAt} />
      </p>
      <div ref={copy}>
        <CopyButton text={ticket.link} label={t("settings.copyLink")} />
      </div>
    </div>
  );
}
