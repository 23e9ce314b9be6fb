import { type KeyboardEvent, useRef, useState } from "react";
import { newId } from "../../client/id.ts";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { ask } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { toast } from "../ui/toast.tsx";
import { useRemark } from "./remark.ts";
import { visitorName } from "./show.ts";

/** The manual's client remark panel: one's own word about a visitor. */
export function RemarkDialog() {
  const row = useRemark((state) => state.row);
  return row === undefined ? null : <Window key={row.visitor} row={row} />;
}

function Window({ row }: { row: VisitorRow }) {
  const { visitor, remark = "" } = row;
  const [text, setText] = useState(remark);
  const box = useRef<HTMLInputElement>(null);
  const isBegun = useRef(false);
  const most = useMe((me) => me.limits?.remarkLength);
  const close = () => useRemark.setState({ row: undefined });
  const save = () => {
    close();
    if (text.trim() !== remark) void set(visitor, text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      open
      onClose={close}
      title={t("list.remarkTitle", { visitor: visitorName(row) })}
      focus={box}
      footer={
        <>
          <Button look="quiet" onClick={close}>
            {t("shell.cancel")}
          </Button>
          <Button look="primary" onClick={save}>
            {t("list.remarkSave")} <Kbd keys="Enter" onAccent />
          </Button>
        </>
      }
    >
      <TextField
        ref={box}
        label={t("list.remark")}
        hint={t("list.remarkHint")}
        value={text}
        maxLength={most}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => {
          // Once: the focus may go and come back while somebody types, who would then write over the beginning.
          if (!isBegun.current) event.target.select();
          isBegun.current = true;
        }}
        onKeyDown={onKeyDown}
      />
    </Dialog>
  );
}

async function set(visitor: number, text: string): Promise<void> {
  const site = useMe.getState().siteId ?? "";
  try {
    await ask({ type: "remark", id: newId(), site, visitor, text });
  } catch (problem) {
    toast(refusalSentence(problem), "problem");
  }
}
