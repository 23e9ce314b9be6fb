import { create } from "zustand";

interface State {
  open: boolean;
  /** It has been opened once: from then on it is there, and only shown and hidden. */
  wanted: boolean;
}

export const usePalette = create<State>(() => ({ open: false, wanted: false }));
export const useSheet = create<State>(() => ({ open: false, wanted: false }));

/** Shows the palette. */
export function openPalette(): void {
  usePalette.setState({ open: true, wanted: true });
}

export function closePalette(): void {
  usePalette.setState({ open: false });
}

/** Shows the sheet with all the keys. */
export function openSheet(): void {
  useSheet.setState({ open: true, wanted: true });
}

export function closeSheet(): void {
  useSheet.setState({ open: false });
}

/** Whether one of them is to be on the screen, also while it is being loaded: the keys are its own. */
export function isWindowOpen(): boolean {
  return usePalette.getState().open || useSheet.getState().open;
}
