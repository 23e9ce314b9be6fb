import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus, Trash2, Waypoints } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Department } from "../../protocol/rest.ts";
import { Remote } from "../settings/remote.tsx";
import { useMayAdminister } from "../settings/rights.ts";
import { Section } from "../settings/section.tsx";
import pageStyles from "../settings/settings.module.css";
import { del, get } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import styles from "./administration.module.css";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { DepartmentDialog } from "./department-dialog.tsx";
import { hoursInWords } from "./hours.ts";

/** The departments: for which sites, with whom, at which hours. */
export function DepartmentSettings() {
  // Whoever changes them, everybody is told; the list is asked for again then.
  const known = useMe(({ departments }) => JSON.stringify(departments));
  const query = useQuery({ queryKey: ["departments", known], queryFn: () => get<Department[]>("/departments") });
  const queries = useQueryClient();
  const mayChange = useMayAdminister();
  const [open, setOpen] = useState<Department | "new">();
  const [removing, setRemoving] = useState<Department>();
  const close = () => {
    setOpen(undefined);
    setRemoving(undefined);
    void queries.invalidateQueries({ queryKey: ["departments"] });
    void queries.invalidateQueries({ queryKey: ["queueing"] });
  };
  return (
    <Section
      title={t("administration.departments")}
      text={t("administration.departmentsText")}
      action={
        mayChange && (
          <Button onClick={() => setOpen("new")}>
            <Plus size={14} />
            {t("administration.addDepartment")}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(departments) =>
          departments.length === 0 ? (
            <EmptyState icon={<Waypoints />} title={t("administration.noDepartmentYet")}>
              <p>{t("administration.noDepartmentYetText")}</p>
            </EmptyState>
          ) : (
            <ul className={pageStyles.cards}>
              {departments.map((department) => (
                <li key={department.id} className={pageStyles.card}>
                  <Card department={department}>
                    {mayChange && (
                      <div className={styles.row}>
                        <IconButton
                          label={t("administration.editDepartment", { name: department.name })}
                          onClick={() => setOpen(department)}
                        >
                          <Pencil />
                        </IconButton>
                        <IconButton
                          label={t("administration.removeDepartment", { name: department.name })}
                          onClick={() => setRemoving(department)}
                        >
                          <Trash2 />
                        </IconButton>
                      </div>
                    )}
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Remote>
      {open !== undefined && <DepartmentDialog department={open === "new" ? undefined : open} onClose={close} />}
      {removing !== undefined && (
        <ConfirmDialog
          title={t("administration.removeTitle", { name: removing.name })}
          text={t("administration.removeText")}
          yes={t("administration.remove")}
          act={() => del(`/departments/${removing.id}`)}
          onClose={close}
        />
      )}
    </Section>
  );
}

function Card({ department: { id, name, sites, hours }, children }: { department: Department; children: ReactNode }) {
  const language = usePreferences((preferences) => preferences.language);
  const known = useMe((me) => me.sites);
  const colleagues = useMe((me) => me.colleagues);
  const members = colleagues.filter(({ departments }) => departments?.includes(id)).map((one) => one.name);
  const where =
    sites === "all"
      ? t("administration.allSites")
      : known
          .filter((site) => sites.includes(site.id))
          .map((site) => site.name)
          .join(", ") || t("administration.noSites");
  const when =
    hours === undefined
      ? t("administration.always")
      : `${hoursInWords(hours, language) || t("administration.closed")} (${hours.timeZone})`;
  return (
    <div className={pageStyles.cardHead}>
      <div>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <div className={styles.facts}>
          <span>{where}</span>
          <span>{when}</span>
          <span>{members.length === 0 ? t("administration.nobody") : members.join(", ")}</span>
        </div>
      </div>
      {children}
    </div>
  );
}
