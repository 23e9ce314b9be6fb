import { ArrowDown, CircleAlert, Clock } from "lucide-react";
import { useMemo, useRef } from "react";
import { Bubble, speakerOf } from "../chat/bubble.tsx";
import { Earlier } from "../chat/earlier.tsx";
import { type Entry, entriesOf, lastOwnSeq } from "../chat/entries.ts";
import { LogLine } from "../chat/log-line.tsx";
import log from "../chat/log.module.css";
import { type Pending, textOf } from "../chat/pending.ts";
import { useMyId } from "../chat/store.ts";
import { useEndKeeper } from "../chat/use-end-keeper.ts";
import { clockTime } from "../chat/when.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import type { Talk } from "./talk.ts";
import { discardSaid, readEarlier, say } from "./talks.ts";

/** What two operators wrote to each other, from its end; earlier parts come as the reader goes up. */
export function TalkLog({ talk, name }: { talk: Talk; name: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { messages, pending } = talk;
  const entries = useMemo(() => entriesOf(messages, pending), [messages, pending]);
  const newest = entries.at(-1);
  const { missed, goToEnd } = useEndKeeper(scroller, newest?.key, newest?.kind === "pending");
  const lastOwn = lastOwnSeq(messages);
  return (
    <div className={log.frame}>
      <div className={log.scroller} ref={scroller} data-scroller {...reachable} aria-label={t("talks.log", { name })}>
        <div className={log.content}>
          {talk.hasEarlier && <Earlier key={messages[0]?.seq} of={talk.with} read={readEarlier} />}
          {talk.loaded ? (
            <div
              className={log.log}
              role="log"
              aria-live="polite"
              aria-relevant="additions"
              aria-label={t("talks.log", { name })}
            >
              {entries.length === 0 && <p className={log.line}>{t("talks.nothingYet", { name })}</p>}
              {entries.map((entry) => (
                <Row key={entry.key} entry={entry} talk={talk} name={name} lastOwn={lastOwn} />
              ))}
            </div>
          ) : (
            <span className={log.line}>{t("chat.loading")}</span>
          )}
          {talk.typing && <p className={log.peek}>{t("chat.typing", { name })}</p>}
        </div>
      </div>
      {missed && (
        <Button className={log.missed} onClick={goToEnd}>
          {t("chat.newMessages")} <ArrowDown aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}

/** What scrolls must be reachable without a mouse. */
const reachable = { role: "group", tabIndex: 0 };

function Row({ entry, talk, name, lastOwn }: { entry: Entry; talk: Talk; name: string; lastOwn: number }) {
  const me = useMyId();
  if (entry.kind === "line")
    return (
      <div className={log.row}>
        <LogLine {...entry} me={me} visitorName={name} times={undefined} />
      </div>
    );
  if (entry.kind === "pending") return <Unsent colleague={talk.with} pending={entry.pending} />;
  const { message, closesGroup } = entry;
  const own = message.author.kind !== "visitor";
  const state = message.seq === lastOwn && (talk.theirs.seen >= lastOwn ? t("chat.read") : t("chat.sent"));
  return (
    <div className={cx(log.row, own && log.ownRow)}>
      <Bubble message={message} speaker={speakerOf(message, name, me)} />
      {closesGroup && (
        <span className={cx(log.meta, own && log.own)} aria-live="off">
          {[clockTime(message.at), state].filter(Boolean).join(" · ")}
        </span>
      )}
    </div>
  );
}

/** A message of one's own that the server has not taken, or will not have. */
function Unsent({ colleague, pending: { id, draft, at, state } }: { colleague: string; pending: Pending }) {
  const tryAgain = () => {
    discardSaid(colleague, id);
    void say(colleague, textOf(draft));
  };
  return (
    <div className={cx(log.row, log.ownRow)} aria-live="off">
      <div className={cx(log.bubble, log.own, state.kind === "refused" && log.refused)} dir="auto">
        {textOf(draft)}
      </div>
      {state.kind === "refused" ? (
        <div className={log.refusal} role="alert">
          <span>
            <CircleAlert aria-hidden="true" /> {state.sentence}
          </span>
          <span className={log.choices}>
            <Button size="small" onClick={tryAgain}>
              {t("chat.tryAgain")}
            </Button>
            <Button size="small" look="quiet" onClick={() => discardSaid(colleague, id)}>
              {t("chat.discard")}
            </Button>
          </span>
        </div>
      ) : (
        <span className={cx(log.meta, log.own)}>
          {clockTime(at)} ·{" "}
          {state.kind === "kept" ? t("chat.sent") : <Clock role="img" aria-label={t("chat.sending")} />}
        </span>
      )}
    </div>
  );
}
