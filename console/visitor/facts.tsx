import type { ReactNode } from "react";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { campaignParts } from "../list/campaign.ts";
import { countryName } from "../list/flag.tsx";
import { languageName } from "../list/show.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Elapsed } from "../ui/time.tsx";
import { LocalTime } from "./local-time.tsx";
import styles from "./visitor-panel.module.css";

/** Who the visitor is, where they are, what they use, and how they came. */
export function Facts({
  row,
  email,
  attributes,
}: {
  row: VisitorRow;
  email: string | undefined;
  attributes: Readonly<Record<string, string>> | undefined;
}) {
  const language = usePreferences((preferences) => preferences.language);
  const country = row.country === undefined ? undefined : countryName(language, row.country);
  const given = Object.entries(attributes ?? {});
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t("visitor.name")}>{row.name}</Fact>
        <Fact name={t("visitor.email")}>{email && <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>}</Fact>
        <Fact name={t("list.remark")}>{row.remark}</Fact>
        <Fact name={t("visitor.here")}>
          <Elapsed since={row.arrivedAt} />
          {` · ${t("visitor.pages", { count: row.pages })} · ${t("list.visits", { count: row.visits })}`}
        </Fact>
        <Fact name={t("columns.country")}>
          {row.countryGuessed === true && country !== undefined ? t("list.countryGuessed", { country }) : country}
        </Fact>
        <Fact name={t("visitor.localTime")}>
          <LocalTime timeZone={row.timeZone} />
        </Fact>
        <Fact name={t("columns.language")}>{languageName(language, row.language)}</Fact>
        <Fact name={t("list.browser")}>{row.browser}</Fact>
        <Fact name={t("list.device")}>{row.device}</Fact>
        <Fact name={t("visitor.address")}>
          {row.address}
          {row.hostName !== undefined && ` (${row.hostName})`}
        </Fact>
        <Fact name={t("list.cameFrom")}>{row.cameFrom || t("list.direct")}</Fact>
        {campaignParts(row.campaign).map(({ name, value }) => (
          <Fact key={name} name={name.replace(/^utm_/, `${t("columns.campaign")}: `)}>
            {value}
          </Fact>
        ))}
      </dl>
      {given.length > 0 && (
        <>
          <h3 className={styles.head}>{t("visitor.attributes")}</h3>
          <dl className={styles.facts}>
            {given.map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

/** One thing that is known; nothing where it is not. What a visitor or a site says is shown as text. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === "") return null;
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
