import { Check } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LeftMessage } from "../../protocol/rest.ts";
import { put } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./left-messages.module.css";
import { LinkedText } from "./linked-text.tsx";
import { mailto } from "./mailto.ts";
import { openNotes } from "./notes.ts";

/** One left message: who, how to answer, what, and whether somebody has. */
export function LeftMessageCard({ message, siteName }: { message: LeftMessage; siteName: string }) {
  const { conversation, site, visitor, name, email, text, at, settledAt } = message;
  const settled = settledAt !== undefined;
  const client = useQueryClient();
  const [saving, setSaving] = useState(false);
  const settle = async () => {
    setSaving(true);
    try {
      await put(`/left-messages/${encodeURIComponent(conversation)}`, { settled: !settled });
      await client.invalidateQueries({ queryKey: ["left-messages"] });
    } catch {
      toast(t("shell.failed"), "problem");
    } finally {
      setSaving(false);
    }
  };
  return (
    <li className={cx(styles.card, settled && styles.settled)}>
      <div className={styles.from}>
        <b className={styles.name}>
          <bdi>{name}</bdi>
        </b>
        <a href={mailto(email, t("chat.leftSubject", { site: siteName }), text)}>
          <bdi>{email}</bdi>
        </a>
        <button
          type="button"
          className={styles.number}
          onClick={() => openNotes(site, visitor)}
          title={t("chat.notes")}
        >
          #{visitor}
        </button>
        <span className={styles.when}>
          <Time at={at} />
        </span>
      </div>
      <p className={styles.text} dir="auto">
        <LinkedText text={text} />
      </p>
      <div className={styles.foot}>
        {settled && (
          <span className={styles.answered}>
            <Check size={13} aria-hidden="true" /> {t("chat.leftSettled")} · <Time at={settledAt} />
          </span>
        )}
        <Button
          size="small"
          look={settled ? "quiet" : "plain"}
          aria-disabled={saving}
          onClick={() => !saving && void settle()}
        >
          {settled ? t("chat.leftReopen") : t("chat.leftOpen")}
        </Button>
      </div>
    </li>
  );
}
