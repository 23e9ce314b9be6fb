import { Component, type ReactNode } from "react";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import styles from "./between.module.css";

/** Stands in for the console when drawing it failed: a bug. React has written the error to the browser's log. */
export class Failure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={styles.page}>
        <EmptyState heading="h1" title={t("shell.broken")}>
          <p>{t("shell.brokenText")}</p>
          <Button look="primary" onClick={() => location.reload()}>
            {t("shell.reload")}
          </Button>
        </EmptyState>
      </main>
    );
  }
}
