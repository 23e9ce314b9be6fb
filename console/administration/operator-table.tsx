import { KeyRound, MoreHorizontal, Pencil, UserCheck, UserX } from "lucide-react";
import type { OperatorEntry } from "../../protocol/rest.ts";
import { useMayAdminister } from "../settings/rights.ts";
import pageStyles from "../settings/settings.module.css";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import styles from "./administration.module.css";

export type OperatorAction = "change" | "reset" | "suspend" | "take-back";

/** Everybody with an account, and what may be done with each. */
export function OperatorTable({
  operators,
  onAction,
}: {
  operators: readonly OperatorEntry[];
  onAction: (action: OperatorAction, operator: OperatorEntry) => void;
}) {
  const me = useMe((state) => state.me);
  const administers = useMayAdminister();
  const mayChange = ({ role }: OperatorEntry) => administers && (role !== "owner" || me?.role === "owner");
  return (
    <div className={styles.scroll}>
      <table className={cx(pageStyles.table, styles.operators)}>
        <thead>
          <tr>
            <th scope="col">{t("signIn.login")}</th>
            <th scope="col">{t("signIn.name")}</th>
            <th scope="col">{t("settings.role")}</th>
            <th scope="col">{t("administration.reach")}</th>
            <th scope="col">{t("list.status")}</th>
            {administers && (
              <th scope="col">
                <span className="visually-hidden">{t("administration.change")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => (
            <tr key={operator.id} className={cx(operator.suspendedAt !== undefined && styles.gone)}>
              <td className={styles.login}>{operator.login}</td>
              <td className={styles.name}>
                <bdi>{operator.name}</bdi>{" "}
                {operator.id === me?.id && <span className={pageStyles.quiet}>{t("settings.you")}</span>}
              </td>
              <td className={styles.role}>{t(`settings.${operator.role}`)}</td>
              <td className={cx(pageStyles.quiet, styles.reach)}>
                <ReachOf operator={operator} />
              </td>
              <td className={cx(styles.nowrap, styles.state)}>
                <StatusOf operator={operator} />
              </td>
              {administers && (
                <td className={styles.last}>
                  {mayChange(operator) && (
                    <Actions
                      operator={operator}
                      isOwn={operator.id === me?.id}
                      onAction={(action) => onAction(action, operator)}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReachOf({ operator: { role, sites, departments } }: { operator: OperatorEntry }) {
  const known = useMe((me) => me.sites);
  const ours = useMe((me) => me.departments);
  if (role === "owner" || role === "administrator") return t("administration.everything");
  const names = (ids: readonly string[], all: readonly { id: string; name: string }[]) =>
    all
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  const where = sites === "all" ? t("administration.allSites") : names(sites, known) || t("administration.noSites");
  return [where, names(departments, ours)].filter((part) => part !== "").join(" · ");
}

function StatusOf({ operator: { id, suspendedAt } }: { operator: OperatorEntry }) {
  const status = useMe((me) => me.colleagues.find((colleague) => colleague.id === id)?.status ?? "offline");
  return (
    <span className={pageStyles.status}>
      <StatusDot status={suspendedAt === undefined ? status : "offline"} />
      {suspendedAt === undefined ? t(`settings.status-${status}`) : t("administration.suspended")}
    </span>
  );
}

function Actions({
  operator: { name, suspendedAt },
  isOwn,
  onAction,
}: {
  operator: OperatorEntry;
  isOwn: boolean;
  onAction: (action: OperatorAction) => void;
}) {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t("administration.actions", { name })}>
          <MoreHorizontal />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil />} label={t("administration.change")} onSelect={() => onAction("change")} />
      <MenuItem icon={<KeyRound />} label={t("administration.newPassword")} onSelect={() => onAction("reset")} />
      {suspendedAt === undefined ? (
        <MenuItem
          icon={<UserX />}
          label={t("administration.suspend")}
          danger
          disabled={isOwn}
          onSelect={() => onAction("suspend")}
        />
      ) : (
        <MenuItem icon={<UserCheck />} label={t("administration.takeBack")} onSelect={() => onAction("take-back")} />
      )}
    </Menu>
  );
}
