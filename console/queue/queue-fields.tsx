import type { QueueRule } from "../../protocol/rest.ts";
import { t } from "../strings/t.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import styles from "./queue-settings.module.css";

const RULES: readonly QueueRule["rule"][] = ["off", "least-busy", "longest-idle", "in-turn"];

/** As the server has them: for what is less or more, it has no rule. */
const CHATS = { least: 1, most: 100 };
const SECONDS = { least: 5, most: 600 };

/** What is typed so far; numbers as text, because a field may be empty for a moment. */
export interface QueueDraft {
  rule: QueueRule["rule"];
  mostChats: string;
  answerSeconds: string;
}

export function draftOf({ rule, mostChats, answerMs }: QueueRule): QueueDraft {
  return { rule, mostChats: String(mostChats), answerSeconds: String(Math.round(answerMs / 1000)) };
}

/** The rule that the draft is, once its numbers are right. */
export function ruleOf({ rule, mostChats, answerSeconds }: QueueDraft): QueueRule | undefined {
  if (!isWithin(mostChats, CHATS) || !isWithin(answerSeconds, SECONDS)) return undefined;
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
            {...numberIn(CHATS, mostChats)}
            value={mostChats}
            onChange={({ target }) => onChange({ ...draft, mostChats: target.value })}
          />
          <TextField
            label={t("queue.answerSeconds")}
            hint={t("queue.answerSecondsHint")}
            type="number"
            {...numberIn(SECONDS, answerSeconds)}
            value={answerSeconds}
            onChange={({ target }) => onChange({ ...draft, answerSeconds: target.value })}
          />
        </div>
      )}
    </>
  );
}

function isWithin(text: string, { least, most }: typeof CHATS): boolean {
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number <= most;
}

/** For the field of a number: its bounds, and the sentence when it is beyond them. */
function numberIn(bounds: typeof CHATS, text: string) {
  const error = isWithin(text, bounds) ? undefined : t("queue.wrongNumber", bounds);
  return { min: bounds.least, max: bounds.most, error };
}
