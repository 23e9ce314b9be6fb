import { ArrowLeft, FileText, Save } from "lucide-react";
import { useEffect, useRef } from "react";
import { newChat, nameOf } from "../chat/chat.ts";
import { ChatLog } from "../chat/chat-log.tsx";
import { openChat, peekChat } from "../chat/chats.ts";
import { openNotes } from "../chat/notes.ts";
import { useChats } from "../chat/store.ts";
import { clockTime, dayName } from "../chat/when.ts";
import { showFound, stopFinding } from "../find/finding.ts";
import { saveChat } from "../save/save.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import styles from "./history.module.css";
import { useHistory } from "./query.ts";

/**
 * A conversation of the history, as the operator saw it. It can be saved, and one that goes on can be opened as a chat.
 * @param seq the message in which `words` were found, if any were looked for
 */
export function Reader({ id, seq, words }: { id: string; seq: number | undefined; words: string }) {
  const chat = useChats((state) => state.chats[id]) ?? newChat(id);
  const { conversation } = chat;
  const site = useMe(({ sites }) => sites.find((one) => one.id === conversation?.site)?.name);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => peekChat(id), [id]);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (seq === undefined || words === "") return undefined;
    showFound(id, { words, seq });
    return stopFinding;
  }, [id, seq, words]);
  const name = nameOf(conversation);
  const live = conversation?.status === "open" || conversation?.status === "requesting";
  const when = conversation && `${dayName(conversation.requestedAt)} ${clockTime(conversation.requestedAt)}`;
  return (
    <article className={styles.chat} aria-label={t("history.chatWith", { name })}>
      <header className={styles.chatHead}>
        <Button size="small" className={styles.back} onClick={() => useHistory.setState({ chosen: undefined })}>
          <ArrowLeft size={14} aria-hidden="true" /> {t("history.back")}
        </Button>
        <h2 ref={head} tabIndex={-1}>
          <bdi>{name}</bdi>
          {conversation?.visitorEmail !== undefined && <span> {conversation.visitorEmail}</span>}
        </h2>
        <p>{[when, site, conversation?.operator?.name].filter(Boolean).join(" · ")}</p>
        {conversation !== undefined && (
          <div className={styles.buttons}>
            {live && (
              <Button size="small" onClick={() => openChat(id)}>
                {t("history.open")}
              </Button>
            )}
            <IconButton label={t("chat.notes")} onClick={() => openNotes(conversation.site, conversation.visitor)}>
              <FileText />
            </IconButton>
            <IconButton label={t("save.save")} aria-disabled={!chat.loaded} onClick={() => void saveChat(chat, name)}>
              <Save />
            </IconButton>
          </div>
        )}
      </header>
      <ChatLog chat={chat} name={name} site={undefined} gone={false} />
    </article>
  );
}
