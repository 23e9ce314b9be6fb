import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import styles from "./page.module.css";
import { gradePassword, PASSWORD_LEAST } from "./password.ts";

const words = { weak: "signIn.passwordWeak", good: "signIn.passwordGood", strong: "signIn.passwordStrong" } as const;

/** A password; a new one (`names` given) with a hint at how hard it is to guess. */
export function PasswordField({
  label,
  value,
  onChange,
  names,
  error,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What must not be the password: the operator's and the account's names. */
  names?: readonly string[];
  error?: string | undefined;
}) {
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField
        label={label}
        type={shown ? "text" : "password"}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={names === undefined ? "current-password" : "new-password"}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        required
        error={error}
        hint={names === undefined ? undefined : <Grade password={value} names={names} />}
      />
      <IconButton
        className={styles.eye ?? ""}
        label={t(shown ? "signIn.hidePassword" : "signIn.showPassword")}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff /> : <Eye />}
      </IconButton>
    </div>
  );
}

function Grade({ password, names }: { password: string; names: readonly string[] }) {
  if (password === "") return t("signIn.passwordHint", { least: PASSWORD_LEAST });
  const grade = gradePassword(password, names);
  const missing = PASSWORD_LEAST - password.length;
  return (
    <span className={styles.bar}>
      <span className={styles.meter} data-grade={grade} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span aria-live="polite">
        {grade === "short" ? t("signIn.passwordShort", { count: missing }) : t(words[grade])}
      </span>
    </span>
  );
}
