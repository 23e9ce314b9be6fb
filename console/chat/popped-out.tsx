import { ExternalLink } from "lucide-react";
import { useRef } from "react";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { bringBack, showPoppedOut } from "./pop-out.ts";
import { useChats } from "./store.ts";
import { useChatFocus } from "./use-chat-focus.ts";
import styles from "./popped-out.module.css";

/** What stands in the tab of a chat that has a window of its own. */
export function PoppedOut({ conversation }: { conversation: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useChatFocus(conversation, button);
  const back = () => {
    bringBack(conversation);
    useChats.setState({ focus: conversation });
  };
  return (
    <div className={styles.frame}>
      <EmptyState icon={<ExternalLink />} title={t("chat.poppedOutTitle")}>
        <p>{t("chat.poppedOutText")}</p>
        <div className={styles.buttons}>
          <Button onClick={() => showPoppedOut(conversation)}>{t("chat.showWindow")}</Button>
          <Button ref={button} look="primary" onClick={back}>
            {t("chat.bringBack")}
          </Button>
        </div>
      </EmptyState>
    </div>
  );
}
