import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cx } from "../ui/cx.ts";
import { CAN_UNDERLINE, clearUnderlines, follow, rectsOf, underline } from "./mirror.ts";
import styles from "./underlines.module.css";
import { useSpelling } from "./status.ts";
import { moved } from "./walk.ts";
import type { Word } from "./words.ts";

/** So long after the last key the words are looked at: long enough not to work at each letter, short enough to seem at once. */
const PAUSE_MS = 150;
/** The word that is just being written is given this long. */
const UNFINISHED_MS = 1_500;

interface Found {
  text: string;
  /** Of the dictionary's (status.ts). */
  round: number;
  words: readonly Word[];
}

/**
 * Underlines the misspelled words of a text box. A text box shows nothing but its text, so a copy of that lies over it, invisible and in
 * nobody's way but for the underlines.
 */
export function useUnderlines({
  box,
  text,
  html,
  on,
}: {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  html: boolean;
  on: boolean;
}) {
  const round = useSpelling((spelling) => spelling.round);
  const [found, setFound] = useState<Found>();
  const copy = useRef<HTMLDivElement>(null);
  const { unfinished, written } = useUnfinished(box, text);
  const active = on && CAN_UNDERLINE;
  const words = active && found !== undefined ? moved(found.words, found.text, text) : none;

  useEffect(() => {
    if (!active || !/\p{L}{2}/u.test(text)) return undefined;
    let isStale = false;
    const look = async () => {
      // Loaded with the first words that are written.
      const checker = await import("./checker.ts").catch(() => undefined);
      const misspelled = await checker?.misspelledIn(text, html);
      if (!isStale) setFound(misspelled && { text, round, words: misspelled });
    };
    const pause = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(pause);
    };
  }, [active, text, html, round]);

  useLayoutEffect(() => {
    if (!active) return undefined;
    underline(
      copy.current,
      words.filter(({ to }) => to !== unfinished),
    );
    return clearUnderlines;
  });
  useLayoutEffect(() => {
    if (!active || box.current === null || copy.current === null) return undefined;
    return follow(box.current, copy.current);
  }, [active, box]);

  return {
    /** To be called when something was written into the box. */
    written,
    /** The misspelled word at a place on the screen, or else where the cursor stands. */
    wordAt(point?: { x: number; y: number }): { word: Word; rect: DOMRect } | undefined {
      const cursor = box.current?.selectionEnd ?? -1;
      for (const word of words) {
        if (point === undefined && (cursor < word.from || cursor > word.to)) continue;
        const rect = rectsOf(copy.current, word).find((one) => point === undefined || isWithin(one, point));
        if (rect !== undefined) return { word, rect };
      }
      return undefined;
    },
    layer: active && (
      <div ref={copy} className={cx(styles.copy, html && styles.code)} dir="auto" aria-hidden="true">
        {/* One text, so that letters which join do so here as well; a last empty line is as high as in the box. */}
        {text.endsWith("\n") ? `${text}\u200B` : text}
      </div>
    ),
  };
}

const none: readonly Word[] = [];

function isWithin(rect: DOMRect, { x, y }: { x: number; y: number }): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - 2 && y <= rect.bottom + 2;
}

/** Where the word ends that is just being written: there, nothing is wrong yet. */
function useUnfinished(box: RefObject<HTMLTextAreaElement | null>, text: string) {
  const [state, setState] = useState<{ text: string; end: number }>();
  useEffect(() => {
    if (state === undefined) return undefined;
    const area = box.current;
    const finish = () => setState(undefined);
    // Whoever moves the cursor away has done with the word.
    const move = () => area?.value === state.text && area.selectionEnd !== state.end && finish();
    const patience = setTimeout(finish, UNFINISHED_MS);
    area?.addEventListener("blur", finish);
    document.addEventListener("selectionchange", move);
    return () => {
      clearTimeout(patience);
      area?.removeEventListener("blur", finish);
      document.removeEventListener("selectionchange", move);
    };
  }, [box, state]);
  return {
    unfinished: state?.text === text ? state.end : undefined,
    written: ({ value, selectionEnd }: HTMLTextAreaElement) => setState({ text: value, end: selectionEnd }),
  };
}
