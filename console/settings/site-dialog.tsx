import { useState } from "react";
import type { Site, SiteRequest } from "../../protocol/rest.ts";
import { OriginsField } from "../sign-in/origins-field.tsx";
import { readOrigins } from "../sign-in/origins.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { patch, post } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "./form-dialog.tsx";
import { TextField } from "../ui/field.tsx";
import styles from "./settings.module.css";

/** Adds a site, or changes one. */
export function SiteDialog({ site, onClose }: { site: Site | undefined; onClose: (changed: boolean) => void }) {
  const [name, setName] = useState(site?.name ?? "");
  const [addresses, setAddresses] = useState(site?.origins.join("\n") ?? "");
  const [typingPreviews, setTypingPreviews] = useState(site?.typingPreviews ?? false);
  const [tried, setTried] = useState(false);
  const { origins, wrong } = readOrigins(addresses);
  const form = useSubmit(async () => {
    setTried(true);
    if (name.trim() === "" || wrong !== undefined) return;
    const request: SiteRequest = { name: name.trim(), origins, typingPreviews };
    await (site === undefined ? post("/sites", request) : patch(`/sites/${site.id}`, request));
    onClose(true);
  });
  return (
    <FormDialog
      form={form}
      onClose={() => onClose(false)}
      title={site === undefined ? t("settings.addSite") : t("settings.editSite", { name: site.name })}
      submit={t(site === undefined ? "settings.add" : "settings.save")}
    >
      <TextField
        label={t("signIn.siteName")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={120}
        autoComplete="off"
        error={tried && name.trim() === "" ? t("signIn.missing") : undefined}
      />
      <OriginsField value={addresses} onChange={setAddresses} tried={tried} hint={t("settings.originsHint")} rows={4} />
      <label className={styles.check}>
        <input type="checkbox" checked={typingPreviews} onChange={({ target }) => setTypingPreviews(target.checked)} />
        <span>
          {t("takes.previews")}
          <span className={styles.quiet}>{t("takes.previewsHint")}</span>
        </span>
      </label>
    </FormDialog>
  );
}
