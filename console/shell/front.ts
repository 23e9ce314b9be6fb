import { create } from "zustand";
import { useChats } from "../chat/store.ts";

/** What stands in front where the window is too narrow for both: the chats, or the page beside them. */
export const useFront = create<{ front: "page" | "chats" }>(() => ({ front: "page" }));

export function showPage(): void {
  useFront.setState({ front: "page" });
}

export function showChats(): void {
  useFront.setState({ front: "chats" });
}

useChats.subscribe(({ focus, tabs }, before) => {
  // A chat that is to take the focus must be on the screen by then.
  if (focus !== null && focus !== before.focus) showChats();
  if (tabs.order.length === 0 && before.tabs.order.length > 0) showPage();
});
