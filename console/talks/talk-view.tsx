import { Bell, BellOff, CornerDownLeft, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { setMuted, useMuted } from "../alerts/muted.ts";
import { closeChat } from "../chat/chats.ts";
import view from "../chat/chat-view.module.css";
import header from "../chat/chat-header.module.css";
import composer from "../chat/composer.module.css";
import { changeDraft, draftOf, useDraft } from "../chat/drafts.ts";
import { fits } from "../chat/fits.ts";
import { useChatFocus } from "../chat/use-chat-focus.ts";
import { useLine } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { StatusDot } from "../ui/status-dot.tsx";
import { talkKey } from "./key.ts";
import { statusWord } from "./status-word.ts";
import { TalkLog } from "./talk-log.tsx";
import styles from "./talk-view.module.css";
import { lookAtTalk, say, tellTyping, useTalk } from "./talks.ts";
import { useColleague } from "./use-colleague.ts";

/** A talk with a colleague, in the chat column but unlike a visitor's chat: its own colour, and the word that says so. */
export function TalkView({ colleague: id }: { colleague: string }) {
  const talk = useTalk(id);
  const colleague = useColleague(id);
  const key = talkKey(id);
  const isMuted = useMuted(key);
  useEffect(() => lookAtTalk(id), [id]);
  const status = colleague?.status ?? "offline";
  const name = colleague?.name ?? "…";
  return (
    <div className={cx(view.view, styles.talk)}>
      <header className={header.header}>
        <h2 className={header.name}>
          <bdi className={header.who}>{name}</bdi>
          <span className={header.number}>{colleague?.login}</span>
          <span className={styles.label}>{t("talks.colleague")}</span>
        </h2>
        <div className={header.buttons}>
          <IconButton label={t("alerts.chatSound")} pressed={!isMuted} onClick={() => setMuted(key, !isMuted)}>
            {isMuted ? <BellOff /> : <Bell />}
          </IconButton>
          <IconButton label={t("talks.close")} onClick={() => closeChat(key)}>
            <X />
          </IconButton>
        </div>
        <p className={header.about}>
          <StatusDot status={status} /> {statusWord(status)}
        </p>
      </header>
      <TalkLog talk={talk} name={name} />
      <TalkComposer colleague={id} name={name} isThere={status !== "offline"} />
    </div>
  );
}

/** Plain text only: whatever else a visitor can be sent is for visitors. */
function TalkComposer({ colleague, name, isThere }: { colleague: string; name: string; isThere: boolean }) {
  const key = talkKey(colleague);
  const box = useRef<HTMLTextAreaElement>(null);
  const { text } = useDraft(key);
  const limits = useMe((state) => state.limits);
  const line = useLine();
  const problemId = useId();
  const fit = fits({ text, input: "text", asHtml: false }, limits);
  useChatFocus(key, box);
  useTypingEnd(colleague);
  const canSend = text.trim() !== "" && fit.kind !== "problem";
  const send = () => {
    box.current?.focus();
    const words = draftOf(key).text.trim();
    if (words === "" || fit.kind === "problem") return;
    void say(colleague, words);
    changeDraft(key, { text: "" });
    tellTyping(colleague, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that chooses a candidate in an input method is not meant for us (229: what Safari says instead).
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={composer.composer}>
      <p className={composer.line} role="status">
        {line.kind !== "online" ? t("chat.offline") : !isThere && t("talks.readsLater", { name })}
      </p>
      <textarea
        ref={box}
        className={composer.box}
        aria-label={t("talks.message", { name })}
        aria-describedby={fit.kind === "fits" ? undefined : problemId}
        aria-invalid={fit.kind === "problem" || undefined}
        placeholder={t("talks.placeholder", { name })}
        dir="auto"
        rows={2}
        value={text}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          changeDraft(key, { text: target.value });
          tellTyping(colleague, target.value.trim() !== "");
        }}
        onBlur={() => tellTyping(colleague, false)}
      />
      <div className={composer.send}>
        <span
          id={problemId}
          className={cx(composer.fit, fit.kind === "problem" && composer.problem)}
          aria-live="polite"
        >
          {fit.kind !== "fits" && fit.sentence}
        </span>
        <Button look="primary" size="large" className={composer.button} aria-disabled={!canSend} onClick={send}>
          {t("chat.send")}
          <span className={composer.key} aria-hidden="true">
            <CornerDownLeft />
          </span>
        </Button>
      </div>
    </div>
  );
}

/** Nobody types in a talk that is not on the screen. */
function useTypingEnd(colleague: string): void {
  useEffect(() => () => tellTyping(colleague, false), [colleague]);
}
