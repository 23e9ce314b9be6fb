import { Tabs } from "@base-ui/react/tabs";
import { Headset, X } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import tab from "../chat/chat-column.module.css";
import { closeChat, openChat } from "../chat/chats.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { talkKey } from "./key.ts";
import styles from "./talk-tab.module.css";
import { unreadIn } from "./talk.ts";
import { useTalk } from "./talks.ts";
import { useColleague } from "./use-colleague.ts";

/** A talk's tab: the colleague, and what is unread. Delete, or its cross, closes it; nothing is lost by that. */
export function TalkTab({ colleague: id, active }: { colleague: string; active: boolean }) {
  const key = talkKey(id);
  const colleague = useColleague(id);
  const unread = unreadIn(useTalk(id));
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("[data-close]") !== null) closeChat(key);
    else openChat(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Delete") closeChat(key);
  };
  return (
    <Tabs.Tab ref={element} value={key} className={cx(tab.tab, styles.tab)} onClick={onClick} onKeyDown={onKeyDown}>
      <Headset className={styles.icon} aria-hidden="true" />
      <bdi className={tab.name}>{colleague?.name ?? "…"}</bdi>
      <span className="visually-hidden">, {t("talks.colleague")}</span>
      {unread > 0 && (
        <>
          <span className={cx(tab.unread, styles.unread)} aria-hidden="true">
            {unread > 99 ? "99+" : unread}
          </span>
          <span className="visually-hidden">, {t("chat.unread", { count: unread })}</span>
        </>
      )}
      {/* For the mouse; the keyboard has Delete, and the talk has a button at its top. */}
      <span className={tab.close} data-close title={t("chat.closeTab")} aria-hidden="true">
        <X />
      </span>
    </Tabs.Tab>
  );
}
