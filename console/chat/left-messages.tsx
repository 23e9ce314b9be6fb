import { keepPreviousData, type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useEffect } from "react";
import type { LeftMessage } from "../../protocol/rest.ts";
import { get } from "../state/api.ts";
import { on } from "../state/connection.ts";
import { useSite } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { LeftMessageCard } from "./left-message-card.tsx";
import styles from "./left-messages.module.css";

/** The server gives so many at once (`protocol/rest.ts`); fewer means that there are no older ones. */
const PAGE = 50;

/** What visitors of this site wrote while nobody was online. */
export function LeftMessages() {
  const site = useSite();
  const query = useLeftMessages(site?.id);
  const messages = query.data?.pages.flat() ?? [];
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{t("chat.leftTitle")}</h1>
        <p>{t("chat.leftText")}</p>
      </header>
      {query.isError && (
        <p className={styles.failed} role="alert">
          {t("chat.leftFailed")} <Button onClick={() => void query.refetch()}>{t("chat.tryAgain")}</Button>
        </p>
      )}
      {query.isSuccess && messages.length === 0 && (
        <EmptyState icon={<Inbox />} title={t("chat.leftNone")}>
          <p>{t("chat.leftNoneText")}</p>
        </EmptyState>
      )}
      <ul className={styles.list} aria-label={t("chat.leftTitle")} aria-busy={query.isPending}>
        {messages.map((message) => (
          <LeftMessageCard key={message.conversation} message={message} siteName={site?.name ?? ""} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          className={styles.more}
          aria-disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("chat.leftMore")}
        </Button>
      )}
    </div>
  );
}

/** A site's left messages, page by page, kept fresh: one that is left or answered anywhere changes here at once. */
function useLeftMessages(site: string | undefined) {
  const client = useQueryClient();
  useEffect(() => {
    const refetch = () => void client.invalidateQueries({ queryKey: ["left-messages"] });
    const offConversation = on("conversation", ({ conversation }) => conversation.status === "left" && refetch());
    // Whatever was left while the line was down.
    const offWelcome = on("welcome", refetch);
    return () => {
      offConversation();
      offWelcome();
    };
  }, [client]);
  return useInfiniteQuery<LeftMessage[], Error, InfiniteData<LeftMessage[]>, string[], number | undefined>({
    queryKey: ["left-messages", site ?? ""],
    enabled: site !== undefined,
    initialPageParam: undefined,
    queryFn: ({ pageParam: before }) => {
      const query = new URLSearchParams({ site: site ?? "", ...(before !== undefined && { before: String(before) }) });
      return get<LeftMessage[]>(`/left-messages?${query.toString()}`);
    },
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.at),
    placeholderData: keepPreviousData,
  });
}
