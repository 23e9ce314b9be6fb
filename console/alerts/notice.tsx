import { BellOff, VolumeX } from "lucide-react";
import { Link } from "wouter";
import { t } from "../strings/t.ts";
import styles from "./notice.module.css";
import { ALERT_KINDS } from "./kinds.ts";
import { askPermission, usePermission } from "./notifications.ts";
import { useAlertPreferences } from "./preferences.ts";
import { useSpeaker, wake } from "./speaker.ts";

/** Says which alerts the browser would keep back, with the button that mends it. It takes no room from what is above. */
export function AlertNotice() {
  return (
    <>
      <SoundNotice />
      <PopupNotice />
    </>
  );
}

function SoundNotice() {
  const isWanted = useAlertPreferences(({ kinds }) => ALERT_KINDS.some((kind) => kinds[kind].sound));
  const isBlocked = useSpeaker(({ state }) => state === "blocked");
  if (!isWanted || !isBlocked) return null;
  return (
    <span className={styles.notice} role="status">
      <VolumeX aria-hidden="true" />
      <span className={styles.words}>{t("alerts.soundBlocked")}</span>
      <button type="button" className={styles.press} onClick={wake}>
        {t("alerts.turnOnSound")}
      </button>
    </span>
  );
}

function PopupNotice() {
  const isWanted = useAlertPreferences(({ kinds }) => ALERT_KINDS.some((kind) => kinds[kind].popup));
  const permission = usePermission((state) => state.permission);
  // Where the browser has none there is nothing to mend; Preferences say so.
  if (!isWanted || permission === "granted" || permission === "unsupported") return null;
  return (
    <span className={styles.notice} role="status">
      <BellOff aria-hidden="true" />
      <span className={styles.words}>
        {t(permission === "denied" ? "alerts.popupsDenied" : "alerts.popupsNotAllowed")}
      </span>
      {permission === "denied" ? (
        <Link className={styles.press} href="/settings/preferences">
          {t("alerts.what")}
        </Link>
      ) : (
        <button type="button" className={styles.press} onClick={() => void askPermission()}>
          {t("alerts.allow")}
        </button>
      )}
    </span>
  );
}
