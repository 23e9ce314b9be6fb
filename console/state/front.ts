import { create } from "zustand";

/** A phone, or a desktop at 400 %: there is room for one place at a time. */
const narrow = matchMedia("(width < 760px)");

/** What the browser's history says of an entry that shows the chats, so that its Back leads out of them. */
const CHATS = { front: "chats" };

/** Which place is to be seen where there is no room for two: the chats, or else what the address says. */
export const useFront = create(() => ({ isNarrow: narrow.matches, isChats: saysChats() }));

/** Where the focus was before the chats came to the front. */
let focusBefore: Element | null = null;

/** Brings the chats to the front, where they do not stand beside the rest. */
export function showChats(): void {
  const { isNarrow, isChats } = useFront.getState();
  if (!isNarrow || isChats) return;
  focusBefore = document.activeElement;
  history.pushState(CHATS, "");
  useFront.setState({ isChats: true });
}

/** Goes back to where one was before the chats. */
export function leaveChats(): void {
  if (!useFront.getState().isChats) return;
  useFront.setState({ isChats: false });
  history.back();
}

/** Whether chats are on the screen, alone or beside the rest. */
export function showsChats({ isNarrow, isChats } = useFront.getState()): boolean {
  return !isNarrow || isChats;
}

/** What had the focus before the chats came, if it is still to be seen. */
export function takeFocusBefore(): HTMLElement | undefined {
  const element = focusBefore;
  focusBefore = null;
  return element instanceof HTMLElement && element !== document.body && element.checkVisibility(VISIBLE)
    ? element
    : undefined;
}

/** The focus is nowhere, or on something that nobody sees any more. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || !activeElement.checkVisibility(VISIBLE);
}

const VISIBLE = { visibilityProperty: true };

function saysChats(): boolean {
  return Object(history.state)["front"] === CHATS.front;
}

function readHistory(): void {
  useFront.setState({ isChats: saysChats() });
}

// The router says where it goes to by a hashchange, even to where one is already.
addEventListener("hashchange", readHistory);
addEventListener("popstate", readHistory);
narrow.addEventListener("change", ({ matches }) => {
  // Whoever writes while the window becomes narrow goes on writing.
  if (matches && document.activeElement?.closest("[data-place=chats]")) history.replaceState(CHATS, "");
  useFront.setState({ isNarrow: matches, isChats: saysChats() });
});
