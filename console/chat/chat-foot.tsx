import { Check } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import type { Transfer } from "../../protocol/server-to-operator.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { type Chat, hasLost, partIn } from "./chat.ts";
import { acceptConversation, closeChat } from "./chats.ts";
import { Composer } from "./composer.tsx";
import styles from "./composer.module.css";
import { useDraft } from "./drafts.ts";
import { useMyDepartments, useMyId } from "./store.ts";
import { TakeStrip } from "./take-strip.tsx";
import { handBack, join, takeOver } from "./takes.ts";
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
  const me = useMyId();
  const part = partIn(chat, me, useMyDepartments());
  switch (part.kind) {
    case "writer":
      return (
        <div>
          <TakeStrip chat={chat} part={part} me={me} />
          <Composer conversation={chat.id} name={name} onNotes={onNotes} />
        </div>
      );
    case "waiting":
      return <Waiting chat={chat} name={name} me={me} />;
    case "reader":
      if (part.offer !== undefined) return <Offered conversation={chat.id} offer={part.offer} />;
      return (
        <Instead
          conversation={chat.id}
          text={t("chat.ownedBy", { name: part.owner })}
          onClose={onClose}
          more={
            <>
              <Button onClick={() => void takeOver(chat.id)}>{t("takes.takeOver")}</Button>
              <Button onClick={() => void join(chat.id)}>{t("takes.join")}</Button>
            </>
          }
        />
      );
    case "ended":
      return <Ended conversation={chat.id} onClose={onClose} />;
    default:
      return chat.refusal === undefined ? null : <Instead conversation={chat.id} text="" onClose={onClose} />;
  }
}

function Waiting({ chat, name, me }: { chat: Chat; name: string; me: string }) {
  const conversation = chat.id;
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useChatFocus(conversation, button);
  const accept = () => {
    setAsked(true);
    void acceptConversation(conversation).finally(() => setAsked(false));
  };
  return (
    <div className={styles.instead}>
      <p role="status">{t(hasLost(chat, me) ? "takes.youWereGone" : "chat.waitingText", { name })}</p>
      <Button ref={button} look="primary" size="large" aria-disabled={asked} onClick={() => !asked && accept()}>
        <Check size={14} aria-hidden="true" /> {t("chat.accept")}
      </Button>
    </div>
  );
}

/** A colleague offers the chat: until it is accepted it stays where it is. */
function Offered({ conversation, offer }: { conversation: string; offer: Transfer }) {
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useChatFocus(conversation, button);
  const answer = (act: (conversation: string) => Promise<void>) => {
    if (asked) return;
    setAsked(true);
    void act(conversation).finally(() => setAsked(false));
  };
  return (
    <div className={cx(styles.instead, styles.wraps)} role="status">
      <p>
        {offer.department === undefined
          ? t("takes.offeredToYou", { name: offer.from.name })
          : t("takes.offeredToDepartment", { name: offer.from.name, department: offer.department.name })}
        {offer.word !== "" && <span className={styles.word}>{t("takes.word", { word: offer.word })}</span>}
      </p>
      <span className={styles.choices}>
        {/* What is offered to a department is not one operator's to refuse. */}
        {offer.department === undefined && (
          <Button aria-disabled={asked} onClick={() => answer(handBack)}>
            {t("takes.handBack")}
          </Button>
        )}
        <Button ref={button} look="primary" aria-disabled={asked} onClick={() => answer(acceptConversation)}>
          <Check size={14} aria-hidden="true" /> {t("takes.accept")}
        </Button>
      </span>
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
  more,
  children,
}: {
  conversation: string;
  text: string;
  onClose: () => void;
  /** What else can be done, before Close. */
  more?: ReactNode;
  children?: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useChatFocus(conversation, button);
  return (
    <div className={cx(styles.instead, more !== undefined && styles.wraps)}>
      <p role="status">
        {text}
        {children}
      </p>
      <span className={styles.choices}>
        {more}
        <Button ref={button} size={more === undefined ? "large" : "medium"} onClick={onClose}>
          {t("chat.close")}
        </Button>
      </span>
    </div>
  );
}
