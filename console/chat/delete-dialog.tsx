import { useRef } from "react";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { deleteMessage, useDeleting } from "./editing.ts";
import { useChats } from "./store.ts";

function close(): void {
  useDeleting.setState({ conversation: undefined }, true);
}

/** Asks whether a message is really to be deleted, for the chat that it stands in. */
export function DeleteDialog({ conversation }: { conversation: string }) {
  const asked = useDeleting((state) => (state.conversation === conversation ? state.seq : undefined));
  const button = useRef<HTMLButtonElement>(null);
  const confirm = () => {
    close();
    if (asked !== undefined) void deleteMessage(conversation, asked);
    // What had the focus goes with the message.
    useChats.setState({ focus: conversation });
  };
  return (
    <Dialog
      open={asked !== undefined}
      onClose={close}
      title={t("takes.deleteTitle")}
      description={t("takes.deleteText")}
      focus={button}
      footer={
        <>
          <Button onClick={close}>{t("takes.keep")}</Button>
          <Button ref={button} look="danger" onClick={confirm}>
            {t("takes.delete")}
          </Button>
        </>
      }
    />
  );
}
