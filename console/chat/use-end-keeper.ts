import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { EndKeeper } from "./end-keeper.ts";

/**
 * Keeps a log at its end while the reader is there; see `EndKeeper`.
 * @param newest changes with every entry; @param own is true when the newest is the reader's own.
 */
export function useEndKeeper(
  scroller: RefObject<HTMLElement | null>,
  newest: string | undefined,
  own: boolean,
): { missed: boolean; goToEnd: () => void } {
  const [keeper] = useState(() => new EndKeeper());
  const missed = useSyncExternalStore(keeper.subscribe, () => keeper.missed);
  useLayoutEffect(() => (scroller.current === null ? undefined : keeper.keep(scroller.current)), [scroller, keeper]);
  useLayoutEffect(() => {
    if (newest !== undefined) keeper.added(own);
  }, [newest, own, keeper]);
  return { missed, goToEnd: keeper.goToEnd };
}
