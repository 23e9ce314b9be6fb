import { useId, useState } from "react";
import type { Department, DepartmentRequest, QueueRule } from "../../protocol/rest.ts";
import pageStyles from "../settings/settings.module.css";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { patch, put } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
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
  const formId = useId();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const form = useSubmit(async () => {
    const queue = ruleOf(draft);
    if (department === undefined) await put("/queue", queue);
    else {
      const { id, ...rest } = department;
      await patch(`/departments/${id}`, { ...rest, queue } satisfies DepartmentRequest);
    }
    toast(t("queue.saved"));
    onClose(true);
  });
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={t("queue.edit", { name: department?.name ?? t("queue.noDepartment") })}
      footer={
        <>
          <Button look="quiet" onClick={() => onClose(false)}>
            {t("shell.cancel")}
          </Button>
          <Button submit look="primary" form={formId} disabled={form.busy}>
            {t("queue.save")}
          </Button>
        </>
      }
    >
      <form id={formId} className={pageStyles.form} onSubmit={form.onSubmit}>
        <QueueFields draft={draft} onChange={setDraft} />
        <Problem sentence={form.problem} />
      </form>
    </Dialog>
  );
}
