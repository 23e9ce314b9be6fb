import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { Site } from "../../protocol/rest.ts";
import { get } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { ScriptTag } from "../ui/script-tag.tsx";
import { Remote } from "./remote.tsx";
import { useMayAdminister } from "./rights.ts";
import { Section } from "./section.tsx";
import styles from "./settings.module.css";
import { SiteDialog } from "./site-dialog.tsx";

/** The sites with their tags. */
export function SiteSettings() {
  const query = useQuery({ queryKey: ["sites"], queryFn: () => get<Site[]>("/sites") });
  const queries = useQueryClient();
  const mayChange = useMayAdminister();
  /** The site whose window is open; `new` for one that is not there yet. */
  const [open, setOpen] = useState<Site | "new">();
  const close = (changed: boolean) => {
    setOpen(undefined);
    if (changed) void queries.invalidateQueries({ queryKey: ["sites"] });
  };
  return (
    <Section
      title={t("settings.sites")}
      text={t("settings.sitesText")}
      action={
        mayChange && (
          <Button onClick={() => setOpen("new")}>
            <Plus size={14} />
            {t("settings.addSite")}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(sites) => (
          <ul className={styles.cards}>
            {sites.map((site) => (
              <SiteCard key={site.id} site={site} onEdit={mayChange ? () => setOpen(site) : undefined} />
            ))}
          </ul>
        )}
      </Remote>
      {open !== undefined && <SiteDialog site={open === "new" ? undefined : open} onClose={close} />}
    </Section>
  );
}

function SiteCard({ site, onEdit }: { site: Site; onEdit: (() => void) | undefined }) {
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <div>
          <h3>{site.name}</h3>
          <p className={styles.origins}>
            {site.origins.length === 0 ? t("settings.noOrigins") : site.origins.join("  ·  ")}
          </p>
        </div>
        {onEdit !== undefined && (
          <IconButton label={t("settings.editSite", { name: site.name })} onClick={onEdit}>
            <Pencil />
          </IconButton>
        )}
      </div>
      <ScriptTag siteKey={site.key} />
    </li>
  );
}
