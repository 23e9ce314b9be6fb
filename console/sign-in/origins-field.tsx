import { t } from "../strings/t.ts";
import { TextAreaField } from "../ui/field.tsx";
import { readOrigins } from "./origins.ts";

/** The addresses on which a site's widget may run, as they are typed. `tried`: from now on it says what is wrong with them. */
export function OriginsField({
  value,
  onChange,
  tried,
  hint,
  rows,
}: {
  value: string;
  onChange: (value: string) => void;
  tried: boolean;
  hint: string;
  rows: number;
}) {
  const { wrong } = readOrigins(value);
  return (
    <TextAreaField
      label={t("signIn.origins")}
      hint={hint}
      rows={rows}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      placeholder="https://www.example.com"
      inputMode="url"
      autoCapitalize="none"
      spellCheck={false}
      error={tried && wrong !== undefined ? t("signIn.originWrong", { origin: wrong }) : undefined}
    />
  );
}
