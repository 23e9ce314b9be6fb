import { useEffect, type ReactNode } from "react";
import { useLocation } from "wouter";
import { BanWindow } from "../administration/ban-window.tsx";
import { ChatColumn } from "../chat/chat-column.tsx";
import { tellInvitationNews } from "../list/invitation-news.ts";
import { OfferCard } from "../queue/offer-card.tsx";
import { on } from "../state/connection.ts";
import { setOnRefused } from "../state/own.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";
import { VisitorPanelWindow } from "../visitor/panel-window.tsx";
import { Foot } from "./foot.tsx";
import { showPage, useFront } from "./front.ts";
import { Rail } from "./rail.tsx";
import styles from "./shell.module.css";
import { TopBar } from "./top-bar.tsx";
import { useCommands } from "./use-commands.ts";
import { useDocumentTitle } from "./use-document-title.ts";

setOnRefused((problem) => toast(refusalSentence(problem), "problem"));

/** The main window: menu at the side, counters above, the line's state below, the chats on the other side of what `children` shows. */
export function Shell({ children }: { children: ReactNode }) {
  useCommands();
  const [location] = useLocation();
  const front = useFront((state) => state.front);
  useEffect(showPage, [location]);
  useDocumentTitle();
  useEffect(() => tellInvitationNews(), []);
  // What was refused without having been asked for: nobody else tells the operator.
  useEffect(() => on("refused", ({ id, sentence }) => id === undefined && toast(sentence, "problem")), []);
  return (
    <div className={styles.shell} data-front={front}>
      <Rail />
      <TopBar />
      <main className={styles.main}>{children}</main>
      <Foot />
      <div className={styles.chats}>
        <ChatColumn />
      </div>
      <OfferCard />
      <VisitorPanelWindow />
      <BanWindow />
    </div>
  );
}
