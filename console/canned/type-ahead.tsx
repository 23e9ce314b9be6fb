import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import type { CannedItem } from "../../protocol/rest.ts";
import { t } from "../strings/t.ts";
import styles from "./canned.module.css";
import { CannedOptions, optionId } from "./canned-options.tsx";
import { useCannedOf } from "./items.ts";
import { searchCanned, slashBefore } from "./search.ts";
import { useOptions } from "./use-options.ts";

/** So many are shown; a letter more is quicker than a longer list. */
const MOST = 8;

type Slash = ReturnType<typeof slashBefore>;

/**
 * The type-ahead of a text box: `/` at the beginning of a word, and the canned messages that go on like that. `onPick` gets the item and
 * from where to where it stands in the box.
 */
export function useTypeAhead({
  box,
  text,
  on,
  onPick,
}: {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  on: boolean;
  onPick: (item: CannedItem, from: number, to: number) => void;
}) {
  const id = useId();
  const items = useCannedOf("message");
  const [slash, setSlash] = useState<Slash>();
  /** Where a slash stands that is meant as one. */
  const [givenUp, setGivenUp] = useState<number>();
  const typed = slash && `/${slash.query}`;
  // What was sent or put in since is not in the box any more.
  const isThere = slash !== undefined && typed !== undefined && text.startsWith(typed, slash.from);
  const query = slash?.query ?? "";
  const found = on && isThere && slash.from !== givenUp ? searchCanned(items, query, false).slice(0, MOST) : [];
  const isOpen = found.length > 0;
  const pick = (item: CannedItem) => {
    if (slash === undefined) return;
    setSlash(undefined);
    onPick(item, slash.from, slash.from + 1 + slash.query.length);
  };
  const { active, onKeyDown } = useOptions(found, query, pick);
  /** What an input method has not finished is not meant for us. */
  const isComposing = useRef(false);
  const look = () => {
    const area = box.current;
    if (area === null || isComposing.current || area.selectionStart !== area.selectionEnd) return setSlash(undefined);
    const next = slashBefore(area.value, area.selectionStart);
    if (next?.from !== givenUp) setGivenUp(undefined);
    setSlash((before) => (before?.from === next?.from && before?.query === next?.query ? before : next));
  };
  return {
    /** To be called when the text has changed. */
    look,
    close: () => setSlash(undefined),
    /** Something else is wanted: the slash is meant as one. */
    giveUp: () => setGivenUp(slash?.from),
    listeners: {
      onSelect: look,
      onCompositionStart: () => {
        isComposing.current = true;
        setSlash(undefined);
      },
      onCompositionEnd: () => {
        isComposing.current = false;
        look();
      },
    },
    /** To be called first; says whether the key is done with. */
    onKeyDown(event: KeyboardEvent): boolean {
      if (!isOpen) return false;
      if (event.key !== "Escape" || event.nativeEvent.isComposing) return onKeyDown(event);
      event.preventDefault();
      event.stopPropagation();
      setGivenUp(slash?.from);
      return true;
    },
    attributes: isOpen
      ? ({ "aria-controls": id, "aria-activedescendant": optionId(id, active), "aria-autocomplete": "list" } as const)
      : {},
    list: (
      <>
        {isOpen && (
          <div className={styles.typeAhead}>
            <CannedOptions id={id} items={found} active={active} onPick={pick} />
          </div>
        )}
        <span className="visually-hidden" role="status">
          {isOpen && t("canned.found", { count: found.length })}
        </span>
      </>
    ),
  };
}
