import { useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { OperatorEntry } from "../../protocol/rest.ts";
import { Remote } from "../settings/remote.tsx";
import { useMayAdminister } from "../settings/rights.ts";
import { Section } from "../settings/section.tsx";
import { get, put } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { OperatorDialog } from "./operator-dialog.tsx";
import { type OperatorAction, OperatorTable } from "./operator-table.tsx";
import { ResetDialog } from "./reset-dialog.tsx";

/** The operators: what each may see and do, and links for new ones. */
export function OperatorSettings() {
  // Somebody who joins, leaves or is renamed appears among the colleagues at once; the list is asked for again then.
  const everybody = useMe(({ colleagues }) => colleagues.map(({ id, name }) => id + name).join());
  const query = useQuery({ queryKey: ["operators", everybody], queryFn: () => get<OperatorEntry[]>("/operators") });
  const queries = useQueryClient();
  const mayChange = useMayAdminister();
  const [inviting, setInviting] = useState(false);
  const [open, setOpen] = useState<{ action: OperatorAction; operator: OperatorEntry }>();
  const reload = () => void queries.invalidateQueries({ queryKey: ["operators"] });
  const close = () => {
    setOpen(undefined);
    reload();
  };
  const suspend = async ({ id, name }: OperatorEntry, suspended: boolean) => {
    await put(`/operators/${id}/suspended`, { suspended });
    toast(t(suspended ? "administration.wasSuspended" : "administration.takenBack", { name }));
    reload();
  };
  const owners = query.data?.filter(({ role, suspendedAt }) => role === "owner" && suspendedAt === undefined) ?? [];
  const isLastOwner = ({ id }: OperatorEntry) => owners.length === 1 && owners[0]?.id === id;
  return (
    <Section
      title={t("settings.operators")}
      text={t("settings.operatorsText")}
      action={
        mayChange && (
          <Button onClick={() => setInviting(true)}>
            <UserPlus size={14} />
            {t("settings.invite")}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(operators) => (
          <OperatorTable
            operators={operators}
            onAction={(action, operator) =>
              action === "take-back" ? void suspend(operator, false) : setOpen({ action, operator })
            }
          />
        )}
      </Remote>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {open?.action === "change" && (
        <OperatorDialog operator={open.operator} isLastOwner={isLastOwner(open.operator)} onClose={close} />
      )}
      {open?.action === "reset" && <ResetDialog operator={open.operator} onClose={close} />}
      {open?.action === "suspend" && (
        <ConfirmDialog
          title={t("administration.suspendTitle", { name: open.operator.name })}
          text={t("administration.suspendText", { name: open.operator.name })}
          yes={t("administration.suspendNow")}
          act={() => suspend(open.operator, true)}
          onClose={close}
        />
      )}
    </Section>
  );
}
