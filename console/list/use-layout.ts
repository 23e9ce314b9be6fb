import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { type Layout, layoutOf } from "./layout.ts";
import { useColumnChoice } from "./own-columns.ts";
import { useQueueing } from "../queue/queue.ts";

/** The columns that have room in the list, again whenever its width or the operator's choice changes. */
export function useLayout(grid: RefObject<HTMLElement | null>): Layout {
  const choice = useColumnChoice();
  const queueing = useQueueing();
  const [width, setWidth] = useState(0);
  // Before the first paint, so that no column comes or goes before anybody's eyes.
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return undefined;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return useMemo(() => layoutOf(choice, width, queueing), [choice, width, queueing]);
}
