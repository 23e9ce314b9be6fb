import { RefreshCw } from "lucide-react";
import styles from "../alerts/notice.module.css";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";

/** Says that the server has another console by now than this window shows, with the button that loads it. What was not sent is kept. */
export function UpgradeNotice() {
  const isOld = useMe(({ isOldConsole }) => isOldConsole);
  if (!isOld) return null;
  return (
    <span className={styles.notice} role="status">
      <RefreshCw aria-hidden="true" />
      <span className={styles.words}>{t("shell.upgraded")}</span>
      <button type="button" className={styles.press} onClick={() => location.reload()}>
        {t("shell.loadUpgrade")}
      </button>
    </span>
  );
}
