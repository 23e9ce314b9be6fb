import { usePreferences } from "../state/preferences.ts";
import { formatFullTime } from "../ui/format.ts";
import styles from "./visitor-panel.module.css";

/** When a page was opened, to the second: a visit is told by its pauses. */
export function EntryTime({ at }: { at: number }) {
  const language = usePreferences((preferences) => preferences.language);
  return (
    <time className={styles.at} dateTime={new Date(at).toISOString()} title={formatFullTime(language, at)}>
      {new Intl.DateTimeFormat(language, { timeStyle: "medium" }).format(at)}
    </time>
  );
}
