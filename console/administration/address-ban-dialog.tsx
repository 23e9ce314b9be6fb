import { useState } from "react";
import type { BanRequest } from "../../protocol/rest.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { post } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { A_DAY, BanFields, termsOf } from "./ban-fields.tsx";

/** Keeps everybody out who comes from an address. */
export function AddressBanDialog({ onClose }: { onClose: () => void }) {
  const sites = useMe((me) => me.sites);
  const shown = useMe((me) => me.siteId);
  const [site, setSite] = useState(shown ?? "");
  const [address, setAddress] = useState("");
  const [terms, setTerms] = useState(A_DAY);
  const [tried, setTried] = useState(false);
  const form = useSubmit(async () => {
    setTried(true);
    if (address.trim() === "") return;
    const request: BanRequest = { site, address: address.trim(), ...termsOf(terms) };
    await post("/bans", request);
    onClose();
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t("administration.banAddress")}
      submit={t("administration.ban")}
      look="danger"
    >
      <TextField
        label={t("administration.address")}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        placeholder="203.0.113.7"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        error={tried && address.trim() === "" ? t("signIn.missing") : undefined}
      />
      {sites.length > 1 && (
        <SelectField label={t("administration.site")} value={site} onChange={({ target }) => setSite(target.value)}>
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <BanFields value={terms} onChange={setTerms} />
    </FormDialog>
  );
}
