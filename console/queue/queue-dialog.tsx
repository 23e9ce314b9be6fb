import { useState } from "react";
import type { Department, DepartmentRequest, QueueRule } from "../../protocol/rest.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { patch, put } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { toast } from "../ui/toast.tsx";
import { draftOf, QueueFields, ruleOf } from "./queue-fields.tsx";

/** Changes how a department's requests are handed out, or those of none. */
export function QueueDialog({
  department,
  rule,
  onClose,
}: {
  department?: Department;
  rule: QueueRule;
  onClose: (changed: boolean) => void;
}) {
  const [draft, setDraft] = useState(() => draftOf(rule));
  const form = useSubmit(async () => {
    const queue = ruleOf(draft);
    if (queue === undefined) return;
    if (department === undefined) await put("/queue", queue);
    else {
      const { id, ...rest } = department;
      await patch(`/departments/${id}`, { ...rest, queue } satisfies DepartmentRequest);
    }
    toast(t("queue.saved"));
    onClose(true);
  });
  return (
    <FormDialog
      form={form}
      onClose={() => onClose(false)}
      title={t("queue.edit", { name: department?.name ?? t("queue.noDepartment") })}
      submit={t("queue.save")}
    >
      <QueueFields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}
