import { create } from "zustand";

/** Whose client notes are on the screen, and which of their past chats. */
interface NotesState {
  whose: { site: string; visitor: number } | null;
  past: string | null;
}

export const useNotes = create<NotesState>(() => ({ whose: null, past: null }));

/** Opens the Client notes window of a visitor, from anywhere. */
export function openNotes(site: string, visitor: number): void {
  useNotes.setState({ whose: { site, visitor }, past: null });
}

export function closeNotes(): void {
  useNotes.setState({ whose: null, past: null });
}
