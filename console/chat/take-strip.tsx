import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { type Chat, isHeldBy, type Part } from "./chat.ts";
import styles from "./take-strip.module.css";
import { stepOut, takeOver, withdrawTransfer } from "./takes.ts";

/** Above the composer: that the chat is offered to a colleague, or that it is a colleague's. Nothing where it is simply one's own. */
export function TakeStrip({ chat, part, me }: { chat: Chat; part: Extract<Part, { kind: "writer" }>; me: string }) {
  const { id, conversation } = chat;
  if (part.owner !== undefined) {
    return (
      <div className={styles.strip} role="status">
        <span className={styles.words}>{t("takes.youJoined", { name: part.owner })}</span>
        <Button size="small" onClick={() => void takeOver(id)}>
          {t("takes.takeOver")}
        </Button>
        <Button size="small" onClick={() => void stepOut(id)}>
          {t("takes.stepOut")}
        </Button>
      </div>
    );
  }
  const transfer = isHeldBy(conversation, me) ? conversation?.transfer : undefined;
  if (transfer === undefined) return null;
  const to = transfer.to?.name ?? transfer.department?.name ?? "";
  return (
    <div className={styles.strip} role="status">
      <span className={styles.words}>{t("takes.offeredTo", { name: to })}</span>
      <Button size="small" onClick={() => void withdrawTransfer(id)}>
        {t("takes.withdraw")}
      </Button>
    </div>
  );
}
