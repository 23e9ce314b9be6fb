import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { partIn } from "./chat.ts";
import { goToTab, stepTab } from "./chats.ts";
import { saveChat } from "../save/save.ts";
import { MODIFIER } from "./commands.ts";
import { changeDraft, draftOf } from "./drafts.ts";
import { askToEnd } from "./end-dialog.tsx";
import { openNotes } from "./notes.ts";
import { bringBack, popOut, usePoppedOut } from "./pop-out.ts";
import { myId, useChats } from "./store.ts";

/** The keys of `commands.ts`, wherever the focus is, while no window is open. They act on the chat in front. */
export function useChatKeys(): void {
  useEffect(() => {
    const keys: Record<string, (event: KeyboardEvent) => void> = {};
    const bind = (key: string, run: (chat: string) => void) => {
      keys[MODIFIER + key] = (event) => {
        const { active } = useChats.getState().tabs;
        if (active === null || event.defaultPrevented || isInDialog(event)) return;
        event.preventDefault();
        run(active);
      };
    };
    bind("ArrowDown", () => stepTab(1));
    bind("ArrowUp", () => stepTab(-1));
    for (let number = 1; number <= 9; number += 1) bind(`Digit${number}`, () => goToTab(number - 1));
    bind("KeyU", switchInput);
    bind("KeyH", switchHtml);
    bind("KeyN", notes);
    bind("KeyS", save);
    bind("KeyO", window);
    bind("KeyE", end);
    return tinykeys(globalThis.window, keys, { ignore: isWriting });
  }, []);
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

function end(chat: string): void {
  const open = useChats.getState().chats[chat];
  if (open !== undefined && partIn(open, myId()).kind === "writer") askToEnd(chat);
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=menu]") !== null;
}

/** Also in the input box, where these keys are needed most; but AltGr, which some systems count as Alt, writes characters. */
function isWriting(event: KeyboardEvent): boolean {
  return event.isComposing || event.getModifierState("AltGraph");
}
