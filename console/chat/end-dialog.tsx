import { useRef } from "react";
import { create } from "zustand";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { endChat } from "./writing.ts";

const useEnding = create<{ conversation: string | null }>(() => ({ conversation: null }));

/** Asks whether a chat is really to be ended. */
export function askToEnd(conversation: string): void {
  useEnding.setState({ conversation });
}

function close(): void {
  useEnding.setState({ conversation: null });
}

/** The question, for the chat that it stands in. */
export function EndDialog({ conversation, name }: { conversation: string; name: string }) {
  const asked = useEnding((state) => state.conversation === conversation);
  const endButton = useRef<HTMLButtonElement>(null);
  const end = () => {
    close();
    void endChat(conversation);
  };
  return (
    <Dialog
      open={asked}
      onClose={close}
      title={t("chat.endTitle", { name })}
      description={t("chat.endText")}
      focus={endButton}
      footer={
        <>
          <Button onClick={close}>{t("chat.endKeep")}</Button>
          <Button ref={endButton} look="primary" onClick={end}>
            {t("chat.end")}
          </Button>
        </>
      }
    />
  );
}
