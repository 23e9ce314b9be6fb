import { Bell, Headset, History, Inbox, MessageCircle, Settings, Users } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useUnreadTotal } from "../chat/store.ts";
import { useList } from "../list/live-list.ts";
import { useFront } from "../state/front.ts";
import { useTally } from "../talks/tally.ts";
import { useUnreadTalks } from "../talks/talks.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { focusChats } from "./focus-chats.ts";
import { OwnMenu } from "./own-menu.tsx";
import styles from "./rail.module.css";

/** The main menu, at the side. */
export function Rail() {
  const waiting = useList((list) => list.counts?.requesting ?? 0);
  const unread = useUnreadTotal();
  const inChats = useInChats();
  return (
    <nav className={styles.rail} aria-label={t("shell.mainMenu")}>
      <div className={styles.logo} aria-hidden="true">
        <Bell />
      </div>
      <To
        href="/"
        label={t("shell.visitors")}
        icon={<Users />}
        count={waiting}
        means={t("shell.waiting", { count: waiting })}
      />
      <button
        type="button"
        className={cx(styles.entry, inChats && styles.here)}
        aria-current={inChats ? "page" : undefined}
        onClick={focusChats}
        title={t("shell.chats")}
        aria-label={withCount(t("shell.chats"), unread, t("shell.unread", { count: unread }))}
      >
        <MessageCircle />
        <Badge count={unread} chat />
      </button>
      <To href="/left" label={t("shell.leftMessages")} icon={<Inbox />} />
      <To href="/history" label={t("history.title")} icon={<History />} />
      <ToOperators />
      <div className={styles.space} />
      <To href="/settings" label={t("shell.settings")} icon={<Settings />} />
      <OwnMenu />
    </nav>
  );
}

/** As the manual's tab: how many are online of those who are logged in. */
function ToOperators() {
  const { online, loggedIn } = useTally();
  const unread = useUnreadTalks();
  // What can be seen begins what is read aloud, for those who speak to their computer.
  const label = `${t("talks.operators")} ${online}/${loggedIn}: ${t("talks.tally", { online, loggedIn })}`;
  return (
    <To
      href="/operators"
      label={label}
      icon={<Headset />}
      count={unread}
      means={t("shell.unread", { count: unread })}
      colleague
    >
      <span className={styles.tally} aria-hidden="true">
        {online}/{loggedIn}
      </span>
    </To>
  );
}

function To({
  href,
  label,
  icon,
  count = 0,
  means = "",
  colleague = false,
  children,
}: {
  href: string;
  label: string;
  icon: ReactNode;
  count?: number;
  /** What the count says, in words. */
  means?: string;
  /** The count is of what colleagues wrote. */
  colleague?: boolean;
  children?: ReactNode;
}) {
  const [location] = useLocation();
  const inChats = useInChats();
  const isHere = !inChats && (href === "/" ? location === "/" : location === href || location.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      className={cx(styles.entry, isHere && styles.here)}
      aria-current={isHere ? "page" : undefined}
      aria-label={withCount(label, count, means)}
      title={label}
    >
      {icon}
      {children}
      <Badge count={count} colleague={colleague} />
    </Link>
  );
}

/** The chats are all that is to be seen. */
function useInChats(): boolean {
  return useFront(({ isNarrow, isChats }) => isNarrow && isChats);
}

function Badge({ count, chat = false, colleague = false }: { count: number; chat?: boolean; colleague?: boolean }) {
  if (count === 0) return null;
  return (
    <span className={cx(styles.badge, chat && styles.chat, colleague && styles.colleague)} aria-hidden="true">
      {count > 99 ? "99+" : count}
    </span>
  );
}

function withCount(label: string, count: number, means: string): string {
  return count === 0 ? label : `${label}, ${means}`;
}
