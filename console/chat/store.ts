import { create } from "zustand";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import { useMe } from "../state/me.ts";
import { type Chat, unreadIn } from "./chat.ts";
import type { Tabs } from "./tabs.ts";

export interface ChatsState {
  tabs: Tabs;
  /** By conversation: those with a tab, and those looked up in the client notes window. */
  chats: { readonly [conversation: string]: Chat };
  /** The chat whose foot is to take the focus as soon as it is on the screen. */
  focus: string | null;
}

/** The chats of this window. */
export const useChats = create<ChatsState>(() => ({ tabs: { order: [], active: null }, chats: {}, focus: null }));

/** The live conversations that the server told of, whoever's, so that a chat can be opened with its visitor at once. */
export const live = new Map<string, OperatorConversation>();

/** The id of whoever is signed in. */
export function myId(): string {
  return useMe.getState().me?.id ?? "";
}

/** The ids of their departments. */
export function myDepartments(): readonly string[] {
  return useMe.getState().me?.departments ?? none;
}

export function useMyDepartments(): readonly string[] {
  return useMe((state) => state.me?.departments ?? none);
}

const none: readonly string[] = [];

export function useMyId(): string {
  return useMe((state) => state.me?.id ?? "");
}

/** Changes a chat, if it is still open. */
export function change(conversation: string, how: (chat: Chat) => Chat): void {
  useChats.setState((state) => {
    const chat = state.chats[conversation];
    if (chat === undefined) return state;
    const next = how(chat);
    return next === chat ? state : { chats: { ...state.chats, [conversation]: next } };
  });
}

/** Messages in one chat that the operator has not looked at. */
export function useUnread(conversation: string): number {
  const id = useMyId();
  return useChats(({ chats }) => {
    const chat = chats[conversation];
    return chat === undefined ? 0 : unreadIn(chat, id);
  });
}

/** Messages in all chats that the operator has not looked at; for the rail and the page's title. */
export function useUnreadTotal(): number {
  const id = useMyId();
  return useChats(({ chats }) => Object.values(chats).reduce((sum, chat) => sum + unreadIn(chat, id), 0));
}
