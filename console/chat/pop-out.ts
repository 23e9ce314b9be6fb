import { create } from "zustand";
import { t } from "../strings/t.ts";
import { toast } from "../ui/toast.tsx";
import { changeDraft, type ComposerDraft, draftOf } from "./drafts.ts";

/** What the console's windows tell each other; the chats themselves come to each over its own line. */
type Word =
  /** From a popped-out window: it shows this chat. */
  | { say: "here"; conversation: string }
  /** From a main window that has just been loaded. */
  | { say: "who" }
  /** From a popped-out window that closes, with what stands in its input box. */
  | { say: "bye"; conversation: string; draft: ComposerDraft }
  /** To a popped-out window: close. */
  | { say: "come-back"; conversation: string };

/** The conversations that have a window of their own. */
export const usePoppedOut = create<{ readonly [conversation: string]: true }>(() => ({}));

const channel = new BroadcastChannel("shopbell.windows");
const windows = new Map<string, Window>();

/** Opens a chat in a window of its own; while that is there, the tab only says so. */
export function popOut(conversation: string): void {
  const { pathname } = location;
  // Named by the chat, so that a second press finds the window instead of making another.
  const opened = open(`${pathname}#/chat/${conversation}`, `shopbell-${conversation}`, "popup,width=480,height=720");
  if (opened === null) {
    toast(t("chat.popOutBlocked"), "problem");
    return;
  }
  windows.set(conversation, opened);
  usePoppedOut.setState({ [conversation]: true });
}

/** Closes a chat's own window and shows the chat in its tab again. */
export function bringBack(conversation: string): void {
  say({ say: "come-back", conversation });
  // Not only by word: a window that hangs must not keep the chat.
  windows.get(conversation)?.close();
  back(conversation);
}

/** Brings a chat's own window to the front. */
export function showPoppedOut(conversation: string): void {
  const opened = windows.get(conversation);
  if (opened === undefined || opened.closed) popOut(conversation);
  else opened.focus();
}

/** For the popped-out window: lives up to the words above until the returned function is called. */
export function announcePopOut(conversation: string): () => void {
  const hear = ({ data }: MessageEvent<Word>) => {
    if (data.say === "who") say({ say: "here", conversation });
    if (data.say === "come-back" && data.conversation === conversation) close();
  };
  const bye = () => say({ say: "bye", conversation, draft: draftOf(conversation) });
  channel.addEventListener("message", hear);
  addEventListener("pagehide", bye);
  say({ say: "here", conversation });
  return () => {
    channel.removeEventListener("message", hear);
    removeEventListener("pagehide", bye);
  };
}

/** For the popped-out window: closes it. Where it was opened by hand, which a page may not close, it becomes a main window. */
export function popBackIn(conversation: string): void {
  say({ say: "bye", conversation, draft: draftOf(conversation) });
  close();
  location.hash = "#/";
  location.reload();
}

/** For the main window: learns which chats have windows of their own, until the returned function is called. */
export function watchPopOuts(): () => void {
  const hear = ({ data }: MessageEvent<Word>) => {
    if (data.say === "here") usePoppedOut.setState({ [data.conversation]: true });
    if (data.say !== "bye") return;
    changeDraft(data.conversation, data.draft);
    back(data.conversation);
  };
  // A window that crashed has not said goodbye.
  const check = () => {
    for (const [conversation, opened] of windows) if (opened.closed) back(conversation);
  };
  channel.addEventListener("message", hear);
  addEventListener("focus", check);
  say({ say: "who" });
  return () => {
    channel.removeEventListener("message", hear);
    removeEventListener("focus", check);
  };
}

function back(conversation: string): void {
  windows.delete(conversation);
  usePoppedOut.setState(({ [conversation]: _, ...others }) => others, true);
}

function say(word: Word): void {
  channel.postMessage(word);
}
