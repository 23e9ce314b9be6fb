import { create } from "zustand";

/** Whose panel is open. */
export const useOpenVisitor = create<{ whose: { site: string; visitor: number } | undefined }>(() => ({
  whose: undefined,
}));

/** Opens the panel of a visitor, from anywhere. */
export function openVisitor(site: string, visitor: number): void {
  useOpenVisitor.setState({ whose: { site, visitor } });
}

export function closeVisitor(): void {
  useOpenVisitor.setState({ whose: undefined });
}
