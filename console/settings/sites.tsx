import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Palette, Pencil, Plus } from "lucide-react";
import { Suspense, useState } from "react";
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
import { onDemand } from "../ui/on-demand.tsx";

// With it comes the widget itself, for the preview.
const LookEditor = onDemand(() => import("./look.tsx").then((it) => it.LookEditor), {
  close: ({ onClose }) => onClose(false),
});

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
  /** The site whose look is being changed. */
  const [dressing, setDressing] = useState<Site>();
  if (dressing !== undefined) {
    const leave = (changed: boolean) => {
      setDressing(undefined);
      close(changed);
    };
    return (
      <Suspense fallback={<div className={styles.pending} />}>
        <LookEditor site={dressing} onClose={leave} />
      </Suspense>
    );
  }
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
              <SiteCard key={site.id} site={site} onEdit={mayChange ? setOpen : undefined} onLook={setDressing} />
            ))}
          </ul>
        )}
      </Remote>
      {open !== undefined && <SiteDialog site={open === "new" ? undefined : open} onClose={close} />}
    </Section>
  );
}

function SiteCard({
  site,
  onEdit,
  onLook,
}: {
  site: Site;
  onEdit: ((site: Site) => void) | undefined;
  onLook: (site: Site) => void;
}) {
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
          <div className={styles.cardActions}>
            <IconButton label={t("look.lookOf", { name: site.name })} onClick={() => onLook(site)}>
              <Palette />
            </IconButton>
            <IconButton label={t("settings.editSite", { name: site.name })} onClick={() => onEdit(site)}>
              <Pencil />
            </IconButton>
          </div>
        )}
      </div>
      <ScriptTag siteKey={site.key} />
    </li>
  );
}
