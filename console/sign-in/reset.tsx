import { useState } from "react";
import { useLocation } from "wouter";
import type { Me, ResetRequest } from "../../protocol/rest.ts";
import { post } from "../state/api.ts";
import { signedIn } from "../state/session.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Page } from "./page.tsx";
import styles from "./page.module.css";
import { PASSWORD_LEAST } from "./password.ts";
import { PasswordField } from "./password-field.tsx";
import { Problem } from "./problem.tsx";
import { useSubmit } from "./use-submit.ts";

/** A new password, by a one-time link. */
export function Reset({ ticket }: { ticket: string }) {
  const [, navigate] = useLocation();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const form = useSubmit(async () => {
    setTried(true);
    if (password.length < PASSWORD_LEAST) return;
    const request: ResetRequest = { ticket, password };
    const { me } = await post<{ me: Me }>("/reset", request);
    navigate("/", { replace: true });
    signedIn(me);
  });
  return (
    <Page title={t("administration.resetTitle")} text={t("administration.resetText")}>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <PasswordField
          label={t("signIn.password")}
          value={password}
          onChange={setPassword}
          names={[]}
          error={
            tried && password.length < PASSWORD_LEAST
              ? t("signIn.passwordTooShort", { least: PASSWORD_LEAST })
              : undefined
          }
        />
        <Problem sentence={form.problem} />
        <Button submit look="primary" size="large" className={styles.submit} disabled={form.busy}>
          {t("administration.reset")}
        </Button>
      </form>
    </Page>
  );
}
