import { Tabs } from "@base-ui/react/tabs";
import { ExternalLink, X } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import type { VisitorStatus } from "../../protocol/visitor-list.ts";
import { t } from "../strings/t.ts";
import { StatusDot } from "../ui/status-dot.tsx";
import { type Chat, isMine, nameOf, type Part, partIn } from "./chat.ts";
import styles from "./chat-column.module.css";
import { closeChat, openChat } from "./chats.ts";
import { usePoppedOut } from "./pop-out.ts";
import { useMyDepartments, useMyId, useUnread } from "./store.ts";
import { useVisitor } from "./visitors.ts";

/** A chat's tab: how it stands, who it is with, what is unread. Delete, or its cross, closes it unless it goes on. */
export function ChatTab({ chat, active }: { chat: Chat; active: boolean }) {
  const { id, conversation } = chat;
  const me = useMyId();
  const unread = useUnread(id);
  const { row, gone } = useVisitor(conversation?.site, conversation?.visitor);
  const isOut = usePoppedOut((windows) => id in windows);
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  const closable = conversation === undefined || !isMine(conversation, me);
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("[data-close]") !== null) closeChat(id);
    else openChat(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Delete" && closable) closeChat(id);
  };
  const part = partIn(chat, me, useMyDepartments());
  return (
    <Tabs.Tab ref={element} value={id} className={styles.tab} onClick={onClick} onKeyDown={onKeyDown}>
      <StatusDot status={dotOf(part, gone)} />
      <bdi className={styles.name}>{row?.name ?? nameOf(conversation)}</bdi>
      <span className="visually-hidden">{stateWord(part)}</span>
      {isOut && <ExternalLink className={styles.out} aria-hidden="true" />}
      {unread > 0 && (
        <>
          <span className={styles.unread} aria-hidden="true">
            {unread > 99 ? "99+" : unread}
          </span>
          <span className="visually-hidden">, {t("chat.unread", { count: unread })}</span>
        </>
      )}
      {closable && (
        // For the mouse; the keyboard has Delete, and every chat that can be closed has a button at its foot.
        <span className={styles.close} data-close title={t("chat.closeTab")} aria-hidden="true">
          <X />
        </span>
      )}
    </Tabs.Tab>
  );
}

function dotOf(part: Part, gone: boolean): VisitorStatus | "away" | "offline" {
  if (part.kind === "ended" || part.kind === "loading") return "offline";
  if (part.kind === "waiting" || (part.kind === "reader" && part.offer !== undefined)) return "requesting";
  return gone ? "away" : "chatting";
}

/** What the dot's colour says, in words, to be read after the name. */
function stateWord(part: Part): string {
  if (part.kind === "ended") return `, ${t("chat.ended")}`;
  if (part.kind === "waiting") return `, ${t("chat.waiting")}`;
  if (part.kind === "reader" && part.offer !== undefined)
    return `, ${t("takes.offeredToYou", { name: part.offer.from.name })}`;
  return part.kind === "reader" ? `, ${t("chat.withOther", { name: part.owner })}` : "";
}
