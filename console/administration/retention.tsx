import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RetentionRules, RetentionState } from "../../protocol/rest.ts";
import { Remote } from "../settings/remote.tsx";
import { Section } from "../settings/section.tsx";
import { get, put } from "../state/api.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./administration.module.css";
import { ConfirmDialog } from "./confirm-dialog.tsx";

const KEPT = ["chats", "notes", "left"] as const;
type Kept = (typeof KEPT)[number];
const MOST_DAYS = 3_650;
const USUAL = "365";

/** How long things are kept. */
export function RetentionSettings() {
  const query = useQuery({ queryKey: ["retention"], queryFn: () => get<RetentionState>("/retention") });
  return (
    <Section title={t("administration.retention")} text={t("administration.retentionText")}>
      <Remote query={query}>{({ rules }) => <Form key={JSON.stringify(rules)} rules={rules} />}</Remote>
    </Section>
  );
}

/** What stands in the fields; missing: kept for good. */
type Typed = { readonly [what in Kept]?: string };

function Form({ rules }: { rules: RetentionRules }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(KEPT.flatMap((what) => (rules[what] === undefined ? [] : [[what, String(rules[what])]]))),
  );
  const [confirming, setConfirming] = useState(false);
  const wish = read(typed);
  // Counted by the server for exactly what stands here, before anything is saved.
  const counted = useQuery({
    queryKey: ["retention-count", JSON.stringify(wish)],
    queryFn: () => get<RetentionState>(`/retention/count?${new URLSearchParams(toText(wish ?? {})).toString()}`),
    enabled: wish !== undefined,
  });
  const old = counted.data?.old;
  const meant = KEPT.filter((what) => wish?.[what] !== undefined && (old?.[what] ?? 0) > 0);
  const save = async () => {
    if (wish === undefined) return;
    await put("/retention", wish);
    toast(t("administration.saved"));
    await queries.invalidateQueries({ queryKey: ["retention"] });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (meant.length > 0) setConfirming(true);
        else save().catch((problem: unknown) => toast(refusalSentence(problem), "problem"));
      }}
      noValidate
    >
      <div className={styles.rules}>
        {KEPT.map((what) => (
          <Rule
            key={what}
            what={what}
            days={typed[what]}
            old={wish === undefined ? undefined : old?.[what]}
            onChange={(days) => setTyped(withRule(typed, what, days))}
          />
        ))}
      </div>
      <Button submit look="primary" disabled={wish === undefined || old === undefined}>
        {t("settings.save")}
      </Button>
      {confirming && (
        <ConfirmDialog
          title={t("administration.saveTitle")}
          text={t("administration.saveText", {
            what: meant.map((what) => t(`administration.what-${what}`, { count: old?.[what] ?? 0 })).join(", "),
          })}
          yes={t("administration.delete")}
          act={save}
          onClose={() => setConfirming(false)}
        />
      )}
    </form>
  );
}

function Rule({
  what,
  days,
  old,
  onChange,
}: {
  what: Kept;
  days: string | undefined;
  old: number | undefined;
  onChange: (days: string | undefined) => void;
}) {
  const words = old === undefined ? t("administration.counting") : t("administration.old", { count: old });
  return (
    <div className={styles.rule}>
      <div>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={days !== undefined}
            onChange={({ target }) => onChange(target.checked ? USUAL : undefined)}
          />
          {t(`administration.keep-${what}`)}
        </label>
        <p className={styles.quiet} role="status">
          {days === undefined ? t("administration.keptForGood") : isDays(days) && words}
        </p>
      </div>
      {days !== undefined && (
        <TextField
          label={t("administration.after")}
          value={days}
          onChange={({ target }) => onChange(target.value)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          error={isDays(days) ? undefined : t("administration.wrongDays")}
        />
      )}
    </div>
  );
}

function isDays(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_DAYS;
}

function withRule(typed: Typed, what: Kept, days: string | undefined): Typed {
  const { [what]: _, ...rest } = typed;
  return days === undefined ? rest : { ...rest, [what]: days };
}

/** What is typed, as the server wants it; undefined while something is no number of days. */
function read(typed: Typed): RetentionRules | undefined {
  const rules = Object.entries(typed);
  if (!rules.every(([, days]) => isDays(days))) return undefined;
  return Object.fromEntries(rules.map(([what, days]) => [what, Number(days)]));
}

function toText(rules: RetentionRules): Record<string, string> {
  return Object.fromEntries(Object.entries(rules).map(([what, days]) => [what, String(days)]));
}
