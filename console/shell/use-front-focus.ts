import { useEffect } from "react";
import { useChats } from "../chat/store.ts";
import { isFocusLost, takeFocusBefore, useFront } from "../state/front.ts";
import { focusChats } from "./focus-chats.ts";

/** Where one place at a time is shown, gives the focus to the one that comes to the front, if the one that goes takes it along. */
export function useFrontFocus(): void {
  const isNarrow = useFront((front) => front.isNarrow);
  const isChats = useFront((front) => front.isChats);
  useEffect(() => {
    if (!isNarrow || !isFocusLost()) return;
    // A chat that has been opened takes the focus by itself.
    if (isChats && useChats.getState().focus === null) focusChats();
    if (!isChats) (takeFocusBefore() ?? firstInMain())?.focus();
  }, [isNarrow, isChats]);
}

function firstInMain(): HTMLElement | null {
  return document.querySelector<HTMLElement>("main [role=grid]") ?? document.querySelector("nav [aria-current=page]");
}
