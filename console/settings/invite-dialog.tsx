import { useState } from "react";
import type { Ticket, TicketRequest } from "../../protocol/rest.ts";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { post } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField } from "../ui/field.tsx";
import { Time } from "../ui/time.tsx";
import styles from "./settings.module.css";

type Role = TicketRequest["role"];
const ROLES: readonly Role[] = ["operator", "supervisor", "administrator"];

/** Makes a one-time link by which a colleague joins. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [role, setRole] = useState<Role>("operator");
  const [ticket, setTicket] = useState<Ticket>();
  const form = useSubmit(async () => {
    const request: TicketRequest = { role };
    setTicket(await post<Ticket>("/operators/tickets", request));
  });
  return (
    <Dialog open onClose={onClose} title={t("settings.inviteTitle")} description={t("settings.inviteText")}>
      {ticket === undefined ? (
        <form className={styles.form} onSubmit={form.onSubmit}>
          <SelectField
            label={t("settings.role")}
            hint={t(`settings.${role}Text`)}
            value={role}
            onChange={({ target }) => setRole(ROLES.find((word) => word === target.value) ?? "operator")}
          >
            {ROLES.map((word) => (
              <option key={word} value={word}>
                {t(`settings.${word}`)}
              </option>
            ))}
          </SelectField>
          <Problem sentence={form.problem} />
          <div>
            <Button submit look="primary" disabled={form.busy}>
              {t("settings.makeLink")}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.form}>
          <output className={styles.link}>{ticket.link}</output>
          <p className={styles.quiet}>
            {t("settings.linkUntil")} <Time at={ticket.expiresAt} />
          </p>
          <div>
            <CopyButton text={ticket.link} label={t("settings.copyLink")} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
