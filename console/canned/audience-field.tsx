import { useMayAdminister, useMaySupervise } from "../settings/rights.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { SelectField } from "../ui/field.tsx";

/** For whom a canned message or URL is: oneself, all operators, or those of a department. */
export type Audience = { shared: boolean; department?: string };

export const OWN: Audience = { shared: false };

/** Chooses for whom; not there for operators who can only write their own. */
export function AudienceField({ value, onChange }: { value: Audience; onChange: (audience: Audience) => void }) {
  const administers = useMayAdminister();
  const supervises = useMaySupervise();
  const departments = useMe((state) => state.departments);
  if (!administers && (!supervises || departments.length === 0)) return null;
  return (
    <SelectField
      label={t("canned.audience")}
      hint={t("canned.shareHint")}
      value={value.shared ? (value.department ?? ALL) : ""}
      onChange={({ target }) => onChange(audienceOf(target.value))}
    >
      <option value="">{t("canned.forMe")}</option>
      {administers && <option value={ALL}>{t("canned.forAll")}</option>}
      {departments.map(({ id, name }) => (
        <option key={id} value={id}>
          {t("canned.forDepartment", { name })}
        </option>
      ))}
    </SelectField>
  );
}

/** No department's id is as short as this. */
const ALL = "*";

function audienceOf(choice: string): Audience {
  if (choice === "") return OWN;
  return choice === ALL ? { shared: true } : { shared: true, department: choice };
}
