import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { optionId } from "../canned/canned-options.tsx";
import canned from "../canned/canned.module.css";
import { putIn } from "../canned/put-in.ts";
import { useOptions } from "../canned/use-options.ts";
import { useDraft } from "../chat/drafts.ts";
import { useOffers } from "../commands/offers.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { colonBefore, type Emoji, searchEmoji, toned } from "./emoji.ts";
import { EmojiMenu } from "./emoji-menu.tsx";
import styles from "./emoji.module.css";
import { loadEmoji, useEmoji } from "./names.ts";
import { took, useEmojiPreferences } from "./preferences.ts";

/** So many are shown; a letter more is quicker than a longer list. */
const MOST = 8;

/** Emoji for a chat's text box: the picker, what `:` and some letters begin, and `:name:` as other programs write it. */
export function useEmojiInput(conversation: string, box: RefObject<HTMLTextAreaElement | null>) {
  const id = useId();
  const { text, input } = useDraft(conversation);
  const tone = useEmojiPreferences((preferences) => preferences.tone);
  const [isOpen, setIsOpen] = useState(false);
  const [colon, setColon] = useState<{ from: number; query: string }>();
  /** Where a colon stands that is meant as one. */
  const [givenUp, setGivenUp] = useState<number>();
  // What was sent or put in since is not in the box any more.
  const isThere = colon !== undefined && text.startsWith(`:${colon.query}`, colon.from) && input === "text";
  const groups = useEmoji(isThere);
  const query = colon?.query ?? "";
  const isWanted = isThere && colon.from !== givenUp && Array.isArray(groups);
  const found = isWanted ? searchEmoji(groups.flat(), query, MOST) : [];
  const isListed = found.length > 0;

  const put = (emoji: Emoji, from: number, to: number) => {
    if (box.current === null) return;
    putIn(box.current, toned(emoji, tone), from, to);
    took(emoji.emoji);
  };
  const pick = (emoji: Emoji) => {
    if (colon === undefined) return;
    setColon(undefined);
    put(emoji, colon.from, colon.from + 1 + colon.query.length);
  };
  const { active, onKeyDown } = useOptions(found, query, pick);
  /** `:name:` is meant without being asked. */
  const putNamed = async (name: string, from: number, written: string) => {
    const all = (await loadEmoji().catch(() => [])).flat();
    const named = all.find(({ codes }) => codes.includes(name.toLowerCase()));
    if (named !== undefined && box.current?.value === written) put(named, from, from + name.length + 2);
  };
  useOffers({ "chat-emoji": { run: () => setIsOpen(true), can: () => input === "text" } });
  return {
    /** To be called when the text has changed; not while an input method composes. */
    look(area: HTMLTextAreaElement) {
      const next = area.selectionStart === area.selectionEnd ? colonBefore(area.value, area.selectionEnd) : undefined;
      if (next?.closed === true) void putNamed(next.query, next.from, area.value);
      if (next?.from !== givenUp) setGivenUp(undefined);
      setColon(next?.closed === true ? undefined : next);
    },
    close: () => setColon(undefined),
    /** To be called first; says whether the key is done with. */
    onKeyDown(event: KeyboardEvent): boolean {
      if (!isListed) return false;
      if (event.key !== "Escape" || event.nativeEvent.isComposing) return onKeyDown(event);
      event.preventDefault();
      event.stopPropagation();
      setGivenUp(colon?.from);
      return true;
    },
    attributes: isListed
      ? ({ "aria-controls": id, "aria-activedescendant": optionId(id, active), "aria-autocomplete": "list" } as const)
      : {},
    list: (
      <>
        {isListed && (
          <div className={canned.typeAhead}>
            <div id={id} role="listbox" aria-label={t("emoji.emoji")} className={canned.options}>
              {found.map((emoji, index) => (
                // The keys are the field's, which keeps the focus (aria-activedescendant).
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={emoji.emoji}
                  id={optionId(id, index)}
                  role="option"
                  aria-selected={index === active}
                  tabIndex={-1}
                  className={cx(canned.option, styles.named, index === active && canned.active)}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => pick(emoji)}
                >
                  <span className={styles.sign}>{toned(emoji, tone)}</span>
                  {emoji.name}
                  <span className={canned.optionFolder}>{emoji.codes[0] !== "" && `:${emoji.codes[0]}:`}</span>
                </div>
              ))}
            </div>
          </div>
        )}
        <span className="visually-hidden" role="status">
          {isListed && t("emoji.found", { count: found.length })}
        </span>
      </>
    ),
    menu: input === "text" && (
      <EmojiMenu
        open={isOpen}
        onOpenChange={setIsOpen}
        onPick={(emoji) => {
          setIsOpen(false);
          if (box.current !== null) put(emoji, box.current.selectionStart, box.current.selectionEnd);
        }}
        focusAfter={box}
      />
    ),
  };
}
