import { create } from "zustand";
import type { VisitorRow } from "../../protocol/visitor-list.ts";

/** Whom the remark window is open for. */
export const useRemark = create<{ row: VisitorRow | undefined }>(() => ({ row: undefined }));

/** Opens the remark window. */
export function askForRemark(row: VisitorRow): void {
  useRemark.setState({ row });
}
