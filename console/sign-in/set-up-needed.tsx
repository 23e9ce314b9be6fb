import { t } from "../strings/t.ts";
import { Page } from "./page.tsx";
import styles from "./page.module.css";

/** For whoever comes before the owner. */
export function SetUpNeeded() {
  return (
    <Page title={t("signIn.neededTitle")} text={t("signIn.neededText")} wide>
      <p className={styles.code}>{`${location.origin}/console/#/set-up/…`}</p>
      <p className={styles.quiet}>{t("signIn.neededRestart")}</p>
    </Page>
  );
}
