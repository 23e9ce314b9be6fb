import { BellOff } from "lucide-react";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import styles from "./load-notice.module.css";
import { setStatus } from "./own-status.tsx";

/** Says to whoever comes back to the desk why no requests are offered there any more, with the button that changes it. */
export function UnansweredNotice() {
  const isSilent = useMe(({ unanswered }) => unanswered !== undefined);
  if (!isSilent) return null;
  return (
    <div className={styles.notice} role="status">
      <BellOff aria-hidden="true" />
      <span>{t("shell.unanswered")}</span>
      <Button size="small" onClick={() => void setStatus("online")}>
        {t("shell.goOnline")}
      </Button>
    </div>
  );
}
