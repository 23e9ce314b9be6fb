import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { newChat } from "./chat.ts";
import { ChatLog } from "./chat-log.tsx";
import { peekChat } from "./chats.ts";
import styles from "./notes-dialog.module.css";
import { useNotes } from "./notes.ts";
import { useChats } from "./store.ts";
import { clockTime, dayName } from "./when.ts";

/** A past chat, to read. */
export function PastChat({ conversation, name }: { conversation: OperatorConversation; name: string }) {
  const { id, requestedAt } = conversation;
  const chat = useChats((state) => state.chats[id]) ?? newChat(id, conversation);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => peekChat(id), [id]);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className={styles.pastChat}>
      <p className={styles.bar}>
        <Button ref={back} size="small" onClick={() => useNotes.setState({ past: null })}>
          <ArrowLeft size={14} aria-hidden="true" className={styles.arrow} /> {t("chat.back")}
        </Button>
        <b>{t("chat.pastTitle", { time: `${dayName(requestedAt)} ${clockTime(requestedAt)}` })}</b>
      </p>
      <ChatLog chat={chat} name={name} site={undefined} gone={false} />
    </div>
  );
}
