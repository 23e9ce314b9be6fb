import { History as Picture } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import type { HistoryEntry } from "../../protocol/rest.ts";
import { nameOf } from "../chat/chat.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Time } from "../ui/time.tsx";
import { Filter } from "./filter.tsx";
import styles from "./history.module.css";
import { tellingWords, noFilter, useFound, useHistory } from "./query.ts";
import { Reader } from "./reader.tsx";

/** So long nothing is typed before it is searched for. */
const TYPED_MS = 200;

/** Every conversation there has been, found by what was said and by who, when and where; and read as it was. */
export function History() {
  const { filter, chosen } = useHistory();
  const settled = useSettled(filter);
  const query = useFound(settled);
  const entries = useDeferredValue(query.data?.pages.flatMap(({ found }) => found) ?? []);
  const entry = entries.find(({ conversation }) => conversation.id === chosen);
  return (
    <div className={cx(styles.screen, chosen !== undefined && styles.reading)}>
      <header className={styles.head}>
        <h1>{t("history.title")}</h1>
        <Filter />
      </header>
      <section className={styles.found} aria-label={t("history.found")} aria-busy={query.isFetching}>
        <p className="visually-hidden" role="status">
          {query.isSuccess && !query.isFetching && t("history.count", { count: entries.length })}
        </p>
        {query.isPending && <p className={styles.note}>{t("shell.loading")}</p>}
        {query.isError && (
          <p className={styles.failed} role="alert">
            {t("history.failed")} <Button onClick={() => void query.refetch()}>{t("shell.tryAgain")}</Button>
          </p>
        )}
        {query.isSuccess && entries.length === 0 && !query.hasNextPage && <Nothing />}
        <ul className={cx(styles.list, query.isPlaceholderData && styles.old)}>
          {entries.map((one) => (
            <Line key={one.conversation.id} entry={one} isChosen={one.conversation.id === chosen} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button
            className={styles.more}
            aria-disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t(query.isFetchingNextPage ? "shell.loading" : "history.more")}
          </Button>
        )}
      </section>
      <div className={styles.reader}>
        {chosen === undefined ? (
          <EmptyState icon={<Picture />} title={t("history.choose")}>
            <p>{t("history.chooseText")}</p>
          </EmptyState>
        ) : (
          <Reader key={chosen} id={chosen} seq={entry?.seq} words={tellingWords(settled.words)} />
        )}
      </div>
    </div>
  );
}

function Nothing() {
  const isFiltered = useHistory(({ filter }) => filter !== noFilter);
  return (
    <EmptyState icon={<Picture />} title={t(isFiltered ? "history.none" : "history.noneYet")}>
      {isFiltered && <Button onClick={() => useHistory.setState({ filter: noFilter })}>{t("history.clear")}</Button>}
    </EmptyState>
  );
}

function Line({ entry: { conversation, snippet }, isChosen }: { entry: HistoryEntry; isChosen: boolean }) {
  const sites = useMe((state) => state.sites);
  const site = sites.length > 1 ? sites.find(({ id }) => id === conversation.site)?.name : undefined;
  const choose = () => useHistory.setState({ chosen: conversation.id });
  const number = conversation.visitorName === undefined ? "" : `#${conversation.visitor}`;
  return (
    <li>
      <button type="button" className={styles.line} aria-current={isChosen || undefined} onClick={choose}>
        <span className={styles.who}>
          <bdi>{nameOf(conversation)}</bdi> <span className={styles.number}>{number}</span>
        </span>
        <span className={styles.when}>
          <Time at={conversation.requestedAt} />
        </span>
        <span className={styles.snippet} dir="auto">
          {snippet.map(({ text, isHit }, index) => (isHit === true ? <mark key={index}>{text}</mark> : text))}
        </span>
        <span className={styles.facts}>{[outcomeWord(conversation), site].filter(Boolean).join(" · ")}</span>
      </button>
    </li>
  );
}

function outcomeWord({ status, operator, acceptedAt }: HistoryEntry["conversation"]): string {
  if (status === "left") return t("history.left");
  if (status === "requesting") return t("history.waiting");
  if (status === "open") return t("history.goesOn", { name: operator?.name ?? "" });
  return acceptedAt === undefined ? t("history.missed") : t("history.answeredBy", { name: operator?.name ?? "" });
}

/** The value as it was when it had not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
