import { ChevronDown, Code } from "lucide-react";
import { useLocation } from "wouter";
import { chooseSite, useMe, useSite } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import styles from "./top-bar.module.css";

/** Which site the console shows. */
export function SiteSwitcher() {
  const sites = useMe((me) => me.sites);
  const site = useSite();
  const [, navigate] = useLocation();
  if (site === undefined) return null;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={styles.site}
          aria-label={t("shell.site", { name: site.name })}
          title={site.name}
        >
          <span>{site.name}</span>
          <ChevronDown className={styles.arrow} aria-hidden="true" />
        </button>
      }
    >
      <MenuChoice
        label={t("shell.chooseSite")}
        value={site.id}
        onChange={chooseSite}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <MenuSeparator />
      <MenuItem icon={<Code />} label={t("shell.addSite")} onSelect={() => navigate("/settings/sites")} />
    </Menu>
  );
}
