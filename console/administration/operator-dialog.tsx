import { useState } from "react";
import type { OperatorEntry, OperatorRequest, Role } from "../../protocol/rest.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { patch } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { toast } from "../ui/toast.tsx";
import { isNowhere, type Reach, ReachFields } from "./reach-fields.tsx";

const ROLES: readonly Role[] = ["operator", "supervisor", "administrator"];

/** Changes an operator's screen name, role, sites and departments. */
export function OperatorDialog({
  operator,
  isLastOwner,
  onClose,
}: {
  operator: OperatorEntry;
  isLastOwner: boolean;
  onClose: () => void;
}) {
  const me = useMe((state) => state.me);
  const [name, setName] = useState(operator.name);
  const [reach, setReach] = useState<Reach>(operator);
  const form = useSubmit(async () => {
    if (name.trim() === "" || isNowhere(reach)) return;
    const { role, sites, departments } = reach;
    const request: OperatorRequest = { name: name.trim(), role, sites, departments };
    await patch(`/operators/${operator.id}`, request);
    toast(t("administration.changed", { name: name.trim() }));
    onClose();
  });
  const isOwnRole = operator.id === me?.id && operator.role !== "owner";
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t("administration.changeTitle", { name: operator.name })}
      submit={t("settings.save")}
    >
      <TextField
        label={t("signIn.name")}
        value={name}
        onChange={({ target }) => setName(target.value)}
        maxLength={120}
        autoComplete="off"
        error={name.trim() === "" ? t("signIn.missing") : undefined}
      />
      <ReachFields
        value={reach}
        onChange={setReach}
        roles={me?.role === "owner" ? [...ROLES, "owner"] : ROLES}
        locked={isLastOwner ? t("administration.lastOwner") : isOwnRole ? t("administration.ownRole") : undefined}
      />
    </FormDialog>
  );
}
