import { ArrowDown } from "lucide-react";
import { memo, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { stopFinding, useFinding } from "../find/finding.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Bubble, speakerOf } from "./bubble.tsx";
import { type Chat, nameOf } from "./chat.ts";
import { Earlier } from "./earlier.tsx";
import { type Entry, entriesOf, lastOwnSeq } from "./entries.ts";
import { readEarlier } from "./lifelines.ts";
import { LogLine } from "./log-line.tsx";
import styles from "./log.module.css";
import { MessageMenu, MessageMenuButton, type MessageMenuPlace } from "./message-menu.tsx";
import { PendingMessage } from "./pending-message.tsx";
import { PushCard } from "./push-card.tsx";
import type { VisitedPage } from "./visitors.ts";
import { useMyId } from "./store.ts";
import { useEndKeeper } from "./use-end-keeper.ts";
import { useRecent } from "./use-recent.ts";
import { clockTime } from "./when.ts";
import { onDemand } from "../ui/on-demand.tsx";

const FindBar = onDemand(() => import("../find/find-bar.tsx").then((it) => it.FindBar), { close: stopFinding });

/** What was said and what happened, in order; and below it whether somebody types or has gone. */
export function ChatLog({
  chat,
  name = nameOf(chat.conversation),
  site,
  gone,
  pages = none,
}: {
  chat: Chat;
  name?: string;
  site: string | undefined;
  gone: boolean;
  /** Where the visitor has been, for the titles of the pages pushed. */
  pages?: readonly VisitedPage[];
}) {
  const me = useMyId();
  const scroller = useRef<HTMLDivElement>(null);
  const { messages, pending, conversation } = chat;
  const entries = useMemo(() => entriesOf(messages, pending), [messages, pending]);
  const { recent, hasEarlier, showEarlier, showFrom, top } = useRecent(entries, chat.loaded);
  const isSearched = useFinding((finding) => finding.conversation === chat.id);
  const said = useMemo(() => entries.flatMap((entry) => (entry.kind === "bubble" ? entry.message : [])), [entries]);
  const reveal = useCallback(
    (message: string) => showFrom(entries.findIndex(({ key }) => key === message)),
    [entries, showFrom],
  );
  const newest = entries.at(-1);
  const ownNewest = newest?.kind === "pending";
  const { missed, goToEnd } = useEndKeeper(scroller, newest?.key, ownNewest);
  const lastOwn = lastOwnSeq(messages);
  const live = conversation?.status === "open";
  const [menu, setMenu] = useState<MessageMenuPlace>();
  const menuButton = useRef<HTMLElement>(null);
  const openMenu = useCallback(
    (place: MessageMenuPlace) => {
      menuButton.current = place.button;
      setMenu(place);
    },
    [setMenu],
  );
  return (
    <div className={styles.frame}>
      <div className={styles.scroller} ref={scroller} data-scroller {...reachable} aria-label={t("chat.log", { name })}>
        <div className={styles.content}>
          {hasEarlier && (
            <div ref={top} className={styles.earlier}>
              <Button size="small" look="quiet" onClick={showEarlier}>
                {t("chat.earlier")}
              </Button>
            </div>
          )}
          {!hasEarlier && chat.hasEarlier && <Earlier key={messages[0]?.seq} of={chat.id} read={readEarlier} />}
          {chat.loaded ? (
            <div
              className={styles.log}
              role="log"
              aria-live="polite"
              aria-relevant="additions"
              aria-label={t("chat.log", { name })}
            >
              {recent.map((entry) => (
                <Row
                  key={entry.key}
                  entry={entry}
                  conversation={chat.id}
                  name={name}
                  me={me}
                  site={site}
                  pageTitle={titleOf(entry, pages)}
                  times={entry.kind === "line" ? conversation : undefined}
                  state={stateOf(entry, lastOwn, conversation?.visitorMarks)}
                  onMenu={openMenu}
                />
              ))}
            </div>
          ) : (
            <span className={styles.line}>{chat.refusal?.sentence ?? t("chat.loading")}</span>
          )}
          {live && <TypingLine chat={chat} name={name} />}
          {gone && live && !chat.visitorTyping && <p className={styles.peek}>{t("chat.gone", { name })}</p>}
        </div>
      </div>
      {isSearched && (
        <Suspense>
          <FindBar conversation={chat.id} messages={said} log={scroller} reveal={reveal} />
        </Suspense>
      )}
      {missed && (
        <Button className={styles.missed} onClick={goToEnd}>
          {t("chat.newMessages")} <ArrowDown aria-hidden="true" />
        </Button>
      )}
      {menu !== undefined && (
        <MessageMenu conversation={chat.id} place={menu} focusAfter={menuButton} onClose={() => setMenu(undefined)} />
      )}
    </div>
  );
}

/** Who is writing, and what, where the site shows it. */
function TypingLine({ chat, name }: { chat: Chat; name: string }) {
  const { visitorTyping, visitorText, colleagueTyping } = chat;
  return (
    <>
      {colleagueTyping !== undefined && (
        <p className={styles.peek}>{t("takes.colleagueTyping", { name: colleagueTyping })}</p>
      )}
      {visitorTyping && visitorText === "" && <p className={styles.peek}>{t("chat.typing", { name })}</p>}
      {visitorTyping && visitorText !== "" && (
        // Not read out: it changes with every letter, and is read when it is sent.
        <p className={styles.preview} aria-live="off">
          <span className={styles.previewOf}>{t("takes.preview", { name })}</span>
          <bdi>{visitorText}</bdi>
        </p>
      )}
    </>
  );
}

/** What scrolls must be reachable without a mouse. */
const reachable = { role: "group", tabIndex: 0 };

const none: readonly VisitedPage[] = [];

/** What a pushed page calls itself, once the visitor has been there. */
function titleOf(entry: Entry, pages: readonly VisitedPage[]): string | undefined {
  if (entry.kind !== "push" || entry.message.body.kind !== "push") return undefined;
  const { url } = entry.message.body;
  return pages.findLast((page) => page.url === url)?.title || undefined;
}

type DeliveryState = "sent" | "delivered" | "read";

/** How far the last message of the operators' side has come; undefined for all others. */
function stateOf(
  entry: Entry,
  lastOwn: number,
  marks: { delivered: number; seen: number } | undefined,
): DeliveryState | undefined {
  if ((entry.kind !== "bubble" && entry.kind !== "push") || entry.message.seq !== lastOwn) return undefined;
  if (!entry.closesGroup) return undefined;
  if ((marks?.seen ?? 0) >= lastOwn) return "read";
  return (marks?.delivered ?? 0) >= lastOwn ? "delivered" : "sent";
}

type RowProps = {
  entry: Entry;
  conversation: string;
  name: string;
  me: string;
  site: string | undefined;
  pageTitle: string | undefined;
  times: Parameters<typeof LogLine>[0]["times"];
  state: DeliveryState | undefined;
  onMenu: (place: MessageMenuPlace) => void;
};

/** One entry. Laid out only near the screen (`content-visibility`), so that a day's chat costs what is seen of it. */
const Row = memo(
  function Row({ entry, conversation, name, me, site, pageTitle, times, state, onMenu }: RowProps) {
    switch (entry.kind) {
      case "line":
        return (
          <div className={styles.row}>
            <LogLine {...entry} me={me} visitorName={name} times={times} />
          </div>
        );
      case "pending":
        return (
          // Read aloud when it has arrived, not twice.
          <div className={styles.row} aria-live="off">
            <PendingMessage conversation={conversation} pending={entry.pending} showsTime={entry.closesGroup} />
          </div>
        );
      default:
        return (
          <Said entry={entry} name={name} me={me} site={site} pageTitle={pageTitle} state={state} onMenu={onMenu} />
        );
    }
  },
  (before, after) => sameEntry(before.entry, after.entry) && sameRest(before, after),
);

function Said({
  entry,
  name,
  me,
  site,
  pageTitle,
  state,
  onMenu,
}: Pick<RowProps, "name" | "me" | "site" | "pageTitle" | "state" | "onMenu"> & {
  entry: Extract<Entry, { kind: "bubble" | "push" }>;
}) {
  const { message, closesGroup } = entry;
  const own = message.author.kind !== "visitor";
  const other = message.author.kind === "operator" && message.author.id !== me ? message.author.name : undefined;
  const speaker = speakerOf(message, name, me);
  const isMine = message.author.kind === "operator" && message.author.id === me;
  const said =
    message.body.kind === "push" ? (
      <PushCard
        url={message.body.url}
        as={message.body.as}
        outcome={entry.kind === "push" ? entry.outcome : undefined}
        site={site}
        pageTitle={pageTitle}
        visitorName={name}
        speaker={speaker}
      />
    ) : (
      <Bubble message={message} speaker={speaker} edited={entry.kind === "bubble" && entry.edited} />
    );
  return (
    <div className={cx(styles.row, own && styles.ownRow)}>
      {isMine && message.body.kind !== "blank" ? (
        <div className={styles.withMenu}>
          <MessageMenuButton message={message} onOpen={onMenu} />
          {said}
        </div>
      ) : (
        said
      )}
      {closesGroup && (
        <span className={cx(styles.meta, own && styles.own)} aria-live="off">
          {[other, clockTime(message.at), state && t(`chat.${state}`)].filter(Boolean).join(" · ")}
        </span>
      )}
    </div>
  );
}

/** Entries are made anew with every message; what they show is not. */
function sameEntry(before: Entry, after: Entry): boolean {
  if (before.kind === "line" && after.kind === "line")
    return before.at === after.at && before.newDay === after.newDay && before.events.length === after.events.length;
  if (before.kind === "pending" && after.kind === "pending")
    return before.pending === after.pending && before.closesGroup === after.closesGroup;
  if (before.kind === "bubble" && after.kind === "bubble")
    return (
      before.message === after.message && before.closesGroup === after.closesGroup && before.edited === after.edited
    );
  if (before.kind === "push" && after.kind === "push") {
    const sameReport = before.outcome?.at === after.outcome?.at && before.outcome?.result === after.outcome?.result;
    return before.message === after.message && before.closesGroup === after.closesGroup && sameReport;
  }
  return false;
}

function sameRest(before: RowProps, after: RowProps): boolean {
  const sameTimes =
    before.times?.acceptedAt === after.times?.acceptedAt && before.times?.releasedAt === after.times?.releasedAt;
  return (
    before.state === after.state &&
    before.name === after.name &&
    before.site === after.site &&
    before.pageTitle === after.pageTitle &&
    sameTimes
  );
}
