import { openChat } from "../chat/chats.ts";
import { useChats } from "../chat/store.ts";
import { showChats } from "../state/front.ts";

/** Puts the focus into the chat in front, or where it would be. */
export function focusChats(): void {
  const { active, order } = useChats.getState().tabs;
  const front = active ?? order[0];
  if (front !== undefined) return openChat(front);
  showChats();
  // On a narrow screen the column comes with the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-place=chats] > aside")?.focus());
}
