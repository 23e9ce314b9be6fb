import { Tabs } from "@base-ui/react/tabs";
import { ArrowLeft, MessageCircle } from "lucide-react";
import { Suspense, useEffect, useRef } from "react";
import { colleagueOf } from "../talks/key.ts";
import { TalkTab } from "../talks/talk-tab.tsx";
import { leaveChats, showsChats, useFront } from "../state/front.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import styles from "./chat-column.module.css";
import { ChatTab } from "./chat-tab.tsx";
import { openChat } from "./chats.ts";
import { closeNotes, useNotes } from "./notes.ts";
import { usePoppedOut, watchPopOuts } from "./pop-out.ts";
import { PoppedOut } from "./popped-out.tsx";
import { useChats } from "./store.ts";
import { useChatCommands } from "./use-chat-commands.ts";
import { onDemand } from "../ui/on-demand.tsx";

/** The list is on the screen without them; they are there long before anybody can have opened a chat. */
const loadChat = () => import("./chat-view.tsx").then((it) => it.ChatView);
const loadTalk = () => import("../talks/talk-view.tsx").then((it) => it.TalkView);
const NotesDialog = onDemand(() => import("./notes-dialog.tsx").then((it) => it.NotesDialog), {
  close: closeNotes,
  useIsOpen: () => useNotes(({ whose }) => whose !== null),
});
const ChatView = onDemand(loadChat);
const TalkView = onDemand(loadTalk);

/** The open chats beside the list, one in front. Where they would not be seen they are not there: what comes then is unread. */
export function ChatColumn() {
  useChatCommands();
  useEffect(watchPopOuts, []);
  useEffect(() => {
    for (const load of [loadChat, loadTalk]) load().catch(() => undefined);
  }, []);
  const { order, active } = useChats((state) => state.tabs);
  const chats = useChats((state) => state.chats);
  const column = useRef<HTMLElement>(null);
  const isShown = useFront(showsChats);
  useFocusWhenEmpty(column, order.length === 0);
  return (
    <aside ref={column} className={styles.column} aria-label={t("chat.chats")} tabIndex={-1}>
      {isShown && <Back />}
      {!isShown ? null : order.length === 0 || active === null ? (
        <EmptyState icon={<MessageCircle />} title={t("chat.noneTitle")}>
          <p>{t("chat.noneText")}</p>
        </EmptyState>
      ) : (
        <Tabs.Root className={styles.tabbed} value={active} onValueChange={(id: string) => openChat(id)}>
          <Tabs.List className={styles.tabs} aria-label={t("chat.chats")}>
            {order.map((id) => {
              const colleague = colleagueOf(id);
              if (colleague !== undefined) return <TalkTab key={id} colleague={colleague} active={id === active} />;
              const chat = chats[id];
              return chat && <ChatTab key={id} chat={chat} active={id === active} />;
            })}
          </Tabs.List>
          {order.map((id) => (
            <Tabs.Panel key={id} value={id} className={styles.panel} tabIndex={-1}>
              <ChatOrWindow conversation={id} />
            </Tabs.Panel>
          ))}
        </Tabs.Root>
      )}
      <Suspense fallback={null}>
        <NotesDialog />
      </Suspense>
    </aside>
  );
}

/** To where one was before, where the chats do not stand beside it. */
function Back() {
  const isAlone = useFront(({ isNarrow }) => isNarrow);
  if (!isAlone) return null;
  return (
    <IconButton label={t("shell.back")} className={styles.back ?? ""} onClick={leaveChats}>
      <ArrowLeft />
    </IconButton>
  );
}

function ChatOrWindow({ conversation }: { conversation: string }) {
  const colleague = colleagueOf(conversation);
  const isOut = usePoppedOut((windows) => conversation in windows);
  if (colleague === undefined && isOut) return <PoppedOut conversation={conversation} />;
  return (
    <Suspense fallback={<div role="status" aria-label={t("shell.loading")} />}>
      {colleague === undefined ? <ChatView conversation={conversation} /> : <TalkView colleague={colleague} />}
    </Suspense>
  );
}

/** The last chat that is closed takes the focus with it: the list gets it, or else the column, which then says that it is empty. */
function useFocusWhenEmpty(column: { current: HTMLElement | null }, empty: boolean): void {
  const wasEmpty = useRef(empty);
  useEffect(() => {
    if (empty && !wasEmpty.current && document.activeElement === document.body)
      (document.querySelector<HTMLElement>("main [role=grid]") ?? column.current)?.focus();
    if (empty && !wasEmpty.current) leaveChats();
    wasEmpty.current = empty;
  }, [empty, column]);
}
