import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { useLocation } from "wouter";
import { usePreferences } from "../state/preferences.ts";
import { focusChats } from "./focus-chats.ts";
import { focusFilter } from "./filter-box.tsx";
import { openKeyboardSheet } from "./keyboard-sheet.tsx";
import { toggleStatus } from "./own-status.tsx";

/** The keys that work everywhere but where somebody writes or a window is open. See state/commands.ts. */
export function useCommands(): void {
  const [, navigate] = useLocation();
  const enabled = usePreferences((preferences) => preferences.singleKeys);
  useEffect(() => {
    if (!enabled) return undefined;
    const bind = (run: () => void) => (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      event.preventDefault();
      run();
    };
    const toFilter = () => {
      navigate("/");
      // The filter is drawn with the list.
      requestAnimationFrame(focusFilter);
    };
    return tinykeys(window, {
      // With and without Shift: it depends on the keyboard's language.
      "/": bind(toFilter),
      "Shift+/": bind(toFilter),
      "?": bind(openKeyboardSheet),
      "Shift+?": bind(openKeyboardSheet),
      "g v": bind(() => navigate("/")),
      "g c": bind(focusChats),
      "g l": bind(() => navigate("/left")),
      "g s": bind(() => navigate("/settings")),
      "g a": bind(toggleStatus),
    });
  }, [enabled, navigate]);
}

/** Whether the key belongs to somebody else: to a text, to an open window or menu. */
function isTaken({ target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || !(target instanceof HTMLElement)) return true;
  return target.isContentEditable || target.closest("input, textarea, select, [role=dialog], [role=menu]") !== null;
}
