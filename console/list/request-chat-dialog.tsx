import { type KeyboardEvent, useRef, useState } from "react";
import { newId } from "../../client/id.ts";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { ask } from "../state/connection.ts";
import { readKept, writeKept } from "../state/kept.ts";
import { useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextAreaField } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { toast } from "../ui/toast.tsx";
import { useRequestChat } from "./request-chat.ts";
import { visitorName } from "./show.ts";

const KEPT_SENTENCE = "shopbell.firstSentence";

/** The Request Chat window: invites a visitor, with a first sentence. */
export function RequestChatDialog() {
  const row = useRequestChat((state) => state.row);
  return row === undefined ? null : <Window key={row.visitor} row={row} />;
}

function Window({ row }: { row: VisitorRow }) {
  const [text, setText] = useState(() => readKept(KEPT_SENTENCE) ?? t("list.requestDefault"));
  const box = useRef<HTMLTextAreaElement>(null);
  const most = useMe((me) => me.limits?.textLength);
  const close = () => useRequestChat.setState({ row: undefined });
  const send = () => {
    writeKept(KEPT_SENTENCE, text);
    close();
    void invite(row, text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <Dialog
      open
      onClose={close}
      title={t("list.requestTitle", { visitor: visitorName(row) })}
      focus={box}
      footer={
        <>
          <Button look="quiet" onClick={close}>
            {t("shell.cancel")}
          </Button>
          <Button look="primary" onClick={send}>
            {t("list.requestSend")} <Kbd keys="Enter" onAccent />
          </Button>
        </>
      }
    >
      <TextAreaField
        ref={box}
        label={t("list.requestFirst")}
        hint={t("list.requestHint")}
        value={text}
        maxLength={most}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
      />
    </Dialog>
  );
}

async function invite({ visitor, ...row }: VisitorRow, text: string): Promise<void> {
  const site = useMe.getState().siteId ?? "";
  try {
    await ask({ type: "invite", id: newId(), site, visitor, ...(text !== "" && { text }) });
    toast(t("list.requestSent", { visitor: visitorName({ visitor, ...row }) }));
  } catch (problem) {
    toast(refusalSentence(problem), "problem");
  }
}
