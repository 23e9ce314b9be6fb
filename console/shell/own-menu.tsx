import { Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { openSheet } from "../commands/open-windows.ts";
import { useMe } from "../state/me.ts";
import { setPreferences, type Theme, usePreferences } from "../state/preferences.ts";
import { signOut } from "../state/session.ts";
import { type Language, LANGUAGES } from "../strings/catalogue.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import { toast } from "../ui/toast.tsx";
import { initials } from "./initials.ts";
import styles from "./rail.module.css";

/** The operator's own menu behind the initials. */
export function OwnMenu() {
  const name = useMe(({ me }) => me?.name ?? "");
  const status = useMe((me) => me.status);
  const theme = usePreferences((preferences) => preferences.theme);
  const language = usePreferences((preferences) => preferences.language);
  const languages = Object.entries(LANGUAGES) as [Language, string][];
  const leave = () => signOut().catch((problem: unknown) => toast(refusalSentence(problem), "problem"));
  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button type="button" className={styles.avatar} title={name}>
          {initials(name)}
          <span className="visually-hidden">{t("shell.ownMenu", { name })}</span>
          <StatusDot status={status} />
        </button>
      }
    >
      <MenuChoice<Theme>
        label={t("shell.theme")}
        value={theme}
        onChange={(next) => setPreferences({ theme: next })}
        options={[
          { value: "system", label: t("shell.themeSystem"), icon: <Monitor /> },
          { value: "light", label: t("shell.themeLight"), icon: <Sun /> },
          { value: "dark", label: t("shell.themeDark"), icon: <Moon /> },
        ]}
      />
      <MenuSeparator />
      <MenuChoice<Language>
        label={t("shell.language")}
        value={language}
        onChange={(next) => setPreferences({ language: next })}
        options={languages.map(([value, label]) => ({ value, label }))}
      />
      <MenuSeparator />
      <MenuItem icon={<Keyboard />} label={t("shell.shortcuts")} command="shortcuts" onSelect={openSheet} />
      <MenuItem icon={<LogOut />} label={t("shell.signOut")} onSelect={() => void leave()} />
    </Menu>
  );
}
