import { useState } from "react";
import { newId } from "../../client/id.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { ask } from "../state/connection.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { SelectField } from "../ui/field.tsx";
import { toast } from "../ui/toast.tsx";
import { A_DAY, BanFields, termsOf } from "./ban-fields.tsx";
import { type BanTarget, useBan } from "./ban.ts";

const WHOM = ["both", "visitor", "address"] as const;

/** Keeps a visitor out who is here. */
export function BanDialog() {
  const target = useBan((state) => state.target);
  return target === undefined ? null : <Window key={`${target.site}/${target.visitor}`} {...target} />;
}

function Window({ site, visitor, name }: BanTarget) {
  const [by, setBy] = useState<(typeof WHOM)[number]>("both");
  const [terms, setTerms] = useState(A_DAY);
  const close = () => useBan.setState({ target: undefined });
  const form = useSubmit(async () => {
    await ask({ type: "ban", id: newId(), site, visitor, by, ...termsOf(terms) });
    toast(t("administration.banned", { name }));
    close();
  });
  return (
    <FormDialog
      form={form}
      onClose={close}
      title={t("administration.banTitle", { name })}
      description={t("administration.banText")}
      submit={t("administration.ban")}
      look="danger"
    >
      <SelectField
        label={t("administration.whom")}
        hint={t("administration.byHint")}
        value={by}
        onChange={({ target }) => setBy(WHOM.find((word) => word === target.value) ?? by)}
      >
        {WHOM.map((word) => (
          <option key={word} value={word}>
            {t(`administration.by-${word}`)}
          </option>
        ))}
      </SelectField>
      <BanFields value={terms} onChange={setTerms} />
    </FormDialog>
  );
}
