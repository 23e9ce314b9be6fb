import { useId, useState } from "react";
import { newId } from "../../client/id.ts";
import styles from "../settings/settings.module.css";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { ask } from "../state/connection.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
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
  const formId = useId();
  const [by, setBy] = useState<(typeof WHOM)[number]>("both");
  const [terms, setTerms] = useState(A_DAY);
  const close = () => useBan.setState({ target: undefined });
  const form = useSubmit(async () => {
    await ask({ type: "ban", id: newId(), site, visitor, by, ...termsOf(terms) });
    toast(t("administration.banned", { name }));
    close();
  });
  return (
    <Dialog
      open
      onClose={close}
      title={t("administration.banTitle", { name })}
      description={t("administration.banText")}
      footer={
        <>
          <Button look="quiet" onClick={close}>
            {t("shell.cancel")}
          </Button>
          <Button submit look="danger" form={formId} disabled={form.busy}>
            {t("administration.ban")}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={form.onSubmit}>
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
        <Problem sentence={form.problem} />
      </form>
    </Dialog>
  );
}
