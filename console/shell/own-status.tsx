import { ChevronDown } from "lucide-react";
import { newId } from "../../client/id.ts";
import { ask } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Menu, MenuChoice } from "../ui/menu.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./top-bar.module.css";

type Status = "online" | "away";
const words = { online: "shell.statusOnline", away: "shell.statusAway" } as const;

/** One's own status: whether requests can come. */
export function OwnStatus() {
  const status = useMe((me) => me.status);
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.status} aria-label={t("shell.ownStatus", { status: t(words[status]) })}>
          <StatusDot status={status} />
          <span className={styles.word}>{t(words[status])}</span>
          <ChevronDown className={styles.arrow} aria-hidden="true" />
        </button>
      }
    >
      <MenuChoice<Status>
        label={t("shell.yourStatus")}
        value={status}
        onChange={(next) => void setStatus(next)}
        options={(["online", "away"] as const).map((value) => ({
          value,
          label: t(words[value]),
          icon: <StatusDot status={value} />,
        }))}
      />
    </Menu>
  );
}

/** Changes one's own status; shown at once, and put right by the server if it will not have it. */
export async function setStatus(status: Status): Promise<void> {
  const { status: before, isAwayByItself, unanswered } = useMe.getState();
  useMe.setState({ status, isAwayByItself: false, unanswered: undefined });
  try {
    await ask({ type: "status", id: newId(), status });
  } catch (problem) {
    useMe.setState({ status: before, isAwayByItself, unanswered });
    toast(refusalSentence(problem), "problem");
  }
}

/** For a key: the other status. */
export function toggleStatus(): void {
  void setStatus(useMe.getState().status === "online" ? "away" : "online");
}
