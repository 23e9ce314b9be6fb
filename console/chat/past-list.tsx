import { ChevronRight } from "lucide-react";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import { t } from "../strings/t.ts";
import { formatSpan } from "../ui/format.ts";
import { Time } from "../ui/time.tsx";
import styles from "./notes-dialog.module.css";
import { useNotes } from "./notes.ts";

/** The visitor's ended chats and left messages, newest first; each can be read again. */
export function PastList({ past, known }: { past: readonly OperatorConversation[]; known: boolean }) {
  return (
    <section className={styles.past} aria-labelledby="past-chats">
      <h3 id="past-chats">{t("chat.pastChats")}</h3>
      {known && past.length === 0 && <p className={styles.none}>{t("chat.noPast")}</p>}
      <ul>
        {past.map((conversation) => (
          <li key={conversation.id}>
            <button type="button" onClick={() => useNotes.setState({ past: conversation.id })}>
              <span className={styles.when}>
                <Time at={conversation.requestedAt} />
                <span className={styles.by}>{describe(conversation)}</span>
              </span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function describe({ status, operator, acceptedAt, endedAt }: OperatorConversation): string {
  if (status === "left") return t("chat.pastLeft");
  if (operator === undefined) return t("chat.pastNobody");
  const length = acceptedAt !== undefined && endedAt !== undefined ? formatSpan(endedAt - acceptedAt) : "";
  return [t("chat.pastWith", { name: operator.name }), length].filter(Boolean).join(" · ");
}
