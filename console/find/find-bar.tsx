import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Message } from "../../protocol/message.ts";
import { stay } from "../chat/end-keeper.ts";
import { unfold } from "../chat/folded.tsx";
import { wholeChat } from "../chat/lifelines.ts";
import { useChats } from "../chat/store.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import styles from "./find-bar.module.css";
import { findHits, type Hit } from "./hits.ts";
import { clearMarks, markHits, scrollToHit } from "./marks.ts";
import { stopFinding, useFinding } from "./finding.ts";

/** After so long, a message that was to be drawn will not be. */
const DRAWN_MS = 2_000;
/** Rows around a hit take their own size only when they are near the screen: so often it is brought there again. */
const SETTLING_FRAMES = 5;

/** Over the top of a conversation: finds what was said in it. `reveal` brings a message that is not drawn onto the screen. */
export function FindBar({
  conversation,
  messages,
  log,
  reveal,
}: {
  conversation: string;
  messages: readonly Message[];
  log: RefObject<HTMLElement | null>;
  reveal: (message: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const asked = useFinding((finding) => finding.asked);
  const known = useFinding((finding) => finding.known);
  const [query, setQuery] = useState(known?.words ?? "");
  const hits = useMemo(() => findHits(messages, query), [messages, query]);
  /** Which of them is in front. It stays what it is when more is said, and when what was said before has come. */
  const [stepped, setChosen] = useState<Hit>();
  const foundIn = known && messages.find(({ seq }) => seq === known.seq)?.id;
  const chosen = stepped ?? (foundIn === undefined ? undefined : hitIn(foundIn, hits));
  const at = Math.max(0, chosen === undefined ? -1 : hits.findIndex((hit) => isSame(hit, chosen)));
  const current = hits[at];

  // A long chat is open from its end on; what is looked for may stand at its beginning.
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => void wholeChat(conversation).then(() => setIsWhole(true)), [conversation]);

  // Asked for again, the field has the focus again.
  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const show = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    reveal(hit.message);
    unfold(hit.message);
    // What was not on the screen is there some frames later.
    const until = performance.now() + DRAWN_MS;
    let settling = SETTLING_FRAMES;
    const look = () => {
      // Each time: word of an earlier scroll to the end may come only now.
      stay(log.current);
      if (log.current === null) return;
      if (scrollToHit(log.current, hit)) settling -= 1;
      if (settling > 0 && performance.now() < until) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  // What has come above it may have moved it away.
  const showAgain = useRef(() => {});
  useEffect(() => {
    showAgain.current = () => show(chosen);
  });
  useEffect(() => {
    if (isWhole) showAgain.current();
  }, [isWhole]);
  // What was found elsewhere is in front as soon as its part of the chat has come.
  useEffect(() => {
    if (foundIn !== undefined) showAgain.current();
  }, [foundIn]);

  useLayoutEffect(() => {
    if (log.current === null) return undefined;
    markHits(log.current, hits, current);
    // What is drawn later, because somebody scrolls, is marked then.
    const area = log.current;
    const changes = new MutationObserver(() => markHits(area, hits, current));
    changes.observe(area, { childList: true, subtree: true, characterData: true });
    return () => {
      changes.disconnect();
      clearMarks();
    };
  }, [hits, current, log]);

  const close = () => {
    stopFinding();
    useChats.setState({ focus: conversation });
  };
  const go = (by: number) => {
    if (hits.length === 0) return;
    const next = (at + by + hits.length) % hits.length;
    setChosen(hits[next]);
    show(hits[next]);
  };
  const search = (text: string) => {
    setQuery(text);
    const found = findHits(messages, text);
    // What was said last is looked for most.
    setChosen(found.at(-1));
    show(found.at(-1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") close();
    // The newest is found first, so that on is back in time.
    else if (event.key === "Enter") go(event.shiftKey ? 1 : -1);
    else if (event.key === "ArrowUp") go(-1);
    else if (event.key === "ArrowDown") go(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isEmpty = query.trim() === "";
  return (
    <search className={styles.bar} aria-label={t("find.inChat")}>
      <input
        ref={field}
        type="text"
        className={styles.field}
        aria-label={t("find.inChat")}
        placeholder={t("find.inChat")}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        onChange={({ target }) => search(target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.count} role="status">
        {!isEmpty && (hits.length === 0 ? t("find.none") : t("find.count", { at: at + 1, count: hits.length }))}
      </span>
      <IconButton label={t("find.earlier")} aria-disabled={hits.length === 0} onClick={() => go(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={t("find.later")} aria-disabled={hits.length === 0} onClick={() => go(1)}>
        <ChevronDown />
      </IconButton>
      <IconButton label={t("shell.close")} onClick={close}>
        <X />
      </IconButton>
    </search>
  );
}

/** The first in a message; its beginning where the words are there in another form. */
function hitIn(message: string, hits: readonly Hit[]): Hit {
  return hits.find((hit) => hit.message === message) ?? { message, from: 0, to: 0 };
}

function isSame(one: Hit, other: Hit): boolean {
  return one.message === other.message && one.from === other.from;
}
