import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { t } from "../strings/t.ts";
import { IconButton } from "./button.tsx";
import styles from "./toast.module.css";

const manager = Base.createToastManager();

/** Long enough to be read twice (WCAG 2.2.1 exempts nothing shorter); a press of F6 holds it. */
const SHOWN_MS = 8_000;

/** Says something in the corner, to eyes and to a screen reader. `problem` for what did not work. */
export function toast(title: string, kind: "news" | "problem" = "news"): void {
  manager.add({ title, type: kind, timeout: SHOWN_MS, priority: kind === "problem" ? "high" : "low" });
}

/** Where toasts appear; once in the console. */
export function Toasts() {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport className={styles.viewport} aria-label={t("shell.toasts")}>
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function List() {
  const { toasts } = Base.useToastManager();
  return toasts.map((entry) => (
    <Base.Root key={entry.id} toast={entry} className={styles.toast} swipeDirection={["right", "down"]}>
      <Base.Content className={styles.content}>
        {entry.type === "problem" ? (
          <CircleAlert className={styles.problem} />
        ) : (
          <CircleCheck className={styles.news} />
        )}
        <Base.Title className={styles.title} render={<p />} />
        <Base.Close render={<IconButton label={t("shell.close")}>{<X />}</IconButton>} />
      </Base.Content>
    </Base.Root>
  ));
}
