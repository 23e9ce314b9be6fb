import { useState } from "react";
import type { Department, DepartmentRequest } from "../../protocol/rest.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { patch, post } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { AllOrSome } from "./check-list.tsx";
import { HoursField } from "./hours-field.tsx";
import { isTimeZone, wrongDay } from "./hours.ts";

/** What a new department begins with; how its requests are handed out is set under Queueing. */
const QUEUE_OFF = { rule: "off", mostChats: 4, answerMs: 30_000 } as const;

/** Adds a department, or changes one. */
export function DepartmentDialog({ department, onClose }: { department: Department | undefined; onClose: () => void }) {
  const known = useMe((me) => me.sites);
  const [name, setName] = useState(department?.name ?? "");
  const [sites, setSites] = useState<string[] | "all">(department?.sites ?? "all");
  const [hours, setHours] = useState(department?.hours);
  const [tried, setTried] = useState(false);
  const isRight = hours === undefined || (isTimeZone(hours.timeZone) && wrongDay(hours) === undefined);
  const form = useSubmit(async () => {
    setTried(true);
    if (name.trim() === "" || sites.length === 0 || !isRight) return;
    const queue = department?.queue ?? QUEUE_OFF;
    const request: DepartmentRequest = { name: name.trim(), sites, queue, ...(hours !== undefined && { hours }) };
    await (department === undefined ? post("/departments", request) : patch(`/departments/${department.id}`, request));
    onClose();
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={
        department === undefined
          ? t("administration.addDepartment")
          : t("administration.editDepartment", { name: department.name })
      }
      submit={t(department === undefined ? "settings.add" : "settings.save")}
    >
      <TextField
        label={t("administration.departmentName")}
        value={name}
        onChange={({ target }) => setName(target.value)}
        maxLength={120}
        autoComplete="off"
        error={tried && name.trim() === "" ? t("signIn.missing") : undefined}
      />
      <AllOrSome
        label={t("administration.sites")}
        words={{ all: t("administration.allSites"), some: t("administration.onlySites") }}
        options={known}
        value={sites}
        onChange={setSites}
      />
      <HoursField value={hours} onChange={setHours} />
    </FormDialog>
  );
}
