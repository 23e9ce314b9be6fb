import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { tell } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextAreaField } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import { type Receiver, receivers } from "./receivers.ts";
import { useChats } from "./store.ts";
import { transfer, useTransferring } from "./takes.ts";
import styles from "./transfer-dialog.module.css";

function close(): void {
  useTransferring.setState({ conversation: undefined });
}

/** The Transfer window: to whom, and a word that only the colleague reads. */
export function TransferDialog({ conversation, name }: { conversation: string; name: string }) {
  const colleagues = useMe((state) => state.colleagues);
  const me = useMe((state) => state.me?.id);
  const most = useMe((state) => state.limits?.textLength);
  const departments = useMe((state) => state.departments);
  const site = useChats(({ chats }) => chats[conversation]?.conversation?.site);
  const there = receivers({ colleagues, departments, site, me });
  const [chosen, choose] = useState<string>();
  const [word, setWord] = useState("");
  const [isAsked, setAsked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const formId = useId();
  // Who has how many chats is told when somebody wants to know.
  useEffect(() => tell({ type: "colleagues" }), []);
  const receiver = there.find(({ id }) => id === chosen) ?? there[0];
  const send = async () => {
    if (receiver === undefined || isAsked) return;
    setAsked(true);
    if (
      await transfer(
        conversation,
        receiver.kind === "operator" ? { to: receiver.id } : { department: receiver.id },
        word.trim(),
      )
    )
      close();
    else setAsked(false);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <Dialog
      open
      onClose={close}
      title={t("takes.transferTitle", { name })}
      description={t("takes.transferText")}
      focus={first}
      footer={
        <>
          <Button look="quiet" onClick={close}>
            {t("shell.cancel")}
          </Button>
          <Button submit form={formId} look="primary" aria-disabled={receiver === undefined || isAsked}>
            {t("takes.offer")} <Kbd keys="Enter" onAccent />
          </Button>
        </>
      }
    >
      {receiver === undefined ? (
        <EmptyState title={t("takes.nobody")}>
          <p>{t("takes.nobodyText")}</p>
        </EmptyState>
      ) : (
        <form id={formId} className={styles.form} onSubmit={onSubmit}>
          <Receivers all={there} chosen={receiver.id} first={first} onChoose={choose} />
          <TextAreaField
            label={t("takes.wordLabel")}
            hint={t("takes.wordHint")}
            rows={2}
            value={word}
            maxLength={most}
            onChange={(event) => setWord(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </form>
      )}
    </Dialog>
  );
}

function Receivers({
  all,
  chosen,
  first,
  onChoose,
}: {
  all: readonly Receiver[];
  chosen: string;
  first: RefObject<HTMLInputElement | null>;
  onChoose: (id: string) => void;
}) {
  const group = useId();
  return (
    <fieldset className={styles.receivers}>
      <legend className={styles.legend}>{t("takes.to")}</legend>
      {all.map((receiver) => (
        <label key={receiver.id} className={styles.receiver}>
          <input
            ref={receiver.id === chosen ? first : undefined}
            type="radio"
            name={group}
            value={receiver.id}
            checked={receiver.id === chosen}
            onChange={() => onChoose(receiver.id)}
          />
          <StatusDot status={receiver.status} />
          <span className={styles.name}>
            <bdi>{receiver.name}</bdi>
          </span>
          <span className={styles.about}>{aboutOf(receiver)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** `Online · 3 chats`, or for a department how many of it are. */
function aboutOf({ kind, status, count }: Receiver): string {
  if (kind === "department") return t("takes.available", { count });
  const chats = count === 0 ? t("takes.noChats") : t("takes.chats", { count });
  return `${t(status === "online" ? "takes.online" : "takes.away")} · ${chats}`;
}
