import { useState } from "react";
import type { OperatorEntry, Ticket } from "../../protocol/rest.ts";
import styles from "../settings/settings.module.css";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { post } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { OneTimeLink } from "./link.tsx";

/** Makes a one-time link by which an operator chooses a new password. */
export function ResetDialog({ operator, onClose }: { operator: OperatorEntry; onClose: () => void }) {
  const { id, name } = operator;
  const [ticket, setTicket] = useState<Ticket>();
  const form = useSubmit(async () => setTicket(await post<Ticket>(`/operators/${id}/reset`)));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("administration.newPasswordTitle", { name })}
      description={t("administration.newPasswordText", { name })}
    >
      {ticket === undefined ? (
        <form className={styles.form} onSubmit={form.onSubmit}>
          <Problem sentence={form.problem} />
          <div>
            <Button submit look="primary" disabled={form.busy}>
              {t("settings.makeLink")}
            </Button>
          </div>
        </form>
      ) : (
        <OneTimeLink ticket={ticket} />
      )}
    </Dialog>
  );
}
