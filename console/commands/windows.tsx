import { useDispatcher } from "./dispatcher.ts";
import { KeyboardSheet, openKeyboardSheet } from "./keyboard-sheet.tsx";
import { useOffers } from "./offers.ts";
import { openPalette } from "./open-palette.ts";
import { Palette } from "./palette.tsx";

/** The keyboard, and the windows about it, in every window of the console. */
export function Commands() {
  useDispatcher();
  useOffers({ palette: openPalette, shortcuts: openKeyboardSheet });
  return (
    <>
      <KeyboardSheet />
      <Palette />
    </>
  );
}
