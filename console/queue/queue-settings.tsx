import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Department, QueueRule } from "../../protocol/rest.ts";
import { Remote } from "../settings/remote.tsx";
import { useMayAdminister } from "../settings/rights.ts";
import { Section } from "../settings/section.tsx";
import pageStyles from "../settings/settings.module.css";
import { get } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { QueueDialog } from "./queue-dialog.tsx";
import styles from "./queue-settings.module.css";

/** Queueing: one rule for each department, and one for requests that are of none. */
export function QueueSettings() {
  const query = useQuery({
    queryKey: ["queueing"],
    queryFn: async () => {
      const [rule, departments] = await Promise.all([get<QueueRule>("/queue"), get<Department[]>("/departments")]);
      return { rule, departments };
    },
  });
  const queries = useQueryClient();
  const mayChange = useMayAdminister();
  /** Whose window is open. */
  const [open, setOpen] = useState<{ department?: Department; rule: QueueRule }>();
  const close = (changed: boolean) => {
    setOpen(undefined);
    if (changed) void queries.invalidateQueries({ queryKey: ["queueing"] });
  };
  return (
    <Section title={t("queue.queueing")} text={t("queue.queueingText")}>
      <Remote query={query}>
        {({ rule, departments }) => (
          <ul className={pageStyles.cards}>
            <RuleCard
              name={t(departments.length === 0 ? "queue.allRequests" : "queue.noDepartment")}
              rule={rule}
              onEdit={mayChange ? () => setOpen({ rule }) : undefined}
            />
            {departments.map((department) => (
              <RuleCard
                key={department.id}
                name={department.name}
                rule={department.queue}
                onEdit={mayChange ? () => setOpen({ department, rule: department.queue }) : undefined}
              />
            ))}
          </ul>
        )}
      </Remote>
      {!mayChange && <p className={cx(styles.quiet, styles.note)}>{t("queue.onlyAdministrators")}</p>}
      {open !== undefined && <QueueDialog {...open} onClose={close} />}
    </Section>
  );
}

function RuleCard({ name, rule, onEdit }: { name: string; rule: QueueRule; onEdit: (() => void) | undefined }) {
  return (
    <li className={pageStyles.card}>
      <div className={cx(pageStyles.cardHead, styles.head)}>
        <div>
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <p className={styles.quiet}>{summaryOf(rule)}</p>
        </div>
        {onEdit !== undefined && (
          <IconButton label={t("queue.edit", { name })} onClick={onEdit}>
            <Pencil />
          </IconButton>
        )}
      </div>
    </li>
  );
}

function summaryOf({ rule, mostChats, answerMs }: QueueRule): string {
  const words = `${t("queue.rule")} ${t(`queue.rule-${rule}`)}`;
  if (rule === "off") return words;
  const limit = t("queue.limit", { count: mostChats });
  return `${words} · ${limit} · ${t("queue.time", { count: Math.round(answerMs / 1000) })}`;
}
