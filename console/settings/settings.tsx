import {
  BookA,
  CircleUser,
  Code,
  Keyboard,
  Link as LinkIcon,
  ListOrdered,
  MessageSquareText,
  Save,
  SlidersHorizontal,
  SpellCheck,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import type { Key } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { ShortcutKeys } from "../commands/shortcut-keys.tsx";
import { CannedSettings } from "../canned/canned-settings.tsx";
import { QueueSettings } from "../queue/queue-settings.tsx";
import { SaveSettings } from "../save/save-settings.tsx";
import { DictionarySettings } from "../spelling/dictionary-settings.tsx";
import { SpellingSettings } from "../spelling/spelling-settings.tsx";
import { AccountSettings } from "./account.tsx";
import { OperatorSettings } from "./operators.tsx";
import { PreferenceSettings } from "./preferences.tsx";
import styles from "./settings.module.css";
import { SiteSettings } from "./sites.tsx";

/** In the order of the menu. */
export const PAGES: readonly { path: string; label: Key; icon: ReactNode; page: ReactNode }[] = [
  { path: "/settings/sites", label: "settings.sites", icon: <Code />, page: <SiteSettings /> },
  { path: "/settings/operators", label: "settings.operators", icon: <Users />, page: <OperatorSettings /> },
  { path: "/settings/queueing", label: "queue.queueing", icon: <ListOrdered />, page: <QueueSettings /> },
  { path: "/settings/account", label: "settings.account", icon: <CircleUser />, page: <AccountSettings /> },
  {
    path: "/settings/preferences",
    label: "settings.preferences",
    icon: <SlidersHorizontal />,
    page: <PreferenceSettings />,
  },
  {
    path: "/settings/canned-messages",
    label: "canned.messagesTitle",
    icon: <MessageSquareText />,
    page: <CannedSettings key="message" kind="message" />,
  },
  {
    path: "/settings/canned-urls",
    label: "canned.urlsTitle",
    icon: <LinkIcon />,
    page: <CannedSettings key="url" kind="url" />,
  },
  { path: "/settings/shortcuts", label: "commands.title", icon: <Keyboard />, page: <ShortcutKeys /> },
  { path: "/settings/spelling", label: "spelling.settings", icon: <SpellCheck />, page: <SpellingSettings /> },
  { path: "/settings/dictionaries", label: "spelling.dictionaries", icon: <BookA />, page: <DictionarySettings /> },
  { path: "/settings/saving", label: "save.settings", icon: <Save />, page: <SaveSettings /> },
];

/** The settings: a menu and the chosen page. */
export function Settings() {
  const [location] = useLocation();
  return (
    <div className={styles.settings}>
      <nav className={styles.menu} aria-label={t("settings.settings")}>
        <h1>{t("settings.settings")}</h1>
        {PAGES.map(({ path, label, icon }) => (
          <Link
            key={path}
            href={path}
            className={cx(styles.entry, location === path && styles.here)}
            aria-current={location === path ? "page" : undefined}
          >
            {icon}
            {t(label)}
          </Link>
        ))}
      </nav>
      <div className={styles.page}>
        <Switch>
          {PAGES.map(({ path, page }) => (
            <Route key={path} path={path}>
              {page}
            </Route>
          ))}
          <Route>
            <Redirect to="/settings/sites" replace />
          </Route>
        </Switch>
      </div>
    </div>
  );
}
