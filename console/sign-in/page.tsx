import { Bell } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { setPreferences, usePreferences } from "../state/preferences.ts";
import { type Language, LANGUAGES } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import styles from "./page.module.css";

/** A page outside of the console proper: one card in the middle of nothing. */
export function Page({
  title,
  text,
  wide = false,
  children,
}: {
  title: string;
  text?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = t("shell.pageTitle", { page: title });
  }, [title]);
  return (
    <div className={styles.page}>
      <main className={cx(styles.card, wide && styles.wide)}>
        <div className={styles.logo} aria-hidden="true">
          <Bell />
        </div>
        <h1 className={styles.title}>{title}</h1>
        {text !== undefined && <p className={styles.text}>{text}</p>}
        {children}
      </main>
      <LanguageChoice />
    </div>
  );
}

function LanguageChoice() {
  const language = usePreferences((preferences) => preferences.language);
  const languages = Object.entries(LANGUAGES) as [Language, string][];
  return (
    <nav className={styles.languages} aria-label={t("shell.language")}>
      {languages.map(([value, label]) => (
        <button
          key={value}
          type="button"
          lang={value}
          aria-pressed={value === language}
          onClick={() => setPreferences({ language: value })}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
