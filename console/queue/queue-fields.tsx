import type { QueueRule } from "../../protocol/rest.ts";
import { t } from "../strings/t.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import styles from "./queue-settings.module.css";

const RULES: readonly QueueRule["rule"][] = ["off", "least-busy", "longest-idle", "in-turn"];

/** What is typed so far; numbers as text, because a field may be empty for a moment. */
export interface QueueDraft {
  rule: QueueRule["rule"];
  mostChats: string;
  answerSeconds: string;
}

export function draftOf({ rule, mostChats, answerMs }: QueueRule): QueueDraft {
  return { rule, mostChats: String(mostChats), answerSeconds: String(Math.round(answerMs / 1000)) };
}

/** The rule that the draft is; the server says what is wrong with its numbers. */
export function ruleOf({ rule, mostChats, answerSeconds }: QueueDraft): QueueRule {
  return { rule, mostChats: Number(mostChats), answerMs: Number(answerSeconds) * 1000 };
}

/** How requests are handed out: the rule, the limit of chats, the time to answer. */
export function QueueFields({ draft, onChange }: { draft: QueueDraft; onChange: (draft: QueueDraft) => void }) {
  const { rule, mostChats, answerSeconds } = draft;
  return (
    <>
      <SelectField
        label={t("queue.rule")}
        hint={t(`queue.hint-${rule}`)}
        value={rule}
        onChange={({ target }) => {
          const chosen = RULES.find((one) => one === target.value);
          if (chosen !== undefined) onChange({ ...draft, rule: chosen });
        }}
      >
        {RULES.map((one) => (
          <option key={one} value={one}>
            {t(`queue.rule-${one}`)}
          </option>
        ))}
      </SelectField>
      {rule !== "off" && (
        <div className={styles.numbers}>
          <TextField
            label={t("queue.mostChats")}
            hint={t("queue.mostChatsHint")}
            type="number"
            min={1}
            max={100}
            required
            value={mostChats}
            onChange={({ target }) => onChange({ ...draft, mostChats: target.value })}
          />
          <TextField
            label={t("queue.answerSeconds")}
            hint={t("queue.answerSecondsHint")}
            type="number"
            min={5}
            max={600}
            required
            value={answerSeconds}
            onChange={({ target }) => onChange({ ...draft, answerSeconds: target.value })}
          />
        </div>
      )}
    </>
  );
}
