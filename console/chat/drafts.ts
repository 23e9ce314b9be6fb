import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";

/** What stands in a chat's input box, and how it is to be sent. */
export interface ComposerDraft {
  text: string;
  input: "text" | "url";
  asHtml: boolean;
  /** The message that is being changed, and what is to stand in the box when that is over. */
  editing?: { seq: number; instead: Omit<ComposerDraft, "editing"> } | undefined;
}

const empty: ComposerDraft = { text: "", input: "text", asHtml: false };

/** Kept for the browser tab's life, so that a reload takes nothing that was typed; a popped-out window starts with a copy. */
const useDrafts = create<{ readonly [conversation: string]: ComposerDraft }>()(
  persist(() => ({}), { name: "shopbell.drafts", storage: createJSONStorage(() => sessionStorage) }),
);

export function useDraft(conversation: string): ComposerDraft {
  return useDrafts((drafts) => drafts[conversation] ?? empty);
}

export function draftOf(conversation: string): ComposerDraft {
  return useDrafts.getState()[conversation] ?? empty;
}

export function changeDraft(conversation: string, change: Partial<ComposerDraft>): void {
  useDrafts.setState((drafts) => ({ [conversation]: { ...(drafts[conversation] ?? empty), ...change } }));
}

export function forgetDraft(conversation: string): void {
  useDrafts.setState(({ [conversation]: _, ...others }) => others, true);
}

/** Forgets what was written in chats that are over; all of it, unless told which go on. */
export function forgetDrafts(except: ReadonlySet<string> = new Set()): void {
  useDrafts.setState((drafts) => Object.fromEntries(Object.entries(drafts).filter(([id]) => except.has(id))), true);
}
