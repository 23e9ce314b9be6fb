import { CircleAlert, Clock } from "lucide-react";
import { memo } from "react";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Speaker } from "./bubble.tsx";
import { changeDraft } from "./drafts.ts";
import styles from "./log.module.css";
import { type Pending, textOf } from "./pending.ts";
import { clockTime } from "./when.ts";
import { discard, tryAgain } from "./writing.ts";

/** A message of one's own that is not in the conversation yet, or that the server will not have. */
export const PendingMessage = memo(function PendingMessage({
  conversation,
  pending,
  showsTime,
}: {
  conversation: string;
  pending: Pending;
  showsTime: boolean;
}) {
  const { id, draft, state } = pending;
  const edit = () => {
    changeDraft(conversation, {
      text: textOf(draft),
      input: draft.kind === "url" ? "url" : "text",
      asHtml: draft.kind === "html",
    });
    discard(conversation, id);
  };
  return (
    <>
      <div className={cx(styles.bubble, styles.own, state.kind === "refused" && styles.refused)} dir="auto">
        <Speaker name={t("chat.you")} />
        {textOf(draft)}
      </div>
      {state.kind === "refused" && (
        <div className={styles.refusal} role="alert">
          <span>
            <CircleAlert aria-hidden="true" /> {state.sentence}
          </span>
          <span className={styles.choices}>
            <Button size="small" onClick={() => tryAgain(conversation, id)}>
              {t("chat.tryAgain")}
            </Button>
            <Button size="small" look="quiet" onClick={edit}>
              {t("chat.edit")}
            </Button>
            <Button size="small" look="quiet" onClick={() => discard(conversation, id)}>
              {t("chat.discard")}
            </Button>
          </span>
        </div>
      )}
      {state.kind !== "refused" && showsTime && (
        <span className={cx(styles.meta, styles.own)}>
          {clockTime(pending.at)} ·{" "}
          {state.kind === "kept" ? t("chat.sent") : <Clock role="img" aria-label={t("chat.sending")} />}
        </span>
      )}
    </>
  );
});
