import { on } from "../state/connection.ts";
import { t } from "../strings/t.ts";
import { toast } from "../ui/toast.tsx";
import { useList } from "./live-list.ts";
import { visitorName } from "./show.ts";

/** Tells what becomes of this operator's invitations, until the returned function is called. `shown` stands quietly in the row. */
export function tellInvitationNews(): () => void {
  return on("invitation", ({ visitor, outcome }) => {
    const name = visitorName(useList.getState().rows.byVisitor.get(visitor) ?? { visitor });
    if (outcome === "accepted") toast(t("list.accepted", { visitor: name }));
    if (outcome === "declined") toast(t("list.declined", { visitor: name }));
    if (outcome === "expired") toast(t("list.expired", { visitor: name }));
    if (outcome === "gone") toast(t("list.gone", { visitor: name }));
  });
}
