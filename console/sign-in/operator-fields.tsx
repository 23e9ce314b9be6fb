import { t } from "../strings/t.ts";
import { TextField } from "../ui/field.tsx";
import { isLogin } from "./login.ts";
import styles from "./page.module.css";
import { PASSWORD_LEAST } from "./password.ts";
import { PasswordField } from "./password-field.tsx";

export interface NewOperator {
  login: string;
  name: string;
  password: string;
}

export const newOperator: NewOperator = { login: "", name: "", password: "" };

/** Whether everything is filled in as the server wants it. */
export function isComplete({ login, name, password }: NewOperator): boolean {
  return isLogin(login.trim()) && name.trim() !== "" && password.length >= PASSWORD_LEAST;
}

/** Operator ID, screen name and password of somebody new. `tried`: the form was sent, so what is wrong is said. */
export function OperatorFields({
  value,
  onChange,
  tried,
  names = [],
}: {
  value: NewOperator;
  onChange: (value: NewOperator) => void;
  tried: boolean;
  names?: readonly string[];
}) {
  const { login, name, password } = value;
  const wrongLogin = login.trim() === "" ? t("signIn.missing") : t("signIn.loginWrong");
  return (
    <>
      <div className={styles.two}>
        <TextField
          label={t("signIn.login")}
          hint={t("signIn.loginHint")}
          value={login}
          onChange={(event) => onChange({ ...value, login: event.target.value })}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          error={tried && !isLogin(login.trim()) ? wrongLogin : undefined}
        />
        <TextField
          label={t("signIn.name")}
          hint={t("signIn.nameHint")}
          value={name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
          autoComplete="nickname"
          maxLength={120}
          error={tried && name.trim() === "" ? t("signIn.missing") : undefined}
        />
      </div>
      <PasswordField
        label={t("signIn.password")}
        value={password}
        onChange={(next) => onChange({ ...value, password: next })}
        names={[login, name, ...names]}
        error={
          tried && password.length < PASSWORD_LEAST
            ? t("signIn.passwordTooShort", { least: PASSWORD_LEAST })
            : undefined
        }
      />
    </>
  );
}
