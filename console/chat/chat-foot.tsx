import { Check } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { type Chat, partIn } from "./chat.ts";
import { acceptConversation, closeChat } from "./chats.ts";
import { Composer } from "./composer.tsx";
import styles from "./composer.module.css";
import { useDraft } from "./drafts.ts";
import { useMyId } from "./store.ts";
import { useChatFocus } from "./use-chat-focus.ts";

/** What stands below the conversation: the composer for whose chat it is, and for the others what they can do instead. */
export function ChatFoot({
  chat,
  name,
  onNotes,
  onClose = () => closeChat(chat.id),
}: {
  chat: Chat;
  name: string;
  onNotes: () => void;
  onClose?: () => void;
}) {
  const part = partIn(chat, useMyId());
  switch (part.kind) {
    case "writer":
      return <Composer conversation={chat.id} name={name} onNotes={onNotes} />;
    case "waiting":
      return <Waiting conversation={chat.id} name={name} />;
    case "reader":
      return <Instead conversation={chat.id} text={t("chat.ownedBy", { name: part.owner })} onClose={onClose} />;
    case "ended":
      return <Ended conversation={chat.id} onClose={onClose} />;
    default:
      return chat.refusal === undefined ? null : <Instead conversation={chat.id} text="" onClose={onClose} />;
  }
}

function Waiting({ conversation, name }: { conversation: string; name: string }) {
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useChatFocus(conversation, button);
  const accept = () => {
    setAsked(true);
    void acceptConversation(conversation).finally(() => setAsked(false));
  };
  return (
    <div className={styles.instead}>
      <p>{t("chat.waitingText", { name })}</p>
      <Button ref={button} look="primary" size="large" aria-disabled={asked} onClick={() => !asked && accept()}>
        <Check size={14} aria-hidden="true" /> {t("chat.accept")}
      </Button>
    </div>
  );
}

function Ended({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const { text } = useDraft(conversation);
  return (
    <Instead conversation={conversation} text={t("chat.endedText")} onClose={onClose}>
      {text.trim() !== "" && (
        <span className={styles.unsent}>
          <br />
          {t("chat.unsent")} {text}
        </span>
      )}
    </Instead>
  );
}

function Instead({
  conversation,
  text,
  onClose,
  children,
}: {
  conversation: string;
  text: string;
  onClose: () => void;
  children?: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useChatFocus(conversation, button);
  return (
    <div className={styles.instead}>
      <p role="status">
        {text}
        {children}
      </p>
      <Button ref={button} size="large" onClick={onClose}>
        {t("chat.close")}
      </Button>
    </div>
  );
}
