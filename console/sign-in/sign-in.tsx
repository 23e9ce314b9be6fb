import { useState } from "react";
import { useLocation } from "wouter";
import type { Me, SignInRequest } from "../../protocol/rest.ts";
import { post } from "../state/api.ts";
import { signedIn } from "../state/session.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Page } from "./page.tsx";
import styles from "./page.module.css";
import { PasswordField } from "./password-field.tsx";
import { Problem } from "./problem.tsx";
import { useSubmit } from "./use-submit.ts";

/** Signing in. The address stays as it is, so that one is afterwards where one wanted to go. */
export function SignIn({ ended }: { ended: boolean }) {
  const [location, navigate] = useLocation();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const form = useSubmit(async () => {
    const request: SignInRequest = { login: login.trim(), password };
    const { me } = await post<{ me: Me }>("/session", request);
    if (location === "/sign-in") navigate("/", { replace: true });
    signedIn(me);
  });
  return (
    <Page title={t("signIn.title")} text={ended ? t("signIn.ended") : undefined}>
      <form className={styles.form} onSubmit={form.onSubmit}>
        <TextField
          label={t("signIn.login")}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          // The page has one purpose, and this is where it begins.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <PasswordField label={t("signIn.password")} value={password} onChange={setPassword} />
        <Problem sentence={form.problem} />
        <Button submit look="primary" size="large" className={styles.submit} disabled={form.busy}>
          {t(form.busy ? "signIn.signingIn" : "signIn.submit")}
        </Button>
      </form>
    </Page>
  );
}
