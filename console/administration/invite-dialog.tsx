import { useState } from "react";
import type { Ticket, TicketRequest } from "../../protocol/rest.ts";
import styles from "../settings/settings.module.css";
import { useFormFocus } from "../settings/use-form-focus.ts";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { post } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { OneTimeLink } from "./link.tsx";
import { isNowhere, ReachFields, WHOLE_SITE } from "./reach-fields.tsx";

const ROLES = ["operator", "supervisor", "administrator"] as const;

/** Makes a one-time link by which a colleague joins. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [reach, setReach] = useState(WHOLE_SITE);
  const [ticket, setTicket] = useState<Ticket>();
  const form = useSubmit(async () => {
    if (isNowhere(reach)) return;
    const role = ROLES.find((word) => word === reach.role) ?? "operator";
    const request: TicketRequest = { ...reach, role };
    setTicket(await post<Ticket>("/operators/tickets", request));
  });
  const [first, fields] = useFormFocus(form.attempts);
  return (
    <Dialog
      open
      focus={first}
      onClose={onClose}
      title={t("settings.inviteTitle")}
      description={t("settings.inviteText")}
    >
      {ticket === undefined ? (
        <form ref={fields} className={styles.form} onSubmit={form.onSubmit}>
          <ReachFields value={reach} onChange={setReach} roles={ROLES} />
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
