import { create } from "zustand";

/** What was found already, elsewhere: the words, and the number of the message with them. */
interface Known {
  words: string;
  seq: number;
}

/** The chat that is searched, how often that was asked for, and where the search begins. */
export const useFinding = create<{ conversation: string | undefined; asked: number; known: Known | undefined }>(() => ({
  conversation: undefined,
  asked: 0,
  known: undefined,
}));

/** Opens the search in a chat, or puts the cursor into it. */
export function findInChat(conversation: string): void {
  useFinding.setState(({ asked }) => ({ conversation, asked: asked + 1, known: undefined }));
}

/** Shows in a chat what was found already. The focus stays where it is. */
export function showFound(conversation: string, known: Known): void {
  useFinding.setState({ conversation, asked: 0, known });
}

export function stopFinding(): void {
  useFinding.setState({ conversation: undefined });
}
