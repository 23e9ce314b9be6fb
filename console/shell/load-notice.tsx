import { Gauge } from "lucide-react";
import { create } from "zustand";
import { on } from "../state/connection.ts";
import { t } from "../strings/t.ts";
import styles from "./load-notice.module.css";

const useLoad = create<{ level: "normal" | "busy" | "overloaded" }>(() => ({ level: "normal" }));
// A server that has more to do than it should says so after each `welcome`.
on("welcome", () => useLoad.setState({ level: "normal" }));
on("load", ({ level }) => useLoad.setState({ level }));

/** Says that the server has too much to do, what that changes here, and what to do about it. */
export function LoadNotice() {
  const level = useLoad(({ level }) => level);
  if (level === "normal") return null;
  return (
    <div className={styles.notice} role="status">
      <Gauge aria-hidden="true" />
      <span>{t(level === "busy" ? "shell.serverBusy" : "shell.serverOverloaded")}</span>
    </div>
  );
}
