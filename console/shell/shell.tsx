import { useEffect, type ReactNode } from "react";
import { BanWindow } from "../administration/ban-window.tsx";
import { ChatColumn } from "../chat/chat-column.tsx";
import { tellInvitationNews } from "../list/invitation-news.ts";
import { OfferCard } from "../queue/offer-card.tsx";
import { on } from "../state/connection.ts";
import { useFront } from "../state/front.ts";
import { setOnRefused } from "../state/own.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";
import { VisitorPanelWindow } from "../visitor/panel-window.tsx";
import { LoadNotice } from "./load-notice.tsx";
import { Foot } from "./foot.tsx";
import { Rail } from "./rail.tsx";
import styles from "./shell.module.css";
import { TopBar } from "./top-bar.tsx";
import { UnansweredNotice } from "./unanswered-notice.tsx";
import { useCommands } from "./use-commands.ts";
import { useDocumentTitle } from "./use-document-title.ts";
import { useFrontFocus } from "./use-front-focus.ts";

setOnRefused((problem) => toast(refusalSentence(problem), "problem"));

/**
 * The main window: menu at the side, counters above, the line's state below, the chats on the other side of what `children` shows,
 * or where there is no room for both, in its place, with the menu below.
 */
export function Shell({ children }: { children: ReactNode }) {
  useCommands();
  useDocumentTitle();
  useFrontFocus();
  const front = useFront(({ isNarrow, isChats }) => (isNarrow ? (isChats ? "chats" : "main") : undefined));
  useEffect(() => tellInvitationNews(), []);
  // What was refused without having been asked for: nobody else tells the operator.
  useEffect(() => on("refused", ({ id, sentence }) => id === undefined && toast(sentence, "problem")), []);
  return (
    <div className={styles.shell} data-front={front}>
      <Rail />
      <TopBar />
      <div className={styles.notes} data-place="note">
        <LoadNotice />
        <UnansweredNotice />
      </div>
      <main className={styles.main}>{children}</main>
      <Foot />
      <div className={styles.chats} data-place="chats">
        <ChatColumn />
      </div>
      <OfferCard />
      <VisitorPanelWindow />
      <BanWindow />
    </div>
  );
}
