import { useState } from "react";
import type { ChangePasswordRequest } from "../../protocol/rest.ts";
import { PASSWORD_LEAST } from "../sign-in/password.ts";
import { PasswordField } from "../sign-in/password-field.tsx";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { ApiError, put } from "../state/api.ts";
import { useMe } from "../state/me.ts";
import { signOut } from "../state/session.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import { Section } from "./section.tsx";
import styles from "./settings.module.css";

/** One's own account: who one is, the password, and the way out of every browser. */
export function AccountSettings() {
  return (
    <>
      <Who />
      <ChangePassword />
      <SignOutEverywhere />
    </>
  );
}

function Who() {
  const me = useMe((state) => state.me);
  if (me === undefined) return null;
  return (
    <Section title={t("settings.account")}>
      <dl className={styles.facts}>
        <dt>{t("signIn.login")}</dt>
        <dd>
          {me.login} @ {me.account}
        </dd>
        <dt>{t("signIn.name")}</dt>
        <dd>{me.name}</dd>
        <dt>{t("settings.role")}</dt>
        <dd>{t(`settings.${me.role}`)}</dd>
      </dl>
    </Section>
  );
}

function ChangePassword() {
  const me = useMe((state) => state.me);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [tried, setTried] = useState(false);
  const form = useSubmit(async () => {
    setTried(true);
    if (current === "" || next.length < PASSWORD_LEAST) return;
    const request: ChangePasswordRequest = { current, next };
    await put("/me/password", request).catch((problem: unknown) => {
      const isWrong = problem instanceof ApiError && problem.code === "wrong-password";
      throw isWrong ? new Error(t("settings.wrongPassword")) : problem;
    });
    toast(t("settings.passwordChanged"));
    setCurrent("");
    setNext("");
    setTried(false);
  });
  return (
    <Section title={t("settings.changePassword")} text={t("settings.changePasswordText")}>
      <form className={styles.narrow} onSubmit={form.onSubmit} noValidate>
        <PasswordField
          label={t("settings.currentPassword")}
          value={current}
          onChange={setCurrent}
          error={tried && current === "" ? t("signIn.missing") : undefined}
        />
        <PasswordField
          label={t("settings.newPassword")}
          value={next}
          onChange={setNext}
          names={[me?.login ?? "", me?.name ?? "", me?.account ?? ""]}
          error={
            tried && next.length < PASSWORD_LEAST ? t("signIn.passwordTooShort", { least: PASSWORD_LEAST }) : undefined
          }
        />
        <Problem sentence={form.problem} />
        <div>
          <Button submit look="primary" disabled={form.busy}>
            {t("settings.changePassword")}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function SignOutEverywhere() {
  const form = useSubmit(() => signOut(true));
  return (
    <Section title={t("settings.signOutEverywhere")} text={t("settings.signOutEverywhereText")}>
      <form onSubmit={form.onSubmit}>
        <Problem sentence={form.problem} />
        <Button submit look="danger" disabled={form.busy}>
          {t("settings.signOutEverywhere")}
        </Button>
      </form>
    </Section>
  );
}
