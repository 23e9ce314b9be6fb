import { create } from "zustand";
import type { VisitorRow } from "../../protocol/visitor-list.ts";

/** Whom the Request Chat window is open for. */
export const useRequestChat = create<{ row: VisitorRow | undefined }>(() => ({ row: undefined }));

/** Opens the Request Chat window. */
export function askForChat(row: VisitorRow): void {
  useRequestChat.setState({ row });
}
