import { Suspense, useEffect } from "react";
import { nameOf } from "./chat.ts";
import { ChatFoot } from "./chat-foot.tsx";
import { ChatHeader } from "./chat-header.tsx";
import { ChatLog } from "./chat-log.tsx";
import styles from "./chat-view.module.css";
import { DeleteDialog } from "./delete-dialog.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { look } from "./lifelines.ts";
import { NoteStrip } from "./note-strip.tsx";
import { openNotes } from "./notes.ts";
import { useChats } from "./store.ts";
import { useTransferring } from "./takes.ts";
import { tellViewing } from "./viewing.ts";
import { useVisitor } from "./visitors.ts";
import { onDemand } from "../ui/on-demand.tsx";

const TransferDialog = onDemand(() => import("./transfer-dialog.tsx").then((it) => it.TransferDialog), {
  close: () => useTransferring.setState({ conversation: undefined }),
});

/** One chat, from who it is with down to where one writes. What comes while it is on the screen is seen. */
export function ChatView({
  conversation: id,
  alone = false,
  onClose,
}: {
  conversation: string;
  /** In a window of its own. */
  alone?: boolean;
  onClose?: () => void;
}) {
  const chat = useChats((state) => state.chats[id]);
  const site = chat?.conversation?.site;
  const number = chat?.conversation?.visitor;
  const visitor = useVisitor(site, number);
  useEffect(() => look(id), [id]);
  useEffect(tellViewing, []);
  const isTransferring = useTransferring((state) => state.conversation === id);
  if (chat === undefined) return null;
  const name = visitor.row?.name ?? nameOf(chat.conversation);
  const showNotes = () => site !== undefined && number !== undefined && openNotes(site, number);
  return (
    <div className={styles.view}>
      <ChatHeader chat={chat} name={name} visitor={visitor} alone={alone} />
      <NoteStrip notes={visitor.notes} onMore={showNotes} />
      <ChatLog
        chat={chat}
        name={name}
        site={originOf(visitor.row?.url)}
        gone={visitor.remembered && visitor.gone}
        pages={visitor.pages}
      />
      <ChatFoot chat={chat} name={name} onNotes={showNotes} {...(onClose && { onClose })} />
      <EndDialog conversation={id} name={name} />
      <DeleteDialog conversation={id} />
      {isTransferring && (
        <Suspense>
          <TransferDialog conversation={id} name={name} />
        </Suspense>
      )}
    </div>
  );
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.origin;
}
