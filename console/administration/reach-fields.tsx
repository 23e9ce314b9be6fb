import type { OperatorRequest, Role } from "../../protocol/rest.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { SelectField } from "../ui/field.tsx";
import styles from "./administration.module.css";
import { AllOrSome, CheckList } from "./check-list.tsx";

export type Reach = Omit<OperatorRequest, "name">;

export const WHOLE_SITE: Reach = { role: "operator", sites: "all", departments: [] };

/** No site is ticked, and the role does not reach all of them by itself. */
export function isNowhere({ role, sites }: Reach): boolean {
  return !seesAllSites(role) && sites.length === 0;
}

function seesAllSites(role: Role): boolean {
  return role === "owner" || role === "administrator";
}

/** What an operator may see and do: the role, the sites, the departments. */
export function ReachFields({
  value,
  onChange,
  roles,
  locked,
}: {
  value: Reach;
  onChange: (value: Reach) => void;
  /** Those that one may give. */
  roles: readonly Role[];
  /** Why the role cannot be changed. */
  locked?: string | undefined;
}) {
  const sites = useMe((me) => me.sites);
  const departments = useMe((me) => me.departments);
  const { role } = value;
  const seesAll = seesAllSites(role);
  return (
    <>
      <SelectField
        label={t("settings.role")}
        hint={locked ?? t(role === "owner" ? "administration.everything" : `settings.${role}Text`)}
        value={role}
        disabled={locked !== undefined}
        onChange={({ target }) => onChange({ ...value, role: roles.find((word) => word === target.value) ?? role })}
      >
        {roles.map((word) => (
          <option key={word} value={word}>
            {t(`settings.${word}`)}
          </option>
        ))}
      </SelectField>
      {seesAll && role !== "owner" && <p className={styles.quiet}>{t("administration.everything")}</p>}
      {!seesAll && (
        <AllOrSome
          label={t("administration.sites")}
          words={{ all: t("administration.allSites"), some: t("administration.onlySites") }}
          options={sites}
          value={value.sites}
          onChange={(next) => onChange({ ...value, sites: next })}
        />
      )}
      {!seesAll && (
        <CheckList
          label={t("administration.departments")}
          hint={t(hintFor(role, departments.length))}
          options={departments}
          chosen={value.departments}
          onChange={(next) => onChange({ ...value, departments: next })}
        />
      )}
    </>
  );
}

function hintFor(role: Role, departments: number) {
  if (departments === 0) return "administration.noDepartments";
  return role === "supervisor" ? "administration.everyDepartment" : "administration.departmentsHint";
}
