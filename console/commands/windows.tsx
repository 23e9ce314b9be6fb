import { Suspense, useEffect } from "react";
import { useDispatcher } from "./dispatcher.ts";
import { useOffers } from "./offers.ts";
import { closePalette, closeSheet, openPalette, openSheet, usePalette, useSheet } from "./open-windows.ts";
import { onDemand } from "../ui/on-demand.tsx";

const loadPalette = () => import("./palette.tsx");
const loadSheet = () => import("./keyboard-sheet.tsx");
const Palette = onDemand(() => loadPalette().then((it) => it.Palette), {
  close: closePalette,
  useIsOpen: () => usePalette(({ open }) => open),
});
const KeyboardSheet = onDemand(() => loadSheet().then((it) => it.KeyboardSheet), {
  close: closeSheet,
  useIsOpen: () => useSheet(({ open }) => open),
});

/** The keyboard, and the windows about it, in every window of the console. */
export function Commands() {
  useDispatcher();
  useOffers({ palette: openPalette, shortcuts: openSheet });
  const palette = usePalette();
  const sheet = useSheet();
  useEffect(() => {
    // In the first quiet moment, so that they are there when they are wanted.
    const quiet = setTimeout(() => void Promise.all([loadPalette(), loadSheet()]).catch(() => undefined), QUIET_MS);
    return () => clearTimeout(quiet);
  }, []);
  return (
    <Suspense fallback={null}>
      {palette.wanted && <Palette />}
      {sheet.wanted && <KeyboardSheet />}
    </Suspense>
  );
}

const QUIET_MS = 1_500;
