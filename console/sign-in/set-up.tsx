import { useState } from "react";
import { useLocation } from "wouter";
import type { Me, SetUpRequest } from "../../protocol/rest.ts";
import { post } from "../state/api.ts";
import { signedIn } from "../state/session.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { isComplete, newOperator, OperatorFields } from "./operator-fields.tsx";
import { OriginsField } from "./origins-field.tsx";
import { readOrigins } from "./origins.ts";
import { Page } from "./page.tsx";
import styles from "./page.module.css";
import { Problem } from "./problem.tsx";
import { useSubmit } from "./use-submit.ts";

/** The owner's account and the first site, by the one-time link from the terminal. */
export function SetUp({ ticket }: { ticket: string }) {
  const [, navigate] = useLocation();
  const [account, setAccount] = useState("");
  const [operator, setOperator] = useState(newOperator);
  const [siteName, setSiteName] = useState("");
  const [addresses, setAddresses] = useState("");
  const [tried, setTried] = useState(false);
  const { origins, wrong } = readOrigins(addresses);
  const missing = (text: string) => (tried && text.trim() === "" ? t("signIn.missing") : undefined);

  const form = useSubmit(async () => {
    setTried(true);
    if (!isComplete(operator) || account.trim() === "" || siteName.trim() === "" || wrong !== undefined) return;
    const request: SetUpRequest = { ticket, account, ...operator, site: { name: siteName, origins } };
    const { me } = await post<{ me: Me }>("/set-up", request);
    navigate("/add-tag", { replace: true });
    signedIn(me);
  });

  return (
    <Page title={t("signIn.setUpTitle")} text={t("signIn.setUpText")} wide>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <fieldset>
          <legend>{t("signIn.you")}</legend>
          <TextField
            label={t("signIn.account")}
            hint={t("signIn.accountHint")}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
            autoComplete="organization"
            maxLength={120}
            error={missing(account)}
            // The page has one purpose, and this is where it begins.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
          <OperatorFields value={operator} onChange={setOperator} tried={tried} names={[account]} />
        </fieldset>
        <fieldset>
          <legend>{t("signIn.site")}</legend>
          <TextField
            label={t("signIn.siteName")}
            value={siteName}
            onChange={(event) => setSiteName(event.target.value)}
            autoComplete="off"
            maxLength={120}
            error={missing(siteName)}
          />
          <OriginsField
            value={addresses}
            onChange={setAddresses}
            tried={tried}
            hint={t("signIn.originsHint")}
            rows={2}
          />
        </fieldset>
        <Problem sentence={form.problem} />
        <Button submit look="primary" size="large" className={styles.submit} disabled={form.busy}>
          {t(form.busy ? "signIn.creating" : "signIn.create")}
        </Button>
      </form>
    </Page>
  );
}
