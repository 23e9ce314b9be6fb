import { create } from "zustand";

/** The chat that is searched, and how often that was asked for. */
export const useFinding = create<{ conversation: string | undefined; asked: number }>(() => ({
  conversation: undefined,
  asked: 0,
}));

/** Opens the search in a chat, or puts the cursor into it. */
export function findInChat(conversation: string): void {
  useFinding.setState(({ asked }) => ({ conversation, asked: asked + 1 }));
}

export function stopFinding(): void {
  useFinding.setState({ conversation: undefined });
}
