import {
  Ban,
  BookA,
  CircleUser,
  Code,
  Hourglass,
  Keyboard,
  Link as LinkIcon,
  ListOrdered,
  MessageSquareText,
  Music,
  Save,
  SlidersHorizontal,
  SpellCheck,
  Users,
  Waypoints,
} from "lucide-react";
import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import type { Role } from "../../protocol/rest.ts";
import { useMe } from "../state/me.ts";
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
import { PreferenceSettings } from "./preferences.tsx";
import styles from "./settings.module.css";
import { SiteSettings } from "./sites.tsx";
import { SoundSettings } from "./sounds.tsx";
import { onDemand } from "../ui/on-demand.tsx";

// What few operators open is loaded when they do.
const OperatorSettings = onDemand(() => import("../administration/operators.tsx").then((it) => it.OperatorSettings));
const DepartmentSettings = onDemand(() =>
  import("../administration/departments.tsx").then((it) => it.DepartmentSettings),
);
const BanSettings = onDemand(() => import("../administration/bans.tsx").then((it) => it.BanSettings));
const RetentionSettings = onDemand(() => import("../administration/retention.tsx").then((it) => it.RetentionSettings));

interface SettingsPage {
  path: string;
  label: Key;
  icon: ReactNode;
  page: ReactNode;
  /** Whom it is for; without it, everybody. */
  least?: "supervisor" | "administrator";
}

/** In the order of the menu. */
const PAGES: readonly SettingsPage[] = [
  { path: "/settings/sites", label: "settings.sites", icon: <Code />, page: <SiteSettings /> },
  { path: "/settings/operators", label: "settings.operators", icon: <Users />, page: <OperatorSettings /> },
  {
    path: "/settings/departments",
    label: "administration.departments",
    icon: <Waypoints />,
    page: <DepartmentSettings />,
  },
  { path: "/settings/queueing", label: "queue.queueing", icon: <ListOrdered />, page: <QueueSettings /> },
  { path: "/settings/bans", label: "administration.bans", icon: <Ban />, page: <BanSettings />, least: "supervisor" },
  {
    path: "/settings/retention",
    label: "administration.retention",
    icon: <Hourglass />,
    page: <RetentionSettings />,
    least: "administrator",
  },
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
  { path: "/settings/sounds", label: "alerts.sounds", icon: <Music />, page: <SoundSettings /> },
  { path: "/settings/saving", label: "save.settings", icon: <Save />, page: <SaveSettings /> },
];

/** The pages that somebody of this role may open. */
export function pagesFor(role: Role | undefined): readonly SettingsPage[] {
  const isAdministrator = role === "owner" || role === "administrator";
  return PAGES.filter(({ least }) => least === undefined || isAdministrator || (least === role && role !== undefined));
}

/** The settings: a menu and the chosen page. */
export function Settings() {
  const [location] = useLocation();
  const pages = pagesFor(useMe(({ me }) => me?.role));
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the menu is a row that is longer than the screen.
    menu.current?.querySelector(`[href$="${location}"]`)?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [location]);
  return (
    <div className={styles.settings}>
      <nav ref={menu} className={styles.menu} aria-label={t("settings.settings")}>
        <h1>{t("settings.settings")}</h1>
        {pages.map(({ path, label, icon }) => (
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
        <Suspense fallback={<div className={styles.pending} role="status" aria-label={t("shell.loading")} />}>
          <Switch>
            {pages.map(({ path, page }) => (
              <Route key={path} path={path}>
                {page}
              </Route>
            ))}
            <Route>
              <Redirect to="/settings/sites" replace />
            </Route>
          </Switch>
        </Suspense>
      </div>
    </div>
  );
}
