import { useEffect } from "react";
import { setWindowTitle } from "../alerts/window-title.ts";
import { useList } from "../list/live-list.ts";
import { t } from "../strings/t.ts";

/** Counters in the window's title, so that a tab in the background tells: `(3) 1,284 visitors — Shopbell`. */
export function useDocumentTitle(): void {
  const counts = useList((list) => list.counts);
  useEffect(() => {
    if (counts === undefined) return;
    const { online, invited, requesting, chatting } = counts;
    const visitors = t("shell.titleVisitors", { count: online + invited + requesting + chatting });
    setWindowTitle((requesting > 0 ? `(${requesting}) ` : "") + t("shell.title", { visitors }));
  }, [counts]);
}
