import { useLocation } from "wouter";
import { goToTab } from "../chat/chats.ts";
import { useChats } from "../chat/store.ts";
import { useOffers } from "../commands/offers.ts";
import { setPreferences } from "../state/preferences.ts";
import { signOut } from "../state/session.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";
import { focusFilter } from "./filter-box.tsx";
import { focusChats } from "./focus-chats.ts";
import { toggleStatus } from "./own-status.tsx";

/** What the commands of the main window do. */
export function useCommands(): void {
  const [, navigate] = useLocation();
  const hasChats = () => useChats.getState().tabs.order.length > 0;
  useOffers({
    filter() {
      navigate("/");
      // The filter is drawn with the list.
      requestAnimationFrame(focusFilter);
    },
    visitors: () => navigate("/"),
    chats: { run: focusChats, can: hasChats },
    "chat-number": { run: ({ digit = 1 }) => goToTab(digit - 1), can: hasChats },
    left: () => navigate("/left"),
    history: () => navigate("/history"),
    operators: () => navigate("/operators"),
    settings: () => navigate("/settings"),
    "shortcut-settings": () => navigate("/settings/shortcuts"),
    status: toggleStatus,
    theme() {
      const isDark = document.documentElement.dataset["theme"] === "dark";
      setPreferences({ theme: isDark ? "light" : "dark" });
    },
    "sign-out": () => void signOut().catch((problem: unknown) => toast(refusalSentence(problem), "problem")),
  });
}
