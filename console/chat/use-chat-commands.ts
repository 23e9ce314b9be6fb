import { isMuted, setMuted } from "../alerts/muted.ts";
import { type Offer, useOffers } from "../commands/offers.ts";
import { findInChat } from "../find/finding.ts";
import { saveChat } from "../save/save.ts";
import { showsChats } from "../state/front.ts";
import { isMine, partIn } from "./chat.ts";
import { closeChat, stepTab } from "./chats.ts";
import { changeDraft, draftOf } from "./drafts.ts";
import { askToEnd } from "./end-dialog.tsx";
import { openNotes } from "./notes.ts";
import { bringBack, popOut, usePoppedOut } from "./pop-out.ts";
import { live, myId, useChats } from "./store.ts";
import { openVisitor } from "../visitor/open.ts";
import { isHeldHere, isMineHere, join, openTransfer, stepOut, takeOver } from "./takes.ts";

/** What the commands of a chat do, wherever the focus is. They act on the chat in front. */
export function useChatCommands(): void {
  useOffers({
    "chat-next": withChat(() => stepTab(1)),
    "chat-previous": withChat(() => stepTab(-1)),
    "chat-input": withChat(switchInput, isWriter),
    "chat-html": withChat(switchHtml, isWriter),
    "chat-visitor": withChat(about),
    "chat-find": withChat(findInChat),
    "chat-notes": withChat(notes),
    "chat-sound": withChat((chat) => setMuted(chat, !isMuted(chat)), isWriter),
    "chat-save": withChat(save),
    "chat-take-over": withChat((chat) => void takeOver(chat), isColleagues),
    "chat-join": withChat((chat) => void (isMineHere(chat) ? stepOut(chat) : join(chat)), isColleagues),
    "chat-transfer": withChat(openTransfer, isHeldHere),
    "chat-end": withChat(askToEnd, isHeldHere),
    "chat-pop-out": withChat(window, isVisitors),
    "chat-close": withChat(closeChat, isClosable),
  });
}

/** For the chat in front, if there is one and `can` says that it can be done with it. */
function withChat(run: (chat: string) => void, can: (chat: string) => boolean = () => true): Offer {
  const front = () => (showsChats() ? useChats.getState().tabs.active : null);
  return {
    run() {
      const chat = front();
      if (chat !== null) run(chat);
    },
    can() {
      const chat = front();
      return chat !== null && can(chat);
    },
  };
}

function isWriter(chat: string): boolean {
  const open = useChats.getState().chats[chat];
  return open !== undefined && partIn(open, myId()).kind === "writer";
}

/** Whether a colleague has the chat, whether or not this operator has joined. */
function isColleagues(chat: string): boolean {
  return live.get(chat)?.status === "open" && !isHeldHere(chat);
}

/** As against a talk with a colleague, which has no window of its own. */
function isVisitors(chat: string): boolean {
  return chat in useChats.getState().chats;
}

function isClosable(chat: string): boolean {
  const conversation = useChats.getState().chats[chat]?.conversation;
  return conversation === undefined || !isMine(conversation, myId());
}

function about(chat: string): void {
  const conversation = useChats.getState().chats[chat]?.conversation;
  if (conversation !== undefined) openVisitor(conversation.site, conversation.visitor);
}

function switchInput(chat: string): void {
  changeDraft(chat, { input: draftOf(chat).input === "text" ? "url" : "text" });
  useChats.setState({ focus: chat });
}

function switchHtml(chat: string): void {
  changeDraft(chat, { asHtml: !draftOf(chat).asHtml });
}

function notes(chat: string): void {
  const conversation = useChats.getState().chats[chat]?.conversation;
  if (conversation !== undefined) openNotes(conversation.site, conversation.visitor);
}

function save(chat: string): void {
  const open = useChats.getState().chats[chat];
  if (open !== undefined) void saveChat(open);
}

function window(chat: string): void {
  if (chat in usePoppedOut.getState()) bringBack(chat);
  else popOut(chat);
}
