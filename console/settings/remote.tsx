import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import styles from "./settings.module.css";

/** What the server keeps, once it has come; until then a quiet place for it, and a sentence if it does not. */
export function Remote<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <div className={styles.pending} role="status" aria-label={t("shell.loading")} />;
  return (
    <EmptyState title={refusalSentence(query.error)}>
      <Button onClick={() => void query.refetch()}>{t("shell.tryAgain")}</Button>
    </EmptyState>
  );
}
