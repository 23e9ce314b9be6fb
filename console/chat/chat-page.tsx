import { useEffect } from "react";
import { setWindowTitle } from "../alerts/window-title.ts";
import { t } from "../strings/t.ts";
import { nameOf } from "./chat.ts";
import styles from "./chat-page.module.css";
import { ChatView } from "./chat-view.tsx";
import { showOnly } from "./chats.ts";
import { VisitorPanelWindow } from "../visitor/panel-window.tsx";
import { NotesDialog } from "./notes-dialog.tsx";
import { announcePopOut, popBackIn } from "./pop-out.ts";
import { useChats, useUnread } from "./store.ts";
import { useChatCommands } from "./use-chat-commands.ts";
import { useVisitor } from "./visitors.ts";

/** A chat in a window of its own, with a line of its own: it lives whatever becomes of the window it came from. */
export function ChatPage({ conversation }: { conversation: string }) {
  useChatCommands();
  useEffect(() => {
    showOnly(conversation);
    return announcePopOut(conversation);
  }, [conversation]);
  useTitle(conversation);
  return (
    <main className={styles.page}>
      <ChatView conversation={conversation} alone onClose={() => popBackIn(conversation)} />
      <NotesDialog />
      <VisitorPanelWindow />
    </main>
  );
}

function useTitle(id: string): void {
  const conversation = useChats((state) => state.chats[id]?.conversation);
  const { row } = useVisitor(conversation?.site, conversation?.visitor);
  const unread = useUnread(id);
  const name = row?.name ?? nameOf(conversation);
  useEffect(() => {
    setWindowTitle(unread > 0 ? t("chat.windowTitleUnread", { name, count: unread }) : t("chat.windowTitle", { name }));
  }, [name, unread]);
}
