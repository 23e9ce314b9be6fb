import { openChat } from "../chat/chats.ts";
import { useChats } from "../chat/store.ts";
import { showChats } from "./front.ts";

/** Puts the focus into the chat in front. */
export function focusChats(): void {
  const { active, order } = useChats.getState().tabs;
  const front = active ?? order[0];
  if (front === undefined) showChats();
  else openChat(front);
}
