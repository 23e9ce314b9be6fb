import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

/** About three screens; each step back adds as many. */
const STEP = 120;
/** Earlier entries are put in before the reader reaches the top. */
const AHEAD = "600px";

/**
 * The recent part of a long list, so that opening a chat of a thousand messages costs what is looked at. What is added at the
 * end is always part of it; earlier entries join when `top`, an element above the first one, comes near the screen.
 */
export function useRecent<T>(
  all: readonly T[],
  loaded: boolean,
): {
  recent: readonly T[];
  hasEarlier: boolean;
  showEarlier: () => void;
  /** Makes the one at this place of the list part of it, with some before it. */
  showFrom: (index: number) => void;
  top: RefObject<HTMLDivElement | null>;
} {
  const [from, setFrom] = useState<number>();
  const top = useRef<HTMLDivElement>(null);
  if (loaded && from === undefined) setFrom(Math.max(0, all.length - STEP));
  const start = from ?? 0;
  useEffect(() => {
    if (start === 0 || top.current === null) return undefined;
    const near = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && setFrom((before) => Math.max(0, (before ?? 0) - STEP)),
      { root: top.current.closest("[data-scroller]"), rootMargin: AHEAD },
    );
    near.observe(top.current);
    return () => near.disconnect();
  }, [start]);
  const showEarlier = () => setFrom(Math.max(0, start - STEP));
  const showFrom = useCallback(
    (index: number) => setFrom((before) => Math.min(before ?? 0, Math.max(0, index - STEP / 4))),
    [],
  );
  return { recent: start === 0 ? all : all.slice(start), hasEarlier: start > 0, showEarlier, showFrom, top };
}
