import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { OperatorEntry } from "../../protocol/rest.ts";
import { get } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import { Time } from "../ui/time.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { Remote } from "./remote.tsx";
import { useMayAdminister } from "./rights.ts";
import { Section } from "./section.tsx";
import styles from "./settings.module.css";

/** The operators, and links for new ones. */
export function OperatorSettings() {
  // Somebody who joins appears among the colleagues at once; the list is asked for again then.
  const everybody = useMe(({ colleagues }) => colleagues.map(({ id }) => id).join());
  const query = useQuery({ queryKey: ["operators", everybody], queryFn: () => get<OperatorEntry[]>("/operators") });
  const mayInvite = useMayAdminister();
  const [inviting, setInviting] = useState(false);
  return (
    <Section
      title={t("settings.operators")}
      text={t("settings.operatorsText")}
      action={
        mayInvite && (
          <Button onClick={() => setInviting(true)}>
            <UserPlus size={14} />
            {t("settings.invite")}
          </Button>
        )
      }
    >
      <Remote query={query}>{(operators) => <Operators operators={operators} />}</Remote>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Section>
  );
}

function Operators({ operators }: { operators: readonly OperatorEntry[] }) {
  const colleagues = useMe((me) => me.colleagues);
  const own = useMe(({ me }) => me?.id);
  const statusOf = (id: string) => colleagues.find((colleague) => colleague.id === id)?.status ?? "offline";
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("signIn.login")}</th>
          <th scope="col">{t("signIn.name")}</th>
          <th scope="col">{t("settings.role")}</th>
          <th scope="col">{t("list.status")}</th>
          <th scope="col">{t("settings.since")}</th>
        </tr>
      </thead>
      <tbody>
        {operators.map(({ id, login, name, role, createdAt }) => (
          <tr key={id}>
            <td>{login}</td>
            <td>
              {name} {id === own && <span className={styles.quiet}>{t("settings.you")}</span>}
            </td>
            <td>{t(`settings.${role}`)}</td>
            <td>
              <span className={styles.status}>
                <StatusDot status={statusOf(id)} />
                {t(`settings.status-${statusOf(id)}`)}
              </span>
            </td>
            <td className={styles.quiet}>
              <Time at={createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
