import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Ban as BanIcon } from "lucide-react";
import { useState } from "react";
import type { Ban } from "../../protocol/rest.ts";
import { Remote } from "../settings/remote.tsx";
import { Section } from "../settings/section.tsx";
import pageStyles from "../settings/settings.module.css";
import { del, get } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.tsx";
import { AddressBanDialog } from "./address-ban-dialog.tsx";
import styles from "./administration.module.css";

/** Who is kept out, and until when. */
export function BanSettings() {
  const query = useQuery({ queryKey: ["bans"], queryFn: () => get<Ban[]>("/bans") });
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const reload = () => void queries.invalidateQueries({ queryKey: ["bans"] });
  const close = () => {
    setAdding(false);
    reload();
  };
  const lift = ({ id }: Ban) =>
    del(`/bans/${id}`).then(
      () => toast(t("administration.lifted")),
      (problem: unknown) => toast(refusalSentence(problem), "problem"),
    );
  return (
    <Section
      title={t("administration.bans")}
      text={t("administration.bansText")}
      action={
        <Button onClick={() => setAdding(true)}>
          <BanIcon size={14} />
          {t("administration.banAddress")}
        </Button>
      }
    >
      <Remote query={query}>
        {(bans) =>
          bans.length === 0 ? (
            <EmptyState icon={<BanIcon />} title={t("administration.noBans")}>
              <p>{t("administration.noBansText")}</p>
            </EmptyState>
          ) : (
            <Bans bans={bans} onLift={(ban) => void lift(ban).then(reload)} />
          )
        }
      </Remote>
      {adding && <AddressBanDialog onClose={close} />}
    </Section>
  );
}

function Bans({ bans, onLift }: { bans: readonly Ban[]; onLift: (ban: Ban) => void }) {
  const sites = useMe((me) => me.sites);
  return (
    <div className={styles.scroll}>
      <table className={pageStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t("administration.whom")}</th>
            <th scope="col">{t("administration.site")}</th>
            <th scope="col">{t("administration.reason")}</th>
            <th scope="col">{t("administration.by")}</th>
            <th scope="col">{t("administration.until")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("administration.lift")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bans.map((ban) => (
            <tr key={ban.id}>
              <td>{whomOf(ban)}</td>
              <td>{sites.find(({ id }) => id === ban.site)?.name}</td>
              <td>
                <bdi>{ban.reason}</bdi>
              </td>
              <td className={pageStyles.quiet}>{ban.by}</td>
              <td className={styles.nowrap}>
                {ban.expiresAt === undefined ? t("administration.forGood") : <Time at={ban.expiresAt} />}
              </td>
              <td className={styles.last}>
                <Button
                  size="small"
                  onClick={() => onLift(ban)}
                  aria-label={t("administration.liftNamed", { name: whomOf(ban) })}
                >
                  {t("administration.lift")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function whomOf({ visitor, address }: Ban): string {
  const name = visitor === undefined ? undefined : t("administration.visitor", { number: String(visitor) });
  return [name, address].filter((part) => part !== undefined).join(" · ");
}
